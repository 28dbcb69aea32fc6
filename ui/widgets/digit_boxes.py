"""Small boxes for groups of digits, typed or pasted as they stand on paper."""

from collections.abc import Sequence

from ui.widgets.line_edit import LineEdit


def only_digits(text: str) -> str:
    """Leave out spaces, dashes and all else that is not a digit of some script."""
    return "".join(letter for letter in text if letter.isdecimal())


class DigitBoxes:
    """Boxes of ``size`` digits each; what is too long for one runs on into the next.

    A single digit too many is not taken, so that a slip does not spoil the next box.
    """

    def __init__(self, boxes: Sequence[LineEdit], size: int) -> None:
        self._boxes, self._size = boxes, size
        self._before = [""] * len(boxes)

    def tidy(self, n: int) -> int:
        """Put what was just typed into one box in order; return the last box it reached."""
        box, size = self._boxes[n], self._size
        digits = only_digits(box.text())
        before = only_digits(self._before[n])
        if len(before) == size and len(digits) == size + 1:
            digits = before
        pieces = [digits[at : at + size] for at in range(0, len(digits), size)] or [""]
        used = range(n, min(n + len(pieces), len(self._boxes)))
        for k, piece in zip(used, pieces, strict=False):
            self._put(k, piece)
        return used[-1]

    def _put(self, n: int, digits: str) -> None:
        box = self._boxes[n]
        self._before[n] = digits
        if box.text() != digits:
            at = len(only_digits(box.text()[: box.cursorPosition()]))
            box.setText(digits)
            box.setCursorPosition(at)
