"""How long texts take that are nothing like reports: one thing told over and over.

Makes each text, adds it to a fresh record with ``communique add --reader rules``, and prints
the processor seconds of the whole command. That they grow no faster than the text by much is
what is looked for: a text that makes reading stand still would stop a whole batch.

    python -m benchmarks.odd_texts
    python -m benchmarks.odd_texts quotations dates
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path


def told_again(times: int) -> str:
    return "President Ama Dorn telephoned President Oto Mikla on 3 May 2031.\n\n" * times


def calls(times: int) -> str:
    days = (f"{n % 28 + 1} May {2031 + n // 28}" for n in range(times))
    return "\n\n".join(f"President Ama Dorn telephoned President Oto Mikla on {d}." for d in days)


def quotations(times: int) -> str:
    return "\n\n".join(f"“We will open gate {n} soon,” Minister Varn said." for n in range(times))


def names(times: int) -> str:
    letters = "abcdefghij"
    spelt = ("".join(letters[int(digit)] for digit in f"{n:05}") for n in range(times))
    return " ".join(f"Minister Ilse V{name} spoke." for name in spelt)


def sentence(times: int) -> str:
    return "The ministers of Tarvenia and Soldava met, " + "and spoke of the strait, " * times


def dates(times: int) -> str:
    return " ".join(f"It was {n % 28 + 1} May {2031 + n // 28}." for n in range(times))


def marks(times: int) -> str:
    return "Varn said: " + "“(" * times + "yes" + ")”" * times


#: Each text by name, with how often its one thing is told.
TEXTS: dict[str, tuple[Callable[[int], str], tuple[int, ...]]] = {
    "one contact told again": (told_again, (500, 2000)),
    "different calls": (calls, (500, 1000)),
    "quotations": (quotations, (2500, 10000)),
    "names": (names, (1250, 5000)),
    "one sentence, phrases": (sentence, (10000, 40000)),
    "dates": (dates, (2000, 8000)),
    "nested marks": (marks, (5000, 20000)),
}


def seconds(text: str, folder: Path) -> float:
    """Add a text to a fresh record; return the processor seconds that it took."""
    path, record = folder / "text.txt", folder / "record.sqlite"
    path.write_text(text, encoding="utf-8")
    record.unlink(missing_ok=True)
    command = [sys.executable, "-m", "communique", "--record", str(record)]
    command += ["add", "--reader", "rules", "-q", str(path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"communique add failed with {child.returncode}")
    return used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="Only texts whose name has this in it.")
    wanted = parser.parse_args().names
    with tempfile.TemporaryDirectory() as name:
        for called, (make, sizes) in TEXTS.items():
            if wanted and not any(word in called for word in wanted):
                continue
            took = [seconds(make(times), Path(name)) for times in sizes]
            counts = " / ".join(f"{times:,}" for times in sizes)
            print(f"{called}: {counts}: {' / '.join(f'{t:.1f} s' for t in took)}", flush=True)


if __name__ == "__main__":
    main()
