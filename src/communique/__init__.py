"""communique: a sourced record of diplomacy out of the reports that tell of it.

The package's floors are described in ``docs/architecture.md``; programs that want to
use communique as a library start from :mod:`communique.service`.
"""

__version__ = "0.1.0"
