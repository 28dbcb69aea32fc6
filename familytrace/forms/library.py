"""The bundled forms and the ones a user added."""

from functools import cache
from pathlib import Path

from familytrace.errors import ProfileError, UnknownFormError
from familytrace.forms.profile import Profile, read_profile

_BUNDLED = Path(__file__).with_name("profiles")
_LONGEST = 256 * 1024


@cache
def bundled_profile(name: str) -> Profile:
    """Return a bundled form by its id; raises UnknownFormError."""
    path = _BUNDLED / f"{name}.toml"
    if name not in bundled_names():
        raise UnknownFormError
    return read_profile(path.read_text(encoding="utf-8"))


@cache
def bundled_names() -> tuple[str, ...]:
    """Return the ids of all bundled forms."""
    return tuple(sorted(path.stem for path in _BUNDLED.glob("*.toml")))


def load_profile(path: Path) -> Profile:
    """Read a form file that a user brought; raises ProfileError saying what is wrong."""
    try:
        data = path.read_bytes()
        if len(data) > _LONGEST:
            raise ProfileError(reason="it is too long")
        return read_profile(data.decode("utf-8"))
    except OSError as error:
        raise ProfileError(reason="the file cannot be read") from error
    except UnicodeDecodeError as error:
        raise ProfileError(reason="it is not written in UTF-8") from error
