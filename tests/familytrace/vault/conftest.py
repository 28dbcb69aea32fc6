"""A vault that opens at once: made a single time, copied for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from vault_for_tests import NAME, Hands, Template

from familytrace import clock
from familytrace.vault.vault import Vault


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return Template(tmp_path_factory.mktemp("template") / NAME)


@pytest.fixture
def folder(template: Template, tmp_path: Path) -> Path:
    return template.copy(tmp_path)


@pytest.fixture
def reopen(template: Template) -> Callable[[Path], Vault]:
    return template.open


@pytest.fixture
def vault(template: Template, folder: Path) -> Iterator[Vault]:
    with template.open(folder) as opened:
        yield opened


@pytest.fixture
def hands() -> Iterator[Hands]:
    hands = Hands()
    before = clock.set_source(lambda: hands.now)
    yield hands
    clock.set_source(before)
