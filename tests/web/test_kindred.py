"""Issues whose names share words."""

from __future__ import annotations

from fastapi.testclient import TestClient

from communique.model.threads import IssueCount
from communique.service import Service
from communique.web.kindred import kindred


def named(*labels: str) -> list[IssueCount]:
    return [IssueCount(label=label, positions=at + 1) for at, label in enumerate(labels)]


def labels_near(label: str, *others: str) -> list[str]:
    return [issue.label for issue in kindred(label, named(label, *others))]


def test_issues_that_share_the_rarest_words_come_first() -> None:
    others = ("end of levies", "ferries", "end of the ferry levy", "mail boats", "end of fishing")
    near = labels_near("levies on ferries", *others)
    assert set(near) == {"end of levies", "ferries"}
    more = (*others, "levies on wool", "levies on ferries at night")
    wider = labels_near("levies on ferries", *more)
    assert wider[0] == "levies on ferries at night"
    assert wider[1] == "ferries"


def test_small_words_share_nothing() -> None:
    assert labels_near("price of wool", "end of rye", "of", "—") == []
    assert labels_near("war", "wars", "price of wool") == ["wars"]


def test_an_issue_leads_to_those_near_it(desk: TestClient, service: Service) -> None:
    assert "Issues that share words" not in desk.get("/issues").text
    labels = [row.label for row in service.issues(limit=50).rows]
    for label in labels:
        page = desk.get("/issues", params={"issue": label}).text
        found = kindred(label, service.issues(limit=50).rows)
        assert ("Issues that share words with it" in page) == bool(found)
