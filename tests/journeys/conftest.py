"""A desk with a window, for the journeys that go by mouse and keys."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def desk(qapp: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return a desk on an empty computer; the last window is closed after the test."""
    from window_desk import Desk

    monkeypatch.setenv("HOME", str(tmp_path))
    made = Desk(qapp, qtbot, tmp_path)
    yield made
    made.get_up()
