"""Read the small files that come in from outside, with limits, before anything looks into them."""

from pathlib import Path

from familytrace.errors import CardError, NotAPackageError, PackageTooBigError
from familytrace.package.limits import CARD, SEALED


def read_sealed(path: Path) -> bytes:
    """Return the bytes of a package; raises PackageTooBigError or NotAPackageError."""
    try:
        if path.stat().st_size > SEALED:
            raise PackageTooBigError
        return path.read_bytes()
    except OSError as error:
        raise NotAPackageError from error


def read_card_file(path: Path) -> str:
    """Return the text of a recipient card; raises CardError."""
    try:
        if path.stat().st_size > CARD:
            raise CardError
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CardError from error
