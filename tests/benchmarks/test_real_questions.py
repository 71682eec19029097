"""The questions on real reports are as the benchmark expects them."""

from __future__ import annotations

import pytest
from benchmarks.real_questions import Story, stories


@pytest.mark.parametrize("story", list(stories()), ids=lambda story: story.name)
def test_a_story_is_whole(story: Story) -> None:
    assert story.part in ("worked", "fresh")
    assert len({each["question"] for each in story.questions}) == len(story.questions)
    for each in story.questions:
        assert each["answerable"] or not each["answer"]
        for piece in each["evidence"]:
            assert piece["doc"] in story.reports
            assert 0 <= piece["start"] < piece["end"]
