from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from communique.errors import UnknownName
from communique.model import Account, Report, body_id, publication_id, verify_account
from communique.read.assembly import assemble, drafted
from communique.read.engines import ENGINES, begin, engine
from communique.read.learnt import Attribution, Engine, Layers
from communique.read.rules import RuleReader
from communique.read.trained import TrainedReader

TEXT = (
    "Minister Lena Marsh struck a hopeful note about the ferry talks. “We will sign,” Marsh said, "
    "“if the survey is done.” In her view the survey was never in doubt.\n"
)


def report(text: str = TEXT, language: str = "en") -> Report:
    body = body_id(text)
    return Report(id=body, publication=publication_id(body), text=text, language=language)


def at(words: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    start = text.index(words)
    return ((start, start + len(words)),)


def seen(source: str, cue: str, content: str, text: str = TEXT) -> Layers:
    spans = at(source, text), at(cue, text), at(content, text)
    return Layers(attributions=(Attribution(*spans, 0.9),))


class Canned:
    """An engine that has seen the same in every text."""

    identity = "canned 0"
    prepared = False

    def prepare(self) -> None:
        self.prepared = True

    def __init__(self, layers: Layers) -> None:
        self.layers = layers
        self.asked: list[str] = []

    def annotate(self, texts: Iterable[str]) -> Iterator[Layers]:
        for text in texts:
            self.asked.append(text)
            yield self.layers


def read(layers: Layers, text: str = TEXT, language: str = "en") -> Account:
    (reading,) = TrainedReader(Canned(layers)).read([report(text, language)])  # type: ignore[arg-type]
    account = Account(
        report=reading.report,
        actors=reading.actors,
        statements=reading.statements,
        origin=reading.origin,
    )
    verify_account(account)
    return account


def said(account: Account) -> list[tuple[str, ...]]:
    text = account.report.text
    return [
        (s.form, *(span.of(text) for span in s.content), *(span.of(text) for span in s.cue))
        for s in account.statements
    ]


def test_what_only_the_model_sees_becomes_a_statement_with_its_speaker() -> None:
    account = read(seen("Minister Lena Marsh", "struck a hopeful note", "the ferry talks"))
    assert ("indirect", "the ferry talks", "struck a hopeful note") in said(account)
    (statement,) = [s for s in account.statements if s.why == "learnt"]
    names = {actor.id: actor.name for actor in account.actors}
    assert names[statement.speaker or ""] == "Lena Marsh"


def test_marks_and_the_tag_between_them_stay_the_grammars() -> None:
    account = read(seen("her", "In her view", "if the survey is done"))
    assert said(account)[0] == ("direct", "We will sign,", "if the survey is done.", "said")


def test_what_is_told_inside_what_the_model_sees_is_the_grammars() -> None:
    text = "Marsh noted that Lind had said that the ferry was late.\n"
    layers = Layers(
        attributions=(
            Attribution(
                at("Marsh", text),
                at("noted", text),
                at("that Lind had said that the ferry was late", text),
                0.9,
            ),
        )
    )
    outer, inner = read(layers, text).statements
    assert (inner.parent, inner.why) == (outer.id, "say:t")


def test_a_plain_form_of_which_the_model_sees_no_source_is_the_grammars() -> None:
    text = "Marsh spoke first. In her words, the ferry was late.\n"
    layers = Layers(
        attributions=(Attribution((), at("In her words", text), at("was late", text), 0.9),)
    )
    (statement,) = read(layers, text).statements
    assert statement.why == "opinion"
    assert [span.of(text) for span in statement.content] == ["the ferry was late"]


def test_where_the_model_sees_nothing_the_rules_stand() -> None:
    by_rules = assemble(report(), RuleReader().origin)
    assert read(Layers()).statements == by_rules.statements


def test_texts_go_to_the_model_in_order_and_readings_come_in_order() -> None:
    canned = Canned(Layers())
    texts = [TEXT, "Nobody spoke.\n", TEXT * 2]
    readings = TrainedReader(canned).read(map(report, texts))  # type: ignore[arg-type]
    assert [reading.report.text for reading in readings] == texts == canned.asked


def test_the_origin_names_the_model() -> None:
    assert TrainedReader(Canned(Layers())).origin.model == "canned 0"  # type: ignore[arg-type]


def test_an_unknown_engine_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="learnt, rules"):
        engine("oracle")
    assert engine("rules").name == "rules"
    assert set(ENGINES) == {"learnt", "rules"}


def test_what_the_model_sees_of_a_quotation_is_no_reported_speech_beside_it() -> None:
    text = "Marsh came to terms with Lind: “We sail. It is late. The crew is tired of it all.”\n"
    layers = Layers(
        attributions=(
            Attribution(at("Marsh", text), at("came to terms", text), at("“We sail.", text), 0.9),
        )
    )
    account = read(layers, text)
    assert [s.form for s in account.statements] == ["direct"]


def many(text: str, source: str, cue: str, *content: str) -> Layers:
    spans = tuple(at(words, text)[0] for words in content)
    return Layers((Attribution(at(source, text), at(cue, text), spans, 0.9),))


def test_reported_words_and_a_quotation_in_one_sentence_are_one_statement() -> None:
    text = "If the ferry sails, Marsh wrote, “I will pay for every ticket.”\n"
    layers = many(text, "Marsh", "wrote", "If the ferry sails", "“I will pay for every ticket.”")
    assert said(read(layers, text)) == [
        ("mixed", "If the ferry sails", "“I will pay for every ticket.”", "wrote")
    ]


def test_reported_words_in_a_sentence_of_their_own_stand_beside_the_quotation() -> None:
    text = "Marsh says people may choose the boat they like. “It is their own journey.”\n"
    layers = many(
        text,
        "Marsh",
        "says",
        "people may choose the boat they like",
        "“It is their own journey.”",
    )
    assert [s[:2] for s in said(read(layers, text))] == [
        ("indirect", "people may choose the boat they like"),
        ("direct", "It is their own journey."),
    ]


def test_an_utterance_cut_by_its_tag_is_one_statement_also_where_it_begins_without_marks() -> None:
    text = "The ferry “sails at dawn”, Marsh said. “I saw to it.” Lind slept.\n"
    layers = many(text, "Marsh", "said", "The ferry “sails at dawn”", "“I saw to it.”")
    assert said(read(layers, text)) == [
        ("mixed", "The ferry “sails at dawn”", "“I saw to it.”", "said")
    ]


def test_the_cue_of_a_tag_is_worded_as_the_model_sees_it() -> None:
    text = "“We sail at dawn,” Marsh said in a letter. “The crew is ready.”\n"
    layers = many(text, "Marsh", "said in a letter", "“We sail at dawn,”", "“The crew is ready.”")
    assert said(read(layers, text)) == [
        ("direct", "We sail at dawn,", "The crew is ready.", "said in a letter")
    ]


def test_words_of_the_content_are_no_tag() -> None:
    text = "“The ferry is safe now,” and tickets began to sell again, Marsh said.\n"
    content = "“The ferry is safe now,” and tickets began to sell again"
    (statement,) = read(many(text, "Marsh", "said", content), text).statements
    assert statement.form == "mixed"
    assert [span.of(text) for span in statement.source] == ["Marsh"]


def test_words_that_lead_up_to_a_quotation_inside_a_content_are_its_tag() -> None:
    text = "Marsh: You know the day when they say, “The ferry has gone.” We all do.\n"
    content = "You know the day when they say, “The ferry has gone.”"
    found = read(many(text, "Marsh", ":", content), text).statements
    direct = next(s for s in found if s.form == "direct")
    assert [span.of(text) for span in direct.source] == ["they"]


def test_a_quotation_told_inside_reported_words_is_part_of_them_too() -> None:
    text = "Marsh claims that Lind looked at the ferry and said, “We sail at dawn.”\n"
    content = "that Lind looked at the ferry and said, “We sail at dawn.”"
    outer, inner = read(many(text, "Marsh", "claims", content), text).statements
    assert (outer.form, inner.form, inner.parent) == ("mixed", "direct", outer.id)
    assert [span.of(text) for span in outer.content] == [content]


def test_of_one_cue_the_model_tells_the_subject_that_stands_apart() -> None:
    text = "When I asked Lind about Marsh, he looked up, smiled and said, “We sail at dawn.”\n"
    (statement,) = read(many(text, "he", "said", "“We sail at dawn.”"), text).statements
    assert [span.of(text) for span in statement.source] == ["he"]


def test_a_rule_that_found_nobody_takes_the_speaker_that_the_model_sees() -> None:
    text = "Marsh said she was tired, adding, “We sail at dawn whatever may come.”\n"
    layers = many(text, "Marsh", "adding", "“We sail at dawn whatever may come.”")
    (statement,) = [s for s in read(layers, text).statements if s.form == "direct"]
    assert [span.of(text) for span in statement.source] == ["Marsh"]


def test_reported_words_of_nobody_take_the_subject_of_the_clause() -> None:
    text = "Marsh left early, calling the fare too high.\n"
    layers = Layers((Attribution((), at("calling", text), at("the fare too high", text), 0.9),))
    (statement,) = read(layers, text).statements
    assert [span.of(text) for span in statement.source] == ["Marsh"]


def test_a_subject_right_before_the_cue_that_the_model_passes_over_stays_out() -> None:
    text = "Marsh denied the fare was high.\n"
    layers = Layers((Attribution((), at("denied", text), at("the fare was high", text), 0.9),))
    (statement,) = read(layers, text).statements
    assert statement.source == ()


def test_a_content_may_be_one_short_word() -> None:
    text = "The plan was new. Marsh backed it.\n"
    assert said(read(many(text, "Marsh", "backed", "it"), text)) == [("indirect", "it", "backed")]


def test_what_stands_behind_a_comma_and_nobody_says_is_a_title() -> None:
    text = "Marsh sang in her first play, “Ferries,” at home. Lind clapped.\n"
    assert read(Layers(), text).statements == ()


def test_behind_a_colon_the_quotation_stands_alone() -> None:
    text = "Marsh asked for other words in the part on the ferry: “It sails at dawn.”\n"
    layers = many(
        text, "Marsh", "asked for", "other words in the part on the ferry", "“It sails at dawn.”"
    )
    assert [s[:2] for s in said(read(layers, text))] == [
        ("indirect", "other words in the part on the ferry"),
        ("direct", "It sails at dawn."),
    ]


def test_a_plain_tag_is_believed_against_the_model() -> None:
    text = "Lind came by. “We sail at dawn,” Marsh said.\n"
    (statement,) = read(many(text, "Lind", "came by", "We sail at dawn,"), text).statements
    assert [span.of(text) for span in statement.source] == ["Marsh"]


def test_nobody_is_named_as_the_speaker_by_the_words_themselves() -> None:
    text = "The islanders are unhappy with the ferry: “Lind criticises the crew every day.”\n"
    layers = many(text, "Lind", "criticises", "Lind criticises the crew every day.")
    statement = next(s for s in read(layers, text).statements if s.form == "direct")
    assert "Lind" not in [span.of(text) for span in statement.source]


def test_getting_ready_is_the_models() -> None:
    canned = Canned(Layers())
    TrainedReader(canned).prepare()  # type: ignore[arg-type]
    assert canned.prepared


def test_only_the_engine_with_weights_begins_to_load(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(Engine, "prepare", lambda self: begun.append(self))
    begin("rules")
    begin("no such engine")
    assert not begun
    begin("learnt")
    assert len(begun) == 1


def test_a_report_on_which_grammar_fails_does_not_take_those_before_it_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from communique.read import assembly

    def failing(each: Report) -> object:
        if "breaks" in each.text:
            raise ZeroDivisionError("by nought")
        return drafted(each)

    class Ahead(Canned):
        def annotate(self, texts: Iterable[str]) -> Iterator[Layers]:
            return iter([self.layers for _ in list(texts)])

    monkeypatch.setattr(assembly, "drafted", failing)
    reports = [report(), report("This breaks.\n"), report()]
    readings = TrainedReader(Ahead(Layers())).read(reports)  # type: ignore[arg-type]
    assert next(readings).statements
    with pytest.raises(ZeroDivisionError):
        next(readings)


def test_whom_reported_words_are_told_to_is_the_rules_finding() -> None:
    text = "Minister Lena Marsh told Envoy Karl Lind that the ferry would sail.\n"
    account = read(seen("Minister Lena Marsh", "told", "that the ferry would sail", text), text)
    names = {actor.id: actor.name for actor in account.actors}
    (statement,) = account.statements
    assert names[statement.addressee or ""] == "Karl Lind"


def test_a_question_in_a_line_of_its_own_is_not_answered_by_whom_asked_it() -> None:
    text = "“Who pays?”\n\n“Nordia does,” Lena Marsh said.\n"
    both = (*at("Who pays?", text), *at("Nordia does,", text))
    tag = Attribution(at("Lena Marsh", text), at("said", text), both, 0.9)
    account = read(Layers(attributions=(tag,)), text)
    said = [s.content[0].of(text) for s in account.statements if s.source]
    assert said == ["Nordia does,"]


def test_in_a_language_not_taught_a_tag_reaches_no_quotation_of_another_sentence() -> None:
    text = "„Alles ist bereit.“ Laut Karl Lind ist der Hafen zu.\n"
    both = (*at("Alles ist bereit.", text), *at("ist der Hafen zu", text))
    tag = Attribution(at("Karl Lind", text), at("Laut", text), both, 0.9)
    account = read(Layers(attributions=(tag,)), text, "de")
    said = {s.form: [span.of(text) for span in s.source] for s in account.statements}
    assert said == {"direct": [], "indirect": ["Karl Lind"]}


def test_in_a_language_not_taught_a_rule_that_names_the_speaker_stands() -> None:
    text = "„Die Fähre fährt“, so Lena Marsch. Karl Lind erklärte: „Wir zahlen.“\n"
    both = (*at("Die Fähre fährt", text), *at("Wir zahlen.", text))
    tag = Attribution(at("Karl Lind", text), at("erklärte", text), both, 0.9)
    account = read(Layers(attributions=(tag,)), text, "de")
    assert [[span.of(text) for span in s.source] for s in account.statements] == [
        ["Lena Marsch"],
        ["Karl Lind"],
    ]


def test_a_cue_has_words() -> None:
    text = "Lena Marsh: “Nordia pays.”\n"
    account = read(seen("Lena Marsh", ":", "Nordia pays.", text), text)
    assert [s.cue for s in account.statements] == [()]


def test_a_heading_is_not_told_by_the_line_before_it() -> None:
    text = "“Sit down,” Lena Marsh explained.\nThe ferry talks\nMarsh then left.\n"
    (one,) = read(seen("Lena Marsh", "explained", "The ferry talks", text), text).statements
    assert [span.of(text) for span in one.content] == ["Sit down,"]


def test_what_one_would_expect_is_told_by_nobody() -> None:
    text = "Marsh said it was late. One would expect the ferry to sail.\n"
    one = seen("One", "would expect", "the ferry to sail", text)
    other = seen("Marsh", "said", "it was late", text)
    both = Layers(attributions=(*other.attributions, *one.attributions))
    (told,) = read(both, text).statements
    assert [span.of(text) for span in told.cue] == ["said"]


def test_a_quotation_with_its_tag_inside_anothers_words_keeps_its_speaker() -> None:
    text = "“The port will open,” Lena Marsh told Karl Lind, according to a note from her office."
    content = "“The port will open,” Lena Marsh told Karl Lind"
    account = read(seen("a note from her office", "according to", content, text), text)
    assert ("direct", "The port will open,", "told") in said(account)
    (direct,) = [one for one in account.statements if one.form == "direct"]
    names = {actor.id: actor.name for actor in account.actors}
    assert (names[direct.speaker or ""], direct.parent is None) == ("Lena Marsh", False)


def test_the_person_told_may_be_part_of_the_cue_that_the_model_sees() -> None:
    text = "Lena Marsh asked Karl Lind whether he would come."
    account = read(seen("Lena Marsh", "asked Karl Lind", "whether he would come", text), text)
    names = {actor.id: actor.name for actor in account.actors}
    assert names[account.statements[0].addressee or ""] == "Karl Lind"


def test_a_plain_form_is_believed_where_the_model_sees_nobody_speak() -> None:
    text = "In her words, a large ferry was discussed on Monday. Lena Marsh left."
    unnamed = Attribution((), at("was discussed", text), at("a large ferry", text), 0.9)
    told = said(read(Layers((unnamed,)), text))
    assert ("indirect", "a large ferry was discussed on Monday", "In her words") in told


def test_a_sentence_that_goes_on_out_of_the_marks_is_one_utterance_with_them() -> None:
    text = "“I saw it,” Lena Marsh said. “They want to sail” in the spring.\n"
    first, second = "“I saw it,”", "“They want to sail” in the spring"
    spans = (*at(first, text), *at(second, text))
    one = Attribution(at("Lena Marsh", text), at("said", text), spans, 0.9)
    told = read(Layers(attributions=(one,)), text).statements[-1]
    assert told.form == "mixed"
    assert [span.of(text) for span in told.content] == [second]


def test_where_a_rule_knows_no_words_of_saying_those_that_the_model_sees_stand() -> None:
    text = "The survey ended. Lena Marsh: “We will sign.”\n"
    (told,) = read(seen("Lena Marsh", ":", "“We will sign.”", text), text).statements
    assert [span.of(text) for span in told.source] == ["Lena Marsh"]


def test_a_dash_behind_a_source_is_no_part_of_it() -> None:
    text = "Lena Marsh — said that the port will open.\n"
    account = read(seen("Lena Marsh —", "said", "that the port will open", text), text)
    assert [span.of(text) for span in account.statements[0].source] == ["Lena Marsh"]


def test_a_subject_that_the_model_takes_for_said_is_the_rules() -> None:
    text = "Minister Lena Marsh was quoted as saying that the ferry will sail.\n"
    layers = Layers(
        attributions=(
            Attribution(
                (),
                at("was quoted as saying", text),
                (*at("Minister Lena Marsh", text), *at("that the ferry will sail", text)),
                0.9,
            ),
        )
    )
    (told,) = read(layers, text).statements
    assert [span.of(text) for span in told.source] == ["Minister Lena Marsh"]
    assert [span.of(text) for span in told.content] == ["that the ferry will sail"]


def test_an_office_before_the_name_of_a_source_is_no_part_of_the_content() -> None:
    text = "The ferry would sail, the envoy for the lake, Lena Marsh, said.\n"
    layers = seen("Lena Marsh", "said", "The ferry would sail, the envoy for the lake", text)
    (told,) = read(layers, text).statements
    assert [span.of(text) for span in told.source] == ["the envoy for the lake, Lena Marsh"]
    assert [span.of(text) for span in told.content] == ["The ferry would sail"]
