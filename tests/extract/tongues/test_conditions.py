"""The condition of an act in other languages: which words say it, apart from the matter."""

from __future__ import annotations

import pytest

from extract.tongues.cases import account


@pytest.mark.parametrize(
    ("language", "text", "what", "condition"),
    [
        (
            "ru",
            "Президент Олег Ставр: Норвелия готова открыть порт, если Кадар снимет блокаду.",
            "открыть порт",
            "если Кадар снимет блокаду",
        ),
        (
            "es",
            "El presidente Artur Lemos prometió abrir el puerto si Cuba levanta el bloqueo.",
            "abrir el puerto",
            "si Cuba levanta el bloqueo",
        ),
        (
            "pt",
            "O presidente Artur Lemos ameaçou fechar o porto se Cuba mantiver o bloqueio.",
            "fechar o porto",
            "se Cuba mantiver o bloqueio",
        ),
    ],
)
def test_a_condition_is_apart_from_the_matter(
    language: str, text: str, what: str, condition: str
) -> None:
    act = next(act for act in account(text, language).acts if act.condition)
    assert (act.what, act.status) == (what, "conditional")
    assert [span.of(text) for span in act.condition or ()] == [condition]


def test_an_act_without_a_condition_has_none() -> None:
    told = account("O presidente Artur Lemos prometeu abrir o porto em junho.", "pt")
    assert [(act.what, act.condition) for act in told.acts] == [("abrir o porto em junho", None)]
