"""Taking an agreement back: whole with one click, or only parts of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from familytrace.consent.wording import wording_for
from familytrace.i18n import _, language, n_
from familytrace.model.consent import Consent
from familytrace.model.topics import TOPIC_LABELS, Topic
from ui.widgets.button import Button, secondary
from ui.widgets.card import Card
from ui.widgets.chips import Chips
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label

TakeBack = Callable[[Consent, frozenset[Topic] | None], object]


class TakeBackPanel(Card):
    """Says what it can do and what it cannot. No reason is asked for.

    ``left`` counts what was already handed to this recipient.
    """

    def __init__(
        self, consent: Consent, left: int, on_take_back: TakeBack, on_close: Callable[[], object]
    ) -> None:
        super().__init__(_("Take it back"), role="sunken")
        self._consent, self._on_take_back = consent, on_take_back
        self.add(Label(_honest(left), wrap=True))
        holder = QWidget()
        flow = Flow(holder)
        self.all = secondary(_("Take everything back"), self._everything, "rotate-ccw")
        flow.addWidget(self.all)
        flow.addWidget(Button(_("Leave it as it is"), "quiet", on_click=on_close))
        self.add(holder)
        parts = [
            (topic.value, _(TOPIC_LABELS[topic])) for topic in Topic if topic in consent.topics
        ]
        self.parts = Chips(parts, many=True, name=_("Only these"))
        self.add(Field(_("Or only these:"), self.parts))
        self.some = secondary(_("Take these back"), self._chosen)
        self.some.setEnabled(False)
        self.parts.changed.connect(lambda codes: self.some.setEnabled(bool(codes)))
        under = QWidget()
        Flow(under).addWidget(self.some)
        self.add(under)

    def _everything(self) -> None:
        self._on_take_back(self._consent, None)

    def _chosen(self) -> None:
        topics = frozenset(Topic(code) for code in self.parts.chosen())
        self._on_take_back(self._consent, topics)


def _honest(left: int) -> str:
    said = wording_for(language()).stop
    if not left:
        return said
    words = n_(
        "{count} file has already gone to them.", "{count} files have already gone to them.", left
    )
    return f"{said} {words.format(count=left)}"
