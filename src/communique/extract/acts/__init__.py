"""Acts: what was asked, offered, promised, refused, warned of, thanked for, released …

Verbs and nouns and the frames they stand in are data (``data/LANG/acts.toml``); one matcher
reads them.
"""

from communique.extract.acts.extractor import ActExtractor

__all__ = ["ActExtractor"]
