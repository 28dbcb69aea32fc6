"""Read a *number | question | answer* sheet back, whoever wrote it; nothing in it is trusted."""

import re
from dataclasses import dataclass

_BAR = re.compile(r"(?<!\\)\|")
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line: a section has only ``number`` and ``question``; free text, and the title in
    the first line, only ``answer``."""

    number: str
    question: str
    answer: str


def read_sheet(text: str) -> tuple[SheetLine, ...]:
    """Return the lines that say something, at most 5,000, in their order."""
    found = []
    for at, line in enumerate(text.splitlines()[:_MOST]):
        cells = [_plain(cell) for cell in _BAR.split(line)]
        if at and len(cells) >= 3:
            found.append(SheetLine(cells[0], cells[1], " ".join(cells[2:]).strip()))
        elif any(cells):
            found.append(SheetLine("", "", "  ".join(cells).strip()))
    return tuple(found)


def _plain(cell: str) -> str:
    return cell.strip().replace("\\n", "\n").replace("\\|", "|")
