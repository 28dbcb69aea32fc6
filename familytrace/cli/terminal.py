"""Talking to a terminal: secrets, questions, tables, progress. Nothing else prints."""

import getpass
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

from familytrace.errors import FamilyTraceError, UsageError
from familytrace.i18n import _

_KEPT_FORMATS = "\u200c\u200d\u2066\u2067\u2068\u2069\u200e\u200f"


def say(text: str = "") -> None:
    """Print a line that is safe for a terminal."""
    print(harmless(text))


def warn(text: str) -> None:
    """Print a line for the person, not for a program."""
    print(harmless(text), file=sys.stderr)


def harmless(text: str) -> str:
    """Replace control characters and overrides of direction; keep lines and joiners."""
    return "".join(
        letter
        if letter == "\n" or letter in _KEPT_FORMATS or unicodedata.category(letter)[0] != "C"
        else "\ufffd"
        for letter in text
    )


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows with columns two spaces apart."""
    held = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*held, strict=True)]
    for row in held:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())


def read_secret(source: str | None, question: str) -> str:
    """Return a secret from a file, from standard input (``-``) or typed unseen.

    The first line counts. Raises UsageError when there is nobody to ask.
    """
    if source == "-":
        return _first_line(sys.stdin.readline())
    if source is not None:
        try:
            return _first_line(Path(source).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(reason=_("the file with the words cannot be read")) from error
    if not sys.stdin.isatty():
        raise UsageError(reason=_("there is nobody to ask for the words; name a file"))
    return getpass.getpass(f"{question}: ")


def _first_line(text: str) -> str:
    line = text.partition("\n")[0].strip("\r\n")
    if not line.strip():
        raise UsageError(reason=_("the words are empty"))
    return line


def agreed(question: str, given: bool) -> bool:
    """Return True when the person says yes now, or said so with an option."""
    if given:
        return True
    if not sys.stdin.isatty():
        return False
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes", _("yes"))


def readable_allowed(given: bool) -> None:
    """Ask before readable text is written to a named place; raises UsageError on no."""
    question = _("This writes text that anybody can read. Write it?")
    if not agreed(question, given):
        raise UsageError(reason=_("readable text is written only after a yes (--yes-plain)"))


def progress(what: str) -> Callable[[int, int], None]:
    """Return something that shows how far long work is; quiet when not a terminal."""
    if not sys.stderr.isatty():
        return lambda _done, _total: None

    def show(done: int, total: int) -> None:
        share = f"{100 * done // total:3d} %" if total else f"{done}"
        end = "\n" if total and done >= total else ""
        print(f"\r{what} {share}", end=end, file=sys.stderr, flush=True)

    return show


def explain(error: FamilyTraceError) -> int:
    """Say what happened and what to do; return the exit code of this kind of error."""
    warn(error.said())
    warn(error.advice())
    return error.exit_code
