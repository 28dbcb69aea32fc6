"""A line that opens the Uyghur letters under it."""

from PySide6.QtWidgets import QLineEdit, QWidget

from familytrace.i18n import _
from ui.widgets.button import link
from ui.widgets.layouts import column
from ui.widgets.letter_picker import LetterPicker


def letters_link(field: QLineEdit | None = None) -> QWidget:
    """Return the line; the keys write where the cursor was last, at first into ``field``."""
    holder = QWidget()
    inside = column(holder, gap=8)
    show = link(_("Show Uyghur letters"), icon="keyboard")
    inside.addWidget(show)

    def open_letters() -> None:
        show.hide()
        picker = LetterPicker()
        inside.addWidget(picker)
        if field is not None:
            picker.write_into(field)
            field.setFocus()

    show.clicked.connect(lambda _on=False: open_letters())
    return holder
