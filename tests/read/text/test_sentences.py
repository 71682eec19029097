"""Where sentences begin and end, in prose, lists, wrapped lines and several scripts."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span, verify
from communique.read.text import paragraphs, segment


def split(text: str, language: str | None = None) -> list[str]:
    return [sentence.of(text) for sentence in segment(text, language)]


def marked(text: str) -> tuple[str, list[str]]:
    """Return a text whose sentences are divided by ``¦``, and these sentences."""
    return text.replace("¦", ""), [part.strip() for part in text.split("¦")]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy left.¦ The talks went on.",
        "He met the leader.¦The parties were content.¦A date was set.",
        "He came in 2014.¦Later he left.",
        "They met in the U.S. Senate building.¦ He spoke first.",
        "She lives in the U.S.¦ The visit was short.",
        "Gen. Orr and Mr. P. J. Velt met Maj. Gen. Haas in St. Brevin.¦ Dr. Kell was absent.",
        "MS. ORR: We go on.¦ DR. VELT: No.",
        "The call with President Jan R.\nMroz was short.¦ It ended.",
        "Article No. 5 and Art. 12 were read.¦ No. That was not all.".replace(
            " No. That", " No.¦ That"
        ),
        "It rose 3.5 per cent to 1,200.75 marks.¦ Prices fell.",
        "See www.veltia.example/talks.html or write to press@veltia.example.¦ Thank you.",
        "We waited... and waited.¦ Then… Nothing.".replace("Then… ", "Then…¦ "),
        "“We shall sign.”¦ He smiled.",
        "“Shall we sign?” he asked.¦ Nobody answered.",
        "“Shall we sign?” Orr asked.¦ Nobody answered.",
        "“We met.¦ We talked.¦ We left,” he said.",
        "He left (it was late.)¦ She stayed.",
        "He said “no.”¦ She said [yes].¦ Both left.",
        "The talks begin at 3 p.m. on Monday.¦ They end at 6 p.m.¦ The press is invited.",
        "Velt Corp. and Haas Ltd. signed.¦ Both are from Brevin.",
        "Was it late?¦ Yes!¦ It was.",
        "It was 5 Jan. 2021 when he left.¦ He never came back.",
        "The river rose.[3]¦ The dam held. [4]¦ Nobody was hurt.",
        'He asked why.¦ "Because," she said.',
        'He said so."¦ She did not.',
        'It ended.¦"We go," he said.',
        "He lived from c. 1500 (d. 1560) in Brevin.¦ His son left.",
        "“… and so it was,” he said.¦ She agreed.",
    ],
)
def test_english_prose(text: str) -> None:
    plain, expected = marked(text)
    assert split(plain, "en") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В 2020 г. президент Вельтии посетил г. Бревин, т.е. столицу.¦ Он доволен."),
        ("ru", "Встреча прошла хорошо.¦Стороны договорились.¦ «Мы рады».¦ Всё."),
        (None, "Ген. Орр и акад. Кель встретились на ул. Мира.¦ Это было вчера."),
        ("uk", "Про це йдеться у ст. 5 договору.¦ Він набув чинності."),
        ("de", "Am 15. August traf Dr. Orr den Gesandten.¦ Er kam z.B. aus Brevin."),
        ("fr", "M. Orr est arrivé.¦ « Nous signons. »¦ Il est reparti."),
        ("es", "El Sr. Orr llegó.¦ ¿Firmamos?¦ ¡Sí!¦ Nadie habló."),
        ("pl", "Gen. Orr i dr hab. Kell przyjechali w 2021 r. do Brevina.¦ To wszystko."),
        ("lt", "2025 m. rugpjūčio 15 d. įvyko susitikimas.¦ Jis buvo trumpas."),
        ("tr", "Prof. Dr. Orr 15. Kolordu'yu ziyaret etti.¦ Bu bir ilkti."),
        ("zh", "双方举行了会谈。¦会谈很顺利！¦你满意吗？¦“满意。”¦他说。"),
        ("ar", "وصل المبعوث.¦ هل وقع الاتفاق؟¦ نعم."),
        ("hi", "दूत आया।¦ वार्ता हुई।"),
    ],
)
def test_other_languages(language: str | None, text: str) -> None:
    plain, expected = marked(text)
    assert split(plain, language) == expected


def test_lists_headings_and_turns_are_sentences_of_their_own() -> None:
    text = (
        "# Talks in Brevin\nThe parties agreed on:\n- transit\n- water\n1. A ferry. It is old.\n"
        "Q: Is that all?\nA: It is.\nMINISTER ORR: Thank you\n\nEnd"
    )
    assert split(text) == [
        "# Talks in Brevin",
        "The parties agreed on:",
        "- transit",
        "- water",
        "1. A ferry.",
        "It is old.",
        "Q: Is that all?",
        "A: It is.",
        "MINISTER ORR: Thank you",
        "End",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The delegation of Veltia left the capital early in the morning, with\n"
        "Minister Orr at its head. It is expected back by the end of the week,\n"
        "the ministry said.\n\nA second paragraph follows."
    )
    assert split(text) == [
        text[: text.index(" It is")],
        text[text.index("It is") : text.index("\n\n")],
        "A second paragraph follows.",
    ]


def test_a_line_per_paragraph_is_not_wrapping() -> None:
    long = "The delegation left and nobody knew when it would be back, which worried some. " * 3
    text = f"Orr in Brevin\n{long}\nWhat Velt wants\n{long}"
    assert split(text)[0] == "Orr in Brevin"
    assert "What Velt wants" in split(text)
    assert len(paragraphs(text)) == 4


@pytest.mark.parametrize(
    "text",
    [
        # A short first line, and a name that runs over its end.
        "President Velt spoke today with Prime Minister\n"
        "Ida Orr of Veltia about the ferries that link the two shores of the bay and\n"
        "about the mail.",
        # A space that must not be broken makes the next word long.
        "The head of the delegation thanked the hosts and wished Prime Minister\n"
        "Ida\u00a0Orr-Haasenkamp\u00a0of\u00a0Veltia well, as did the rest of the envoys who\n"
        "had come with him.",
        # An address that no line can hold.
        "The envoys took part in the [Harbour\n"
        "Week](https://www.veltia.example/" + "harbour/" * 14 + "), which\n"
        "Minister Orr had opened the day before, and they went home with the last of\n"
        "the ferries.",
        # An item whose lines hang below its first word.
        "-   Ida Orr, Keeper of the Great Seal and of the\n    Harbour Office",
        # A dash between filled lines is an aside.
        "The tests that were made in the harbour, and there were a great many of\n"
        "— of them, showed that the water was clean, as everybody had hoped for a\n"
        "long time.",
    ],
)
def test_a_line_that_runs_over_ends_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_a_heading_above_a_wrapped_paragraph_stays_apart() -> None:
    for heading in ("Talks on ferries open in Brevin", "Minister Orr Meets Envoys"):
        text = (
            f"{heading}\nThe delegation of Veltia left the capital early in the morning, with\n"
            "Minister Orr at its head, and nobody saw it again before the evening of\nthat day."
        )
        assert split(text)[0] == heading


def test_furniture_belongs_to_no_sentence() -> None:
    text = "02/03/2031 | Press release\nOrr left. Velt stayed.\nDistributed by Wire"
    header = Span(0, text.index("\n"))
    footer = Span(text.index("Distributed"), len(text))
    assert [s.of(text) for s in segment(text, furniture=(header, footer))] == [
        "Orr left.",
        "Velt stayed.",
    ]


@given(st.text(alphabet=st.sampled_from('aZ. !?…\n\r"“”’()[]3。.\u2028-#é:'), max_size=300))
def test_sentences_cover_every_word_once(text: str) -> None:
    sentences = segment(text)
    verify(sentences, len(text))
    outside = set(range(len(text))) - {i for s in sentences for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in outside)
    assert all(s.of(text) == s.of(text).strip() for s in sentences)


@given(st.text())
def test_any_text_is_segmented(text: str) -> None:
    verify(segment(text), len(text))


@pytest.mark.parametrize("piece", [".", "a.", "A.", "“", '. "', "\n", " ", "a", "x.Y", "?!)", "- "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    started = time.process_time()
    segment(text)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    "text",
    ["MS. ORR spoke.", "**MS. ORR:** We met.", "We met DR. LIND there.", "**Mr. Lind** came."],
)
def test_titles_in_capitals_or_bold_end_no_sentence(text: str) -> None:
    assert split(text) == [text]


def test_cells_of_a_row_are_apart_but_not_a_speaker_and_his_words() -> None:
    row = "Norland\tNorland backs the plan. It asks for more.\tA list by May"
    cells = ["Norland", "Norland backs the plan.", "It asks for more.", "A list by May"]
    assert split(row) == cells
    assert split("ORR\tWe met Dr. Lind there.") == ["ORR\tWe met Dr. Lind there."]
