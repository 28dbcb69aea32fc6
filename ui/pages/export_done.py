"""After writing: where it is, how to hand it over, and how not."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.actions.export_case import Written
from familytrace.i18n import _, isolate, isolate_ltr
from ui.widgets.banner import Banner
from ui.widgets.button import secondary
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.point import Point


class DoneCard(Card):
    """``words`` are the six words of a package that is sealed with words."""

    def __init__(
        self, written: Written, recipient: str, words: str, on_back: Callable[[], object]
    ) -> None:
        super().__init__(gap=14)
        sealed = written.entry.format == "package"
        name = isolate_ltr(written.path.name)
        who = isolate(recipient)
        if not sealed:
            text = _("It has no lock: {name}. Anybody who finds it can read it.").format(name=name)
        elif words:
            text = _("Only your words open it: {name}").format(name=name)
        else:
            text = _("Only {recipient} can open it: {name}").format(recipient=who, name=name)
        self.said = Banner("ok", _("It is written"), text)
        self.add(self.said)
        if words:
            self.add(_words(words))
        self.add(Label(_("How to hand it over"), "lg"))
        for words_ in _good(sealed):
            self.add(Point("check", "ok", words_))
        self.add(Label(_("Never like this"), "lg"))
        for words_ in _bad(sealed):
            self.add(Point("x", "danger", words_))
        holder = QWidget()
        flow = Flow(holder)
        self.back = secondary(_("Back to handing over"), on_back, "arrow-left")
        flow.addWidget(self.back)
        self.add(holder)


def _good(sealed: bool) -> tuple[str, ...]:
    if sealed:
        return (
            _("On a stick, given by hand to somebody you know there."),
            _("Or as an attachment, in the way that they told you themselves."),
            _("Then call, and ask whether it has arrived and opened."),
        )
    return (
        _("Give it by hand to the person it is for."),
        _("Print it only on a printer that belongs to you or to them."),
        _("Delete it from the stick afterwards. A trace may remain."),
    )


def _bad(sealed: bool) -> tuple[str, ...]:
    both = (
        _("Not by WeChat, QQ or another app that the Chinese government can read."),
        _("Not on the computer of a copy shop or an internet café."),
    )
    if sealed:
        return (*both, _("Not through somebody who says they will pass it on."))
    return (*both, _("Not by mail or as an attachment, and not to a cloud."))


def _words(words: str) -> Card:
    card = Card(role="sunken", gap=6)
    card.add(Label(_("These words open it"), "sm", weight="medium"))
    card.add(Label(isolate(words), "code", wrap=True))
    text = _("Tell them by voice, never in writing and never the same way as the file.")
    card.add(Label(text, "sm", tone="text2", wrap=True))
    return card
