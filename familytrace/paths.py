"""Where bundled files live: installed wheel, frozen bundle or a checkout."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def bundled(kind: str) -> Path:
    """Return the folder of bundled files of one kind, ``assets`` or ``locales``."""
    installed = _HERE / "_data" / kind
    return installed if installed.is_dir() else _HERE.parent / kind


def default_vault_folder() -> Path:
    """Return the folder that vaults are kept in unless the person chooses another."""
    return Path.home() / "FamilyTrace"


def settings_file() -> Path:
    """Return the file of preferences without secrets."""
    return Path.home() / ".config" / "familytrace" / "settings.json"
