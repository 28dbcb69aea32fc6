"""What the recipient would still miss, what stays at home, and what was cut: in words."""

from collections.abc import Callable

from familytrace.actions.export_case import Prepared
from familytrace.i18n import _, isolate, isolate_ltr, n_
from familytrace.model.topics import TOPIC_LABELS
from ui.widgets.button import link
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.point import Point


class ReadyCard(Card):
    """Two parts: what is missing, and what stays here. Nothing of it is told to the recipient."""

    def __init__(self, prepared: Prepared, on_ask: Callable[[], object]) -> None:
        super().__init__(_("Is it ready?"), gap=10)
        for icon, tone, words in (*_missing(prepared), *_language_troubles(prepared)):
            self.add(Point(icon, tone, words, "sm"))
        if not prepared.gaps:
            self.add(Point("circle-check", "ok", _("Nothing that they need is missing."), "sm"))
        kept = _kept(prepared)
        if kept:
            self.add(Label(_("Stays on this computer"), "sm", weight="bold"))
            for words in kept:
                self.add(Point("lock", "text2", words, "sm"))
        if prepared.kept_back.by_topic:
            self.ask = link(_("Ask the family about more"), on_ask, "handshake")
            self.add(self.ask)
        for label in prepared.kept_back.cuts:
            words = _("A protected name or number was cut out of: {label}")
            self.add(Point("eraser", "warn", words.format(label=_(label)), "sm"))


def _missing(prepared: Prepared) -> list[tuple[str, str, str]]:
    return [
        ("lock" if gap.blocked else "circle-alert", "warn", isolate(gap.sentence))
        for gap in prepared.gaps
    ]


def _language_troubles(prepared: Prepared) -> list[tuple[str, str, str]]:
    found = []
    lacking = prepared.untranslated
    if lacking:
        names = " · ".join(isolate(f"{one.number} {one.label}") for one in lacking[:4])
        more = len(lacking) - 4
        names += f" … +{isolate_ltr(str(more))}" if more > 0 else ""
        words = n_(
            "{count} answer is not yet in the language of the form: {names}",
            "{count} answers are not yet in the language of the form: {names}",
            len(lacking),
        )
        found.append(("languages", "warn", words.format(count=len(lacking), names=names)))
    if prepared.uncovered:
        count = len(prepared.uncovered)
        words = n_(
            "{count} letter cannot be printed; the page shows a number in its place.",
            "{count} letters cannot be printed; the page shows numbers in their place.",
            count,
        )
        found.append(("type", "warn", words.format(count=count)))
    return found


def _kept(prepared: Prepared) -> list[str]:
    back = prepared.kept_back
    lines = [
        f"{_(TOPIC_LABELS[topic])}  ·  {isolate_ltr(str(count))}" for topic, count in back.by_topic
    ]
    if back.locked:
        words = n_(
            "{count} entry on people who could be punished: it never leaves.",
            "{count} entries on people who could be punished: they never leave.",
            back.locked,
        )
        lines.append(words.format(count=back.locked))
    return lines
