from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Assistant to the President for National Security Affairs Jonas Moss met Minister of "
            "Foreign Affairs and International Cooperation of Peru Marta Rojo.",
            ["Jonas Moss", "Marta Rojo"],
        ),
        (
            "Deputy Secretary of Defense Karin Hill, Director of the Office of the Harbour "
            "Commission Wen Bo and Coordinator for the Middle East and North Africa Bert Gurk.",
            ["Karin Hill", "Wen Bo", "Bert Gurk"],
        ),
        ("Secretary of Health and Human Services Xavi Berra left.", ["Xavi Berra"]),
        (
            "Special Envoy for the Horn of Africa Mike Hammer and Under Secretary for Political "
            "Affairs Vera Noland",
            ["Mike Hammer", "Vera Noland"],
        ),
        ("Director of the Office of Trade and Budget Sarina Young spoke.", ["Sarina Young"]),
    ],
)
def test_long_offices_end_before_the_name(read: Any, text: str, names: list[str]) -> None:
    met = read(text)
    assert [name for name, kind in met.names.items() if kind == "person"] == names
    assert all(met.offices(name) for name in names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Hassan Sheikh Mohamed met Prime Minister Mohammed Shia\nAl-Sarani of Iraq.",
         ["Hassan Sheikh Mohamed", "Mohammed Shia Al-Sarani"]),
        ("King Abdullah II of Jordan met Dean William M. Trenor and José Ángel d’Orta.",
         ["Abdullah II", "Dean William M. Trenor", "José Ángel d’Orta"]),
        ("The call with Chilean President Fernando R.\nMora, Jr. was short.",
         ["Fernando R. Mora Jr."]),
    ],
)  # fmt: skip
def test_names_are_whole(read: Any, text: str, names: list[str]) -> None:
    assert [name for name, kind in read(text).names.items() if kind == "person"] == names


def test_an_epithet_of_another_office_joins_no_name(read: Any) -> None:
    text = "The Vice President and President Roe of Latvia met. The Vice President left."
    met = read(text)
    assert met.offices("Roe") == [("President", "Latvia")]
    assert len(met.mentions("The Vice President")) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Energy Secretary Ulla Brand came. The Secretary of Labor stayed.", "Ulla Brand"),
        ("The Director of the Trade Office left. The Director of the Space Agency came.",
         "The Director of the Trade Office"),
        ("Former President Ann Roe came. The president of the club left. The President spoke.",
         "Ann Roe"),
        ("President Ann Roe came. The former president slept.", "Ann Roe"),
        ("Ann Roe, the trade minister of Peru, is a lawyer and the former Director of the Fund. "
         "Director Jan Lee left.", "Jan Lee"),
    ],
)  # fmt: skip
def test_an_epithet_means_nobody_who_holds_another_office(read: Any, text: str, name: str) -> None:
    assert len(read(text).mentions(name)) == 1


def test_an_epithet_means_whoever_has_all_its_words(read: Any) -> None:
    met = read("Secretary of Energy Ulla Brand met Minister Ann Roe. The Secretary left.")
    assert met.mentions("Ulla Brand") == ["Ulla Brand", "The Secretary"]
    met = read(
        "The Minister of Foreign Affairs of Peru, Ann Roe, left. The foreign minister slept."
    )
    assert met.mentions("Ann Roe")[-1] == "The foreign minister"


@pytest.mark.parametrize(
    "text", ["They built seven major Harbour Works.", "She will host Holi Nights."]
)
def test_a_small_word_is_no_title(read: Any, text: str) -> None:
    assert "person" not in read(text).names.values()


def test_leaders_with_words_of_their_own_are_not_the_two_who_met(read: Any) -> None:
    text = "President Jan Mroz of Poland met President Petr Vlk of Latvia. The faith leaders sang."
    assert read(text).members("The faith leaders") == []
    assert read(text.replace("faith ", "")).members("The leaders") == ["Jan Mroz", "Petr Vlk"]


@pytest.mark.parametrize(
    "text",
    [
        "The order President Moss signed, and the Harbour Safety Declaration President Moss read.",
        "President Moss spoke. Songs the president Peru needs were sung.",
        "Jan Roe is now the Director of the Fund. President Moss left.",
    ],
)
def test_words_before_an_office_are_not_always_of_it(read: Any, text: str) -> None:
    assert ("President", None) in read(text).offices("Moss")
    assert len([name for name, kind in read(text).names.items() if kind == "person"]) < 3


def test_a_family_is_not_its_king(read: Any) -> None:
    assert "person" not in read("The eldest of the King family sang.").names.values()


def test_the_sides_of_three_states_are_not_two_of_them(read: Any) -> None:
    two = "President Ann Roe of Peru met President Jan Lee of Chile. "
    assert len(read(two + "The parties spoke.").members("The parties")) == 2
    three = two + "President Ulla Brand of Norway came. The parties spoke."
    assert read(three).members("The parties") == []


def test_the_president_is_not_the_one_he_speaks_to(read: Any) -> None:
    met = read("The President called President Mutan. Mutan slept. The President left.")
    assert met.mentions("Mutan") == ["Mutan", "Mutan"]
    assert len(met.mentions("The President")) == 2


def test_a_list_is_no_apposition(read: Any) -> None:
    assert read("President Moss, the First Lady, and Jan Roe came.").offices("Moss") == [
        ("President", None)
    ]
    assert ("leader", "Peru") in read("President Roe, the leader of Peru, left.").offices("Roe")


@pytest.mark.parametrize(
    "text", ["These are events the White House hosts with joy.", "All available sources of power."]
)
def test_verbs_and_things_are_no_people(read: Any, text: str) -> None:
    assert "group" not in read(text).names.values()


def test_a_name_behind_the_office_of_a_state_is_its_holder(read: Any) -> None:
    cast = read("Ana Ruiz received France's foreign minister, Dina Okoro, who thanked her.")
    assert [title for title, _ in cast.offices("Dina Okoro")] == ["foreign minister"]


def test_offices_in_capitals_count_in_capitals_only(read: Any) -> None:
    met = read("Polish FM Jan Mroz met PM Ana Ruiz at 3 PM on FM radio. At 5 PM Mroz left.")
    assert [actor.name for actor in met.cast.actors.values()] == [
        "Jan Mroz",
        "Ana Ruiz",
        "Poland",
    ]
    assert [o.title for a in met.cast.actors.values() for o in a.offices] == ["FM", "PM"]


@pytest.mark.parametrize(
    "text",
    [
        "Poland rejected it. Its foreign minister, Ana Ruiz, said no.",
        "He is to meet Norvik’s foreign minister, Ana Ruiz, in Oberhaven.",
        "Ana Ruiz, Norvik’s foreign minister, left.",
    ],
)
def test_an_office_with_an_owner_beside_a_name(read: Any, text: str) -> None:
    met = read(text)
    persons = [actor for actor in met.cast.actors.values() if actor.kind == "person"]
    assert [actor.name for actor in persons] == ["Ana Ruiz"]
    assert [office.title for office in persons[0].offices] == ["foreign minister"]


def test_a_counterpart_holds_the_same_office_elsewhere(read: Any) -> None:
    named = "Polish Foreign Minister Jan Mroz left. Polish President Lech Kowal stayed. "
    met = read(named + "Norwegian Foreign Minister Ana Ruiz called her Polish counterpart.")
    mroz = next(actor for actor in met.cast.actors.values() if actor.name == "Jan Mroz")
    assert [span.of(met.text) for span in mroz.mentions][-1] == "her Polish counterpart"


def test_a_counterpart_who_is_not_named_is_somebody(read: Any) -> None:
    met = read("Norwegian Foreign Minister Ana Ruiz called her Polish counterpart on Monday.")
    names = [actor.name for actor in met.cast.actors.values() if actor.kind == "person"]
    assert names == ["Ana Ruiz", "her Polish counterpart"]


def test_people_who_may_be_a_side_need_no_article(read: Any) -> None:
    talks = read("Poland held talks with rebel commanders. Ana Ruiz met opposition leaders.")
    assert talks.names["rebel commanders"] == talks.names["opposition leaders"] == "group"
    assert "prisoners" not in read("The return of prisoners of war was slow.").names


def test_the_minister_is_who_was_named_last_of_two(read: Any) -> None:
    met = read(
        "Polish Foreign Minister Ewa Lis met the press. Lis spoke for an hour. Lis was calm. She "
        "was asked about fish. Czech Foreign Minister Petr Vlk was absent. The minister was ill."
    )
    assert met.mentions("Petr Vlk") == ["Petr Vlk", "The minister"]


def test_an_office_stands_beside_a_name_with_a_form_of_address(read: Any) -> None:
    met = read("The Foreign Minister of Peru, H.E. Ana Ruiz, received Jan Mroz.")
    assert met.mentions("Ana Ruiz") == ["The Foreign Minister of Peru", "Ana Ruiz"]


def test_an_office_between_two_names_is_of_who_has_none_yet(read: Any) -> None:
    met = read("Deputy Minister Jan Mroz, the head of the Harbour Board, Ewa Lis, and others came.")
    assert ("head", "Harbour Board") in met.offices("Ewa Lis")
    assert met.offices("Jan Mroz") == [("Deputy Minister", None)]


def test_a_place_before_an_office_is_not_its_holder(read: Any) -> None:
    met = read("In Kumbal, the League's secretary-general, Osei Bonsu, praised the truce.")
    assert "Kumbal" not in met.names
    assert met.offices("Osei Bonsu")[0][0] == "secretary-general"


def test_the_minister_goes_on_as_the_subject(read: Any) -> None:
    met = read("Minister Ana Ruiz came. Minister Ruiz met Minister Jan Mroz. The Minister will go.")
    assert met.mentions("Ana Ruiz")[-1] == "The Minister"


def test_the_envoy_of_a_state_is_who_comes_from_it(read: Any) -> None:
    met = read("Ann Lee of Chile arrived. Petr Vlk of Peru left. The Chilean envoy spoke.")
    assert met.mentions("Ann Lee") == ["Ann Lee", "The Chilean envoy"]


def test_the_envoy_of_a_body_is_not_that_of_a_state(read: Any) -> None:
    met = read("The Polish envoy, Jan Mroz, spoke. The Kelm League's envoy listened.")
    assert met.mentions("Jan Mroz") == ["The Polish envoy", "Jan Mroz"]


def test_officers_named_together_share_the_state_said_once(read: Any) -> None:
    met = read("Poland’s President Jan Mroz and Prime Minister Ewa Lis left.")
    names = {actor.id: actor.name for actor in met.cast.actors.values()}
    of = {a.name: [names.get(o.of or "") for o in a.offices] for a in met.cast.actors.values()}
    assert of["Ewa Lis"] == ["Poland"]


def test_a_state_told_elsewhere_is_not_shared(read: Any) -> None:
    met = read(
        "Polish President Jan Mroz and Prime Minister Petr Vlk met. "
        "Petr Vlk, the Czech prime minister, was late."
    )
    names = {actor.id: actor.name for actor in met.cast.actors.values()}
    vlk = next(a for a in met.cast.actors.values() if a.name == "Petr Vlk")
    assert {names.get(office.of or "") for office in vlk.offices} == {"Czech Republic"}


def test_short_forms_of_offices_are_the_offices(read: Any) -> None:
    met = read("Amb. Jon Ahl met Dep. Foreign Minister Bo Dahl. The ambassador thanked him.")
    assert met.offices("Jon Ahl") == [("Amb.", None)]
    assert met.mentions("Jon Ahl") == ["Jon Ahl", "The ambassador"]
    assert met.offices("Bo Dahl") == [("Dep. Foreign Minister", None)]


def test_who_is_sent_to_a_state_is_not_of_it(read: Any) -> None:
    met = read("The UN envoy for Chile, Ann Lee, met Peru's ambassador to Kenya, Bo Dahl.")
    assert met.offices("Ann Lee") == [("envoy", "United Nations")]
    assert met.offices("Bo Dahl") == [("ambassador", "Peru")]


def test_what_a_minister_is_for_is_of_the_office(read: Any) -> None:
    met = read("Chile's information minister, Ann Lee, denied it.")
    assert met.offices("Ann Lee") == [("information minister", "Chile")]


def test_who_serves_somebody_is_somebody_else(read: Any) -> None:
    met = read("President Peter Holm spoke. A spokesman for Mr. Holm denied that he had lied.")
    assert met.offices("A spokesman for Mr. Holm") == [("spokesman", "Mr. Holm")]
    assert met.mentions("Peter Holm") == ["Peter Holm", "Holm"]


@pytest.mark.parametrize(
    ("said", "office"),
    [
        ("Ann Lee, regional director at Oxfam, left.", "regional director"),
        ("Ann Lee, Middle East director at Oxfam, left.", "director"),
        ("Oxfam's Africa director, Ann Lee, left.", "director"),
        ("Ann Lee, a senior fellow with Oxfam, left.", "senior fellow"),
    ],
)
def test_what_somebody_is_at_a_body(read: Any, said: str, office: str) -> None:
    assert read(said).offices("Ann Lee") == [(office, "Oxfam")]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ann Rell, Minister of Foreign Affairs, left.", [("Minister of Foreign Affairs", None)]),
        ("H.E. Mr. Omar al-Rell, Foreign Minister, left.", [("Foreign Minister", None)]),
    ],
)
def test_an_office_in_capitals_behind_a_whole_name_needs_no_state(
    read: Any, text: str, offices: list[tuple[str, str | None]]
) -> None:
    met = read(text)
    (name,) = (name for name, kind in met.names.items() if kind == "person")
    assert met.offices(name) == offices


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ann Rell, Minister of Health, received Bob Dorn, Deputy Prime Minister of Peru."
            " The Minister was glad.",
            "Ann Rell",
        ),
        (
            "Vice President Ann Rell of Peru met President Bob Dorn of Chad."
            " The President was glad.",
            "Bob Dorn",
        ),
    ],
)
def test_of_two_the_one_without_a_rank_is_meant(read: Any, text: str, name: str) -> None:
    assert read(text).mentions(name)[-1].startswith("The ")


@pytest.mark.parametrize(
    "headline",
    [
        "Minister Ann Lee meets President of Norland",
        "Minister Ann Lee holds talks with President of Norland",
        "Minister Ann Lee received by President of Norland",
    ],
)
def test_an_office_without_an_article_means_its_holder_in_a_headline(
    read: Any, headline: str
) -> None:
    met = read(f"{headline}\n\nThe President of Norland, Bo Roe, thanked Minister Ann Lee.")
    assert any("President of Norland" in said for said in met.mentions("Bo Roe"))
    assert len(met.mentions("Bo Roe")) == 3


@pytest.mark.parametrize("verb", ["telephoned", "thanked"])
def test_who_calls_both_leaders_is_neither_of_them(read: Any, verb: str) -> None:
    met = read(
        "Prime Minister Ann Lee of Norland met President Bo Roe of Sudmark. "
        f"King Olaf of Westmark {verb} both leaders on Saturday."
    )
    assert set(met.members("both leaders")) == {"Ann Lee", "Bo Roe"}
