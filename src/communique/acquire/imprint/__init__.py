"""What a report prints about itself: title, date, who put it out, whom it credits.

An *imprint* is read off the lines before the first and after the last sentence. Its words
are not the report's own (``Report.furniture``); its date says where it stands
(``Report.published_evidence``).
"""

from communique.acquire.imprint.imprint import Imprint, read_imprint

__all__ = ["Imprint", "read_imprint"]
