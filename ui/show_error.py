"""Show what went wrong: two calm sentences for what we know, a short report for a bug."""

import sys
import traceback
from types import TracebackType

from PySide6.QtWidgets import QMessageBox, QWidget

from familytrace import __version__
from familytrace.errors import FamilyTraceError
from familytrace.i18n import _

_OURS = ("familytrace", "ui")


def sentences(error: BaseException) -> tuple[str, str]:
    """Return what happened and what helps; for a bug, that the records are safe and its place."""
    if isinstance(error, FamilyTraceError):
        return error.said(), error.advice()
    return (
        _("FamilyTrace made a mistake. What you saved before is safe."),
        _("Tell the people who gave you FamilyTrace: {report}").format(report=report(error)),
    )


def report(error: BaseException) -> str:
    """Return type, version and our own module and line; no text, no values, no paths."""
    where = "?"
    for frame in traceback.extract_tb(error.__traceback__):
        parts = frame.filename.replace("\\", "/").removesuffix(".py").split("/")
        start = next((n for n, part in enumerate(parts) if part in _OURS), None)
        if start is not None:
            where = f"{'.'.join(parts[start:])}:{frame.lineno}"
    return f"{type(error).__name__} {where} {__version__}"


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Open a dialog with both sentences; plain text, one button."""
    from PySide6.QtCore import Qt

    said, advice = sentences(error)
    box = QMessageBox(parent)
    box.setWindowTitle("FamilyTrace")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(said)
    box.setInformativeText(advice)
    box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole)
    box.open()


def catch_bugs(parent: QWidget) -> None:
    """Show every error that nobody caught, instead of writing it to a log."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        show_error(parent, error.with_traceback(trace))

    sys.excepthook = hook
