"""The answer of a case to one question of a form, in the language in use."""

from collections.abc import Iterator
from dataclasses import replace

from familytrace.forms.compose import COMPOSERS
from familytrace.forms.filled import Answer
from familytrace.forms.profile import Question, fact_named
from familytrace.forms.show import short, show
from familytrace.i18n import _
from familytrace.model.case import Case
from familytrace.model.facts import Fact

_NAMES = frozenset({"person.father_name", "person.mother_name"})

Rows = tuple[tuple[str, ...], ...]


def answer_question(
    question: Question, case: Case
) -> tuple[tuple[Answer, ...], tuple[str, ...], Rows]:
    """Return the pieces of the answer, or the columns and rows of a table."""
    if question.answer:
        return COMPOSERS[question.answer].compose(case), (), ()
    if question.table:
        columns, rows = _table(question, case)
        return (), columns if rows else (), rows
    return tuple(_pieces(question, case)), (), ()


def _pieces(question: Question, case: Case) -> Iterator[Answer]:
    """Show single facts; unless only the first is known, each says what it is."""
    known = [name for name in question.facts if _single(name, case, named=False)]
    named = known != list(question.facts[:1])
    for name in known:
        yield from _single(name, case, named=named)


def _single(name: str, case: Case, *, named: bool) -> tuple[Answer, ...]:
    part, _dot, attribute = name.partition(".")
    fact = _fact(name)
    pieces = show(getattr(getattr(case, part), attribute), fact)
    if name in _NAMES:
        pieces = tuple(replace(piece, role="name") for piece in pieces)
    if named and pieces and not pieces[0].label:
        pieces = (replace(pieces[0], label=_(fact.label)), *pieces[1:])
    return pieces


def _table(question: Question, case: Case) -> tuple[tuple[str, ...], Rows]:
    facts = [(column, _fact(f"{question.table}.{column}")) for column in question.columns]
    rows = tuple(
        tuple(short(getattr(record, column), fact) for column, fact in facts)
        for record in getattr(case, question.table)
        if all(getattr(record, key) == wanted for key, wanted in question.where.items())
    )
    filled = tuple(row for row in rows if any(row))
    return tuple(_(fact.label) for _column, fact in facts), filled


def _fact(name: str) -> Fact:
    fact = fact_named(name)
    if fact is None:
        raise KeyError(name)
    return fact
