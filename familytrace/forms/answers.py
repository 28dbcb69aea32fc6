"""The answer of a case to one question of a form, in the language in use."""

from familytrace.forms.compose import COMPOSERS
from familytrace.forms.filled import Answer
from familytrace.forms.profile import Question, fact_named
from familytrace.forms.show import short, show
from familytrace.i18n import _
from familytrace.model.case import Case
from familytrace.model.facts import Fact

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
    return tuple(piece for name in question.facts for piece in _single(name, case)), (), ()


def _single(name: str, case: Case) -> tuple[Answer, ...]:
    part, _dot, attribute = name.partition(".")
    return show(getattr(getattr(case, part), attribute), _fact(name))


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
