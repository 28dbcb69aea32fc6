"""Eight groups of six digits: the recovery code, typed from paper."""

from familytrace.i18n import _
from familytrace.vault.recovery import group_is_good
from ui.theme import restyle
from ui.widgets.digit_boxes import GROUPS, DigitBoxes

_DIGITS = 6


class CodeField(DigitBoxes):
    """Goes on by itself after six digits; a group with a mistake is marked at once.

    Spaces and dashes between the digits may be typed or pasted, as they stand on paper.
    """

    def __init__(self) -> None:
        super().__init__(_DIGITS, _group, self._edited)

    def text(self) -> str:
        """Return the groups with spaces between them."""
        return " ".join(edit.text().strip() for edit in self.groups)

    def is_complete(self) -> bool:
        """Tell whether all groups are there and without a slip."""
        return all(group_is_good(edit.text()) for edit in self.groups)

    def mark(self, n: int, wrong: bool) -> None:
        """Frame one group in red, or take the frame away."""
        edit = self.groups[n]
        edit.setProperty("state", "error" if wrong else "")
        restyle(edit)
        bad = [k + 1 for k, each in enumerate(self.groups) if each.property("state") == "error"]
        said = _("Look at group {number} on your paper again.").format(number=bad[0]) if bad else ""
        self.error.setText(said)
        self.error.setVisible(bool(bad))

    def _edited(self, n: int) -> None:
        last = self.tidy(n)
        for k in range(n, last + 1):
            text = self.groups[k].text()
            full = len(text) == _DIGITS
            self.mark(k, full and not group_is_good(text))
        self._go_on(n, last)
        self.changed.emit()

    def _go_on(self, n: int, last: int) -> None:
        """Move the keyboard to the first of these groups that is not right yet, or past them."""
        touched = range(n, last + 1)
        open_ = (k for k in touched if not group_is_good(self.groups[k].text()))
        at = min(next(open_, last + 1), GROUPS - 1)
        if at != n:
            self.groups[at].setFocus()


def _group(number: int) -> str:
    return _("Group {number} of the code").format(number=number)
