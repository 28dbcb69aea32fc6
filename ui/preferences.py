"""What the window remembers without a secret: language, look, and the usual vault."""

from pathlib import Path
from typing import Any

from familytrace.i18n import LANGUAGES
from familytrace.paths import default_vault_folder, settings_file
from ui.tokens import TEXT_SIZES


class Preferences:
    """``language`` is empty until it was chosen; ``percent`` is the size of the text.

    ``vault`` is remembered only when it lies in the usual folder: where somebody
    keeps another one is nobody's business.
    """

    def __init__(self) -> None:
        self.language = ""
        self.dark = False
        self.percent = TEXT_SIZES[0]
        self.vault: Path | None = None


def load() -> Preferences:
    """Read the preferences; what is missing or wrong is as on the first day."""
    kept, made = _read(), Preferences()
    if kept.get("language") in LANGUAGES:
        made.language = kept["language"]
    made.dark = kept.get("dark") is True
    if kept.get("percent") in TEXT_SIZES:
        made.percent = kept["percent"]
    made.vault = _usual(kept.get("vault")) or only_vault()
    return made


def save(preferences: Preferences) -> None:
    """Write the preferences beside whatever else is kept in that file."""
    import json

    from familytrace.files import make_private_folder, write_whole

    kept = _read()
    kept["language"] = preferences.language
    kept["dark"] = preferences.dark
    kept["percent"] = preferences.percent
    vault = preferences.vault
    kept["vault"] = vault.name if vault and vault.parent == default_vault_folder() else ""
    make_private_folder(settings_file().parent)
    write_whole(settings_file(), json.dumps(kept).encode())


def only_vault() -> Path | None:
    """Return the vault in the usual folder if there is exactly one."""
    found = sorted(default_vault_folder().glob("*.familytrace"))
    return found[0] if len(found) == 1 else None


def _usual(name: object) -> Path | None:
    if not isinstance(name, str) or not name or Path(name).name != name:
        return None
    folder = default_vault_folder() / name
    return folder if folder.is_dir() else None


def _read() -> dict[str, Any]:
    try:
        text = settings_file().read_text("utf-8")
    except (OSError, ValueError):
        return {}
    import json

    try:
        kept = json.loads(text)
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}
