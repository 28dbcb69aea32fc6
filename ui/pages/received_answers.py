"""The answers of a received form, as plain text, question by question."""

from familytrace.forms.read_sheet import SheetLine, read_sheet
from familytrace.i18n import _, isolate, isolate_ltr
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.layouts import line

_FIRST = 60


class ReceivedAnswers(Card):
    """A stranger's words: shown as letters only, whatever they hold."""

    def __init__(self, sheet: str) -> None:
        super().__init__(_("The answers"), gap=4)
        self._lines = _without_empty_sections(read_sheet(sheet))
        self._last = ""
        self._show(self._lines[:_FIRST])
        rest = self._lines[_FIRST:]
        self.more = link(_("Show all answers"), lambda: self._all(rest), "chevron-down")
        self.add(self.more)
        self.more.setVisible(bool(rest))

    def _all(self, rest: list[SheetLine]) -> None:
        self.more.hide()
        self._show(rest)

    def _show(self, lines: list[SheetLine]) -> None:
        for one in lines:
            if not one.number:
                self.add(Label(isolate(one.answer), "sm", tone="text2", wrap=True))
            elif not one.answer:
                self.add(line())
                self.add(Label(isolate(f"{one.number}  {one.question}"), "lg", wrap=True))
            else:
                self._answer(one)

    def _answer(self, one: SheetLine) -> None:
        question = f"{isolate_ltr(one.number)}  {isolate(one.question)}"
        if question != self._last:
            self.add(Label(question, "sm", tone="text3", wrap=True))
            self._last = question
        self.add(Label(isolate(one.answer), wrap=True, selectable=True))


def _without_empty_sections(lines: tuple[SheetLine, ...]) -> list[SheetLine]:
    """Leave out questions without an answer, and sections in which nothing is left."""
    kept: list[SheetLine] = []
    for one in lines:
        unanswered = bool(one.number) and not one.answer
        if unanswered and "." in one.number:
            continue
        if unanswered and kept and kept[-1].number and not kept[-1].answer:
            kept.pop()
        kept.append(one)
    return kept
