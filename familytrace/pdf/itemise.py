"""Cuts a line of text into runs of one direction, face and script."""

from typing import NamedTuple
from unicodedata import category

from familytrace.pdf.bidi import Resolved
from familytrace.pdf.bidi_implicit import OPENING
from familytrace.pdf.faces import Face, Stack, is_invisible, script_of

JOINERS = "\u200c\u200d"


class Run(NamedTuple):
    """Characters from start to end, not including the end, that are shaped together."""

    start: int
    end: int
    face: Face
    script: str
    level: int


def runs_of(text: str, stack: Stack, order: Resolved) -> list[Run]:
    """Return the runs of one line; directions and other invisible signs are in none."""
    if text.isascii():
        return [Run(0, len(text), stack.latin, "Latn", order.levels[0])] if text else []
    scripts = _scripts(text)
    runs: list[Run] = []
    last: tuple[Face, str, int] | None = None
    start = 0
    for place, char in enumerate(text):
        if is_invisible(char) and char not in JOINERS:
            now = None
        else:
            face = stack.for_script(scripts[place])
            face = stack.covering(char, face) or face
            now = (face, scripts[place], order.levels[place])
        if now != last:
            if last is not None:
                runs.append(Run(start, place, *last))
            start, last = place, now
    if last is not None:
        runs.append(Run(start, len(text), *last))
    return runs


def _scripts(text: str) -> list[str]:
    """Give each sign the script beside it: before it, or for what opens, after it."""
    scripts = [script_of(char) for char in text]
    following = _following(text, scripts)
    waiting: list[tuple[int, str]] = []
    before = ""
    for place, char in enumerate(text):
        if scripts[place]:
            before = scripts[place]
            continue
        code = ord(char)
        found = before or following[place]
        if code in OPENING:
            found = following[place] or before
            waiting.append((OPENING[code], found))
        elif waiting and code == waiting[-1][0]:
            found = waiting.pop()[1]
        elif category(char) == "Pi":
            found = following[place] or before
        scripts[place] = found or "Latn"
    return scripts


def _following(text: str, scripts: list[str]) -> list[str]:
    """Return for each place the script of the next letter."""
    following = [""] * len(text)
    after = ""
    for place in range(len(text) - 1, -1, -1):
        after = scripts[place] or after
        following[place] = after
    return following
