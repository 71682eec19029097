from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import spans_lists, verify
from communique.read.layers import Cast
from communique.read.text import segment, tokenize
from communique.read.who import build_cast

CALL = (
    "Belmarian President is no office. The Prime Minister of Norway, Ingrid Halvorsen, spoke by "
    "phone with Estonian President Toomas Kivi on Tuesday. The Norwegian leader thanked Kivi. "
    "“We agreed,” Halvorsen said."
)


def cast_of(text: str) -> Cast:
    sentences = segment(text, "en")
    return build_cast(text, sentences, tokenize(text, sentences))


def words_of(cast: Cast, text: str, name: str) -> list[str]:
    actor = next(actor for actor in cast.actors.values() if actor.name == name)
    return [span.of(text) for span in actor.mentions]


def test_a_title_before_a_name_gives_an_office_of_the_state() -> None:
    cast = cast_of(CALL)
    offices = {actor.name: actor.offices for actor in cast.actors.values()}
    norway = next(actor for actor in cast.actors.values() if actor.kind == "state")
    assert [(o.title, o.of) for o in offices["Toomas Kivi"]] == [("President", "Estonia")]
    assert [(o.title, o.of) for o in offices["Ingrid Halvorsen"]] == [("Prime Minister", norway.id)]


def test_an_epithet_goes_to_the_holder_of_the_office() -> None:
    assert words_of(cast_of(CALL), CALL, "Ingrid Halvorsen") == [
        "The Prime Minister of Norway",
        "Ingrid Halvorsen",
        "The Norwegian leader",
        "Halvorsen",
    ]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_reading_names_never_raises_and_its_spans_verify(text: str) -> None:
    for actor in cast_of(text).actors.values():
        for spans in spans_lists(actor):
            verify(spans, len(text))
