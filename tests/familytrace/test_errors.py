import inspect
import string

import pytest

from familytrace import errors
from familytrace.errors import CoolingOffError, FamilyTraceError, ProfileError
from familytrace.i18n import in_language

KINDS = [
    kind
    for _name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, FamilyTraceError)
]
BRANCHES = (errors.VaultError, errors.ConsentError, errors.PackageError, errors.FormError)


def _details(kind: type[FamilyTraceError]) -> dict[str, object]:
    text = kind.message + kind.remedy
    return {name: 7 for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_says_itself_in_two_plain_sentences(kind: type[FamilyTraceError]) -> None:
    error = kind(**_details(kind))
    assert error.said() == str(error)
    for text in (error.said(), error.advice()):
        assert text.endswith(".")
        assert len(text) < 200
        assert "{" not in text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_error_blames_or_frightens(kind: type[FamilyTraceError]) -> None:
    words = (kind.message + " " + kind.remedy).lower().replace(".", " ").split()
    assert not {"error", "invalid", "illegal", "fatal", "failed", "exception"} & set(words)


def test_details_stand_in_the_sentence() -> None:
    assert "24 hours" in CoolingOffError(hours=24).said()
    assert "a typing mistake" in ProfileError(reason="a typing mistake").said()


def test_an_error_can_be_said_in_the_language_of_the_moment() -> None:
    error = errors.ConsentMissingError()
    english = error.said()
    with in_language("ug"):
        assert english != error.said()
    assert english == error.said()


def test_every_error_belongs_to_one_branch() -> None:
    for kind in KINDS:
        branches = [branch for branch in BRANCHES if issubclass(kind, branch)]
        assert len(branches) <= 1
