"""Qt's own few words (menus of text fields, file dialogs, key names) from our catalogue."""

from PySide6.QtCore import QCoreApplication, QTranslator

from familytrace.i18n import N_, _

QT_WORDS = (
    N_("&Undo"),
    N_("&Redo"),
    N_("Cu&t"),
    N_("&Copy"),
    N_("&Paste"),
    N_("Delete"),
    N_("Select All"),
    N_("&Yes"),
    N_("&No"),
    N_("&OK"),
    N_("OK"),
    N_("Cancel"),
    N_("&Open"),
    N_("&Save"),
    N_("Open"),
    N_("Save"),
    N_("Close"),
    N_("Look in:"),
    N_("File &name:"),
    N_("Files of type:"),
    N_("Directory:"),
    N_("&Choose"),
    N_("Back"),
    N_("Forward"),
    N_("Parent Directory"),
    N_("Create New Folder"),
    N_("&New Folder"),
    N_("List View"),
    N_("Detail View"),
    N_("Name"),
    N_("Size"),
    N_("Type"),
    N_("Date Modified"),
    N_("All Files (*)"),
    N_("Show &hidden files"),
    N_("&Rename"),
    N_("&Delete"),
    N_("Computer"),
)
_KNOWN = frozenset(QT_WORDS)


class Translator(QTranslator):
    """Answers Qt with our words; what we do not have stays as it is."""

    def isEmpty(self) -> bool:
        """Say that there is something to ask for."""
        return False

    def translate(
        self,
        _context: str,
        source: str,
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str | None:
        """Return our word, or None to leave Qt's; an empty text would erase it."""
        if source not in _KNOWN:
            return None
        said = _(source)
        return said if said != source else None


def install(app: QCoreApplication) -> None:
    """Let Qt ask us for its words from now on, once."""
    if app.findChild(Translator) is None:
        app.installTranslator(Translator(app))
