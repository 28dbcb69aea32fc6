"""The words that are read aloud: versioned, hashed, and honest about who checked them."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from familytrace.model.topics import Purpose

_FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True, slots=True)
class Wording:
    """One version of the text in one language.

    ``questions`` is the recipient's question by purpose, ``apart`` the question for
    each topic that is asked by itself, ``government`` the three questions about the
    Chinese government. ``sha256`` covers every word of this language.
    """

    version: str
    language: str
    reviewed: bool
    intro: str
    stop: str
    questions: Mapping[str, str]
    apart: Mapping[str, str]
    government: Mapping[str, str]
    teach_back: Mapping[str, str]
    sha256: str

    def question(self, purpose: Purpose, recipient: str) -> str:
        """Return the recipient's question with its name in it."""
        return self.questions[purpose.value].format(recipient=recipient)


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def wording_for(language: str) -> Wording:
    """Return the wording in a language; English where there is none."""
    texts = _texts()
    found = language if language in texts["text"] else "en"
    text = texts["text"][found]
    return Wording(
        version=texts["version"],
        language=found,
        reviewed=text["reviewed"],
        intro=text["intro"],
        stop=text["stop"],
        questions=text["questions"],
        apart=text["apart"],
        government=text["government"],
        teach_back=text["teach_back"],
        sha256=hashlib.sha256(repr(sorted(_flat(text))).encode()).hexdigest(),
    )


def _flat(text: Mapping[str, Any], at: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in text.items():
        if isinstance(value, dict):
            found += _flat(value, f"{at}{key}.")
        elif isinstance(value, str):
            found.append((f"{at}{key}", value))
    return found
