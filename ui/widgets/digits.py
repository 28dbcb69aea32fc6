"""Eight groups of five digits, typed as they are heard."""

from collections.abc import Sequence

from familytrace.i18n import _
from ui.theme import restyle
from ui.widgets.digit_boxes import GROUPS, DigitBoxes, only_digits

_DIGITS = 5


class Digits(DigitBoxes):
    """Goes on by itself after five digits. Digits of any script are taken, spaces left out."""

    def __init__(self) -> None:
        super().__init__(_DIGITS, _group, self._edited)
        for edit in self.groups:
            edit.setProperty("step", "word")

    def text(self) -> str:
        """Return the groups in western digits with spaces between them."""
        return " ".join(_western(edit.text()) for edit in self.groups)

    def is_complete(self) -> bool:
        """Tell whether all forty digits are there."""
        return all(len(_western(edit.text())) == _DIGITS for edit in self.groups)

    def differing(self, expected: Sequence[str]) -> list[int]:
        """Return the numbers, counted from 1, of the groups that differ from these."""
        typed = self.text().split(" ")
        pairs = zip(typed, expected, strict=True)
        return [n for n, (ours, theirs) in enumerate(pairs, 1) if ours != theirs]

    def mark(self, wrong: Sequence[int], words: str) -> None:
        """Frame groups in red and say why; nothing takes the marks away."""
        for n, edit in enumerate(self.groups, 1):
            edit.setProperty("state", "error" if n in wrong else "")
            restyle(edit)
        self.error.setText(words)
        self.error.setVisible(bool(words))

    def _edited(self, n: int) -> None:
        last = self.tidy(n)
        full = len(self.groups[last].text()) == _DIGITS
        at = min(last + full, GROUPS - 1)
        if at != n:
            self.groups[at].setFocus()
        if self.error.text():
            self.mark((), "")
        self.changed.emit()


def _western(text: str) -> str:
    return "".join(str(int(letter)) for letter in only_digits(text))


def _group(number: int) -> str:
    return _("Group {number} of the digits").format(number=number)
