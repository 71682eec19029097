"""What a foresight points at, what never came about, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.forecasts.test_forecast_cases import forecasts_of


def test_a_subject_that_points_back_has_the_sentence_before_beside_it() -> None:
    words = "The fund will dredge two ports. These works are projected to create 900 jobs."
    (found,) = forecasts_of(words)
    assert found.what == "These works are projected to create 900 jobs"
    assert words[found.evidence[0].start : found.evidence[0].end].startswith("The fund will dredge")


def test_a_date_between_verb_and_that_tells_when_it_was_foreseen() -> None:
    (found,) = forecasts_of("[p1 Ruiz] predicted {2031-03|in March} that the truce would collapse.")
    assert found.horizon is None
    assert found.made is not None
    assert found.made.value == "2031-03"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("[p1 Ruiz] forecast that output would soon rebound and praised the guards.",
         "Ruiz forecast that output would soon rebound"),
        ("[o1 The Harbour Bank] estimates that the rule could save inns, including small ones, "
         "up to 9 million crowns.",
         "The Harbour Bank estimates that the rule could save inns, including small ones, "
         "up to 9 million crowns"),
        ("For every crown spent, the canal is expected to yield 3 million crowns.",
         "For every crown spent, the canal is expected to yield 3 million crowns"),
    ],
)  # fmt: skip
def test_it_is_told_whole_and_no_further(words: str, what: str) -> None:
    assert [found.what for found in forecasts_of(words)] == [what]


def test_instead_tells_that_it_failed() -> None:
    (found,) = forecasts_of("[p1 Ruiz] predicted that output would fall. Instead, exports grew.")
    assert found.outcome == "failed"


@pytest.mark.parametrize(
    "words",
    [
        "<<p1|No wall is going to change that>>, [p1 Ruiz] said.",
        "<<p1|[o1 The Harbour Fund] will go bankrupt if this is not done>>, [p1 Ruiz] said.",
        "[p1 Ruiz] has been late for years and will probably continue to do so.",
        "<<p1|I believe the guards would have split>>, [p1 Ruiz] said.",
        "A year ago it seemed unlikely that the truce would last.",
        "<<p1|There is this myth that the town is going to starve>>, [p1 Ruiz] said.",
        "<<p1|There are going to be riots over there>>, [p1 Ruiz] said.",
        "[p1 Ruiz] said that [s1 Lutha] would break the law of the sea by it.",
        "[p1 Ruiz] repeated her warning that smugglers won't be allowed to stay.",
        "His firm will likely sell more ships.",
        "[s1 Lutha] is estimated to control 85 percent of the mines.",
    ],
)
def test_what_never_was_points_elsewhere_or_rules_is_none(words: str) -> None:
    assert not forecasts_of(words)
