from __future__ import annotations

from communique import errors
from communique.errors import CommuniqueError


def tree() -> list[type[CommuniqueError]]:
    return [
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type) and issubclass(thing, CommuniqueError)
    ]


def test_every_error_has_a_code_of_its_own_and_is_drawn_in_the_tree() -> None:
    assert len({error.code for error in tree()}) == len(tree())
    assert all(error.__name__ in (errors.__doc__ or "") for error in tree())


def test_a_message_is_one_line_with_subject_fault_and_remedy() -> None:
    error = errors.EmptyInput("there is no\ntext", subject="a.txt", remedy="remove the file")
    assert str(error) == "a.txt: there is no text; remove the file"


def test_an_unknown_name_lists_the_known_ones() -> None:
    assert str(errors.UnknownName("reader", "x", ["rules", "learnt"])).endswith("learnt, rules")
