"""Short reports in many languages, with what must be found in them.

A case is a text, an empty line apart from the next. Lines that begin with ``=`` say what is
expected::

    = contact call held | Антон Берес (Велория), Игорь Ланской (Тарвения) | from Антон Берес
    = contact meeting planned | … | on 2031-05-20 | in Норск | about поставки зерна
    = no contact
    = no act release           (none of that type)
    = act thank | Игорь Ланской > Антон Берес | освобождение
    = figure 12 percent
    = figure 40- рыбаков        (at least forty; -40 at most, 3-5 a range)
    = position Велория against sanctions
    = actor Антон Берес person
    = says Антон Берес > журналистам | Мы готовы      (whose words, to whom; how they begin)
    = forecast Антон Берес | переговоры завершатся | by 2031-06
    = proposal Антон Берес | обмен пленными | встреча лидеров      (the steps, in order)
    = contacts 2               (no more and no fewer)

A whole report in ``reports/LANGUAGEn.txt`` has the same lines behind one of three hyphens.
Names are those of actors; a state in brackets is whom a participant represents. Every report
came out on 2031-05-14 where no line "# came out on" says another day. What is expected but not yet
read has a question mark for "=".
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from communique.extract import extract
from communique.model import Account, Participant, Report, account_of, verify_account
from communique.read.rules import RuleReader

FOLDER = Path(__file__).parent / "cases"
REPORTS = Path(__file__).parent / "reports"
PUBLISHED = "2031-05-14"


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what is expected of it."""

    language: str
    number: int
    text: str
    expected: tuple[str, ...]
    published: str = PUBLISHED


def cases_of(language: str) -> list[Case]:
    """Return the cases of a language, in order."""
    blocks = (FOLDER / f"{language}.txt").read_text("utf-8").split("\n\n")
    found: list[Case] = []
    for block in blocks:
        lines = [line for line in block.strip().splitlines() if not line.startswith("#")]
        told = tuple(line[1:].strip() for line in lines if line.startswith("="))
        text = "\n".join(line for line in lines if not line.startswith("="))
        if told:
            found.append(Case(language, len(found) + 1, text, told))
    return found


def reports() -> list[Case]:
    """Return the whole reports, by language and number."""
    found: list[Case] = []
    for path in sorted(REPORTS.glob("*.txt")):
        text, _, told = path.read_text("utf-8").partition("\n---\n")
        expected = tuple(line[1:].strip() for line in told.splitlines() if line.startswith("="))
        days = [line.split()[-1] for line in told.splitlines() if line.startswith("# came out on ")]
        day = days[0] if days else PUBLISHED
        found.append(Case(path.stem[:2], int(path.stem[2:]), text, expected, day))
    return found


def account(text: str, language: str, published: str = PUBLISHED) -> Account:
    """Return what a report in a language says, with every span verified."""
    report = Report(id="r", publication="r", text=text, language=language, published=published)
    reading = next(RuleReader().read([report]))
    told = account_of(reading, extract(reading))
    verify_account(told)
    return told


def missing(case: Case) -> list[str]:
    """Return what a case expects and does not get."""
    told = account(case.text, case.language, case.published)
    return [line for line in case.expected if not _is_met(told, line)]


def _is_met(told: Account, line: str) -> bool:
    word, _, rest = line.partition(" ")
    if word == "no":
        claims, _, kind = rest.partition(" ")
        return not [c for c in getattr(told, f"{claims}s") if not kind or c.type == kind]
    if word == "contacts":
        return len(told.contacts) == int(rest)
    check = {
        "contact": _contact, "act": _act, "figure": _figure, "position": _position,
        "actor": _actor, "says": _says, "forecast": _forecast, "proposal": _proposal,
    }  # fmt: skip
    return check[word](told, [part.strip() for part in rest.split("|")])


def _name(told: Account, actor: str | None) -> str:
    return next((a.name for a in told.actors if a.id == actor), "-")


def _contact(told: Account, parts: list[str]) -> bool:
    kind, status = parts[0].split()
    for contact in told.contacts:
        people = {
            f"{_name(told, p.actor)}" + (f" ({state})" if (state := _state(told, p)) else "")
            for p in contact.participants
        }
        slots = {
            "from": _name(told, contact.initiator),
            "on": (contact.date.value if contact.date else "") or "",
            "in": contact.place.name if contact.place else "",
        }
        if (contact.kind, contact.status) != (kind, status):
            continue
        if people != {name.strip() for name in parts[1].split(",")}:
            continue
        if all(_slot_fits(slots, contact.topics + contact.outcome, part) for part in parts[2:]):
            return True
    return False


def _state(told: Account, person: Participant) -> str | None:
    """Return whom somebody represents: an actor, or a state that only an adjective names."""
    if person.represents:
        return _name(told, person.represents)
    actor = next(a for a in told.actors if a.id == person.actor)
    ids = {a.id for a in told.actors}
    return next(
        (o.of for o in actor.offices if o.of and o.of not in ids and o.of[:1].isupper()), None
    )


def _slot_fits(slots: dict[str, str], labels: tuple[object, ...], part: str) -> bool:
    slot, _, value = part.partition(" ")
    if slot == "about":
        return any(value.lower() in str(getattr(label, "label", "")).lower() for label in labels)
    return slots[slot] == value


def _act(told: Account, parts: list[str]) -> bool:
    who, _, whom = parts[1].partition(" > ")
    for act in told.acts:
        actor = _name(told, act.actor) if act.actor else f"({act.actor_raw})"
        status = parts[0].split()
        if act.type != status[0] or (len(status) > 1 and act.status != status[1]):
            continue
        if actor != who.strip() or (whom and _name(told, act.towards) != whom.strip()):
            continue
        if len(parts) < 3 or parts[2].lower() in act.what.lower():
            return True
    return False


def _figure(told: Account, parts: list[str]) -> bool:
    amount, _, thing = parts[0].partition(" ")
    low, dash, high = amount.partition("-")
    wanted = (float(low) if low else None, float(high) if high else None)
    for figure in told.figures:
        bounds = (figure.low, figure.high)
        if bounds != (wanted if dash else (wanted[0], wanted[0])):
            continue
        if thing in (figure.unit or "") or thing.lower() in (figure.thing or "").lower():
            return len(parts) < 2 or _name(told, figure.claimant) == parts[1].removeprefix("by ")
    return False


def _position(told: Account, parts: list[str]) -> bool:
    for position in told.positions:
        said = f"{_name(told, position.actor)} {position.polarity} {position.issue}"
        if said == parts[0]:
            return True
    return False


def _actor(told: Account, parts: list[str]) -> bool:
    return any(f"{actor.name} {actor.kind}" == parts[0] for actor in told.actors)


def _says(told: Account, parts: list[str]) -> bool:
    who, _, whom = parts[0].partition(" > ")
    for statement in told.statements:
        words = " ".join(span.of(told.report.text or "") for span in statement.content)
        said = parts[1].lower() in " ".join(words.split()).lower()
        if said and _name(told, statement.speaker) == who:
            heard = {_name(told, statement.addressee), ""}
            return not whom or whom in heard
    return False


def _forecast(told: Account, parts: list[str]) -> bool:
    for forecast in told.forecasts:
        day = forecast.horizon.value if forecast.horizon else None
        wanted = parts[2].removeprefix("by ") if len(parts) > 2 else day
        if _name(told, forecast.by) == parts[0] and parts[1].lower() in forecast.what.lower():
            return day == wanted
    return False


def _proposal(told: Account, parts: list[str]) -> bool:
    for proposal in told.proposals:
        steps = [step.what.lower() for step in proposal.steps]
        if _name(told, proposal.by) == parts[0] and len(steps) == len(parts) - 1:
            return all(part.lower() in step for part, step in zip(parts[1:], steps, strict=True))
    return False
