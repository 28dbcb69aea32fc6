"""Compile the catalogues (locales/**/*.po to .mo) for a wheel, an editable install, or by hand.

Run by hand after a translation changed: ``.venv/bin/python packaging/hatch_build.py``.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """Write the .mo beside each .po under ``root/locales`` and return what was written.

    Unreviewed ("fuzzy") entries are left out: the English sentence is shown instead.
    """
    written = []
    for source in sorted((root / "locales").rglob("*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream, abort_invalid=True)
        compiled = source.with_suffix(".mo")
        with compiled.open("wb") as stream:
            write_mo(stream, catalogue)
        written.append(compiled)
    return written


def bundled_files(root: Path) -> dict[str, str]:
    """Return each asset and compiled catalogue with its place in the wheel."""
    files = [path for path in sorted((root / "assets").rglob("*")) if path.is_file()]
    files += sorted((root / "locales").rglob("*.mo"))
    return {
        str(path): f"familytrace/_data/{path.relative_to(root).as_posix()}"
        for path in files
        if "__pycache__" not in path.parts
    }


class CatalogueHook(BuildHookInterface):  # type: ignore[misc, type-arg, unused-ignore]
    """Hatchling calls this before it collects files, for wheels and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile everything, and put data files into a wheel under ``familytrace/_data``.

        An editable install finds them in the checkout, so nothing is copied for it.
        """
        root = Path(self.root)
        compile_catalogues(root)
        if version == "standard":
            build_data["force_include"].update(bundled_files(root))


if __name__ == "__main__":
    for path in compile_catalogues(Path(__file__).resolve().parent.parent):
        print(path.relative_to(Path.cwd()))
