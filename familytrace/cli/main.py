"""The command line: words in, an action, words out; exit codes by kind of error."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from familytrace import __version__
from familytrace.cli import case, demo, export, forms, receive, recipient, vault
from familytrace.cli.terminal import explain, warn
from familytrace.errors import FamilyTraceError
from familytrace.i18n import _

_GROUPS = (vault, case, forms, export, receive, recipient, demo)
_BUG = 70


def entry(words: Sequence[str]) -> int:
    """Run as a process of its own: no network, no core dumps, text in UTF-8."""
    from familytrace.worker.sandbox import close_memory, deny_network

    deny_network()
    close_memory()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        return main(words)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def main(words: Sequence[str]) -> int:
    """Do what the words ask and return the exit code.

    0 done, 2 usage, 3 vault, 4 consent, 5 package, 6 form, 70 a fault of the program.
    """
    args = parser().parse_args(list(words))
    try:
        code: int = args.run(args)
    except FamilyTraceError as error:
        return explain(error)
    except KeyboardInterrupt:
        warn(_("Stopped. Nothing more was written."))
        return 130
    return code


class _Whole(argparse.ArgumentParser):
    """Takes whole option names only: a shortened one may not become another's file."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **{**options, "allow_abbrev": False})


def parser() -> argparse.ArgumentParser:
    """Return the reader of all commands."""
    top = _Whole(
        prog="familytrace",
        description=_("Records of missing relatives, shared only with consent. No words: the app."),
    )
    top.add_argument("--version", action="version", version=f"FamilyTrace {__version__}")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for group in _GROUPS:
        group.add_to(commands)
    return top
