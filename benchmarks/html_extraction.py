"""Compare what takes the main text out of a web page, on the pages in ``tests/acquire/pages``.

    pip install trafilatura lxml_html_clean resiliparse
    python -m benchmarks.html_extraction

Each candidate runs in a process of its own, so that one that crashes or hangs costs only
itself; its import time is that of a fresh interpreter. Prints a Markdown table: F1 of the
words of the main text (mean and worst page), titles, dates and publishers found (of those a
page has), milliseconds a page, import time, and what deep nesting does to it.
"""

from __future__ import annotations

import json
import multiprocessing
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

PAGES = Path(__file__).parents[1] / "tests" / "acquire" / "pages"
FIELDS = ("title", "published", "publisher")
#: Seconds that a candidate may take over all pages, or over the deeply nested one.
PATIENCE = 30
NESTED = b"<div>" * 20_000 + b"The envoys met on Monday." + b"</div>" * 20_000

Extracted = tuple[str, dict[str, str | None]]


def communique(data: bytes) -> Extracted:
    from communique.acquire.formats.html import parse
    from communique.errors import EmptyInput

    try:
        found = parse(data, None)
    except EmptyInput:
        return "", {}
    return found.text, {field: getattr(found.particulars, field) for field in FIELDS}


def trafilatura(data: bytes) -> Extracted:
    from trafilatura import bare_extraction

    found = bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None:
        return "", {}
    return found.text or "", {
        "title": found.title,
        "published": found.date,
        "publisher": found.sitename,
    }


def resiliparse(data: bytes) -> Extracted:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    encoding = detect_encoding(data, from_html_meta=True) or "utf-8"
    tree = HTMLTree.parse_from_bytes(data, encoding)
    text = extract_plain_text(
        tree, main_content=True, preserve_formatting=True, list_bullets=False, alt_texts=False
    )
    return text, {"title": tree.title}


CANDIDATES: dict[str, tuple[Callable[[bytes], Extracted], str]] = {
    "communique (lxml)": (communique, "communique.acquire.formats.html, lxml.etree"),
    "trafilatura": (trafilatura, "trafilatura"),
    "resiliparse": (resiliparse, "resiliparse.extract.html2text, resiliparse.parse.html"),
}


def overlap(left: str, right: str) -> float:
    """Return the F1 of the words of two texts, counted with repeats."""
    first, second = (Counter(re.findall(r"\w+", text.lower())) for text in (left, right))
    if not first and not second:
        return 1.0
    return 2 * sum((first & second).values()) / (sum(first.values()) + sum(second.values()))


def measure(name: str, results: Any) -> None:
    """Run one candidate over all pages (in a process of its own)."""
    extract, _ = CANDIDATES[name]
    scores, taken, found, there = [], [], 0, 0
    for page in sorted(PAGES.glob("*.html")):
        data = page.read_bytes()
        gold = json.loads(page.with_suffix(".gold.json").read_text("utf-8"))
        extract(data)
        start = time.perf_counter()
        text, fields = extract(data)
        taken.append(time.perf_counter() - start)
        scores.append(overlap(text, gold["text"]))
        for field in FIELDS if gold["text"] else ():
            there += gold[field] is not None
            found += gold[field] is not None and (fields.get(field) or "").startswith(gold[field])
    results.put((mean(scores), min(scores), found, there, 1000 * mean(taken)))


def nest(name: str, results: Any) -> None:
    """Run one candidate over a deeply nested page (in a process of its own)."""
    try:
        CANDIDATES[name][0](NESTED)
    except Exception as error:
        results.put(f"raises {type(error).__name__}")
    else:
        results.put("reads it")


def apart(target: Callable[[str, Any], None], name: str) -> Any:
    """Return what ``target`` puts out for a candidate, or how it ended without."""
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    process = context.Process(target=target, args=(name, results))
    process.start()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
        return f"runs for more than {PATIENCE} s"
    return results.get() if process.exitcode == 0 else f"crashes ({process.exitcode})"


def import_time(modules: str) -> float:
    """Return the milliseconds a fresh interpreter takes to import, less its own start."""

    def run(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
        return time.perf_counter() - start

    return 1000 * (min(run(f"import {modules}") for _ in range(3)) - min(run("") for _ in range(3)))


def main() -> None:
    print("| | F1 mean | F1 worst | fields | ms a page | import ms | 20,000 nested divs |")
    print("|---|---|---|---|---|---|---|")
    for name, (_, modules) in CANDIDATES.items():
        try:
            loading = import_time(modules)
        except subprocess.CalledProcessError:
            print(f"| {name} | not installed | | | | | |")
            continue
        measured = apart(measure, name)
        nested = apart(nest, name)
        if isinstance(measured, str):
            print(f"| {name} | {measured} | | | | {loading:.0f} | {nested} |")
            continue
        average, worst, found, there, taken = measured
        print(
            f"| {name} | {average:.3f} | {worst:.3f} | {found}/{there} | {taken:.1f} "
            f"| {loading:.0f} | {nested} |"
        )


if __name__ == "__main__":
    main()
