from pathlib import Path

import pytest

from familytrace import paths


@pytest.mark.parametrize(("kind", "inside"), [("assets", "fonts"), ("locales", "ug")])
def test_bundled_files_are_found_in_a_checkout(kind: str, inside: str) -> None:
    assert (paths.bundled(kind) / inside).is_dir()


def test_installed_files_come_before_those_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "familytrace"
    (package / "_data" / "assets").mkdir(parents=True)
    monkeypatch.setattr(paths, "_HERE", package)
    assert package / "_data" / "assets" == paths.bundled("assets")
    assert tmp_path / "locales" == paths.bundled("locales")


def test_what_is_kept_lies_in_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert paths.default_vault_folder().is_relative_to(tmp_path)
    assert paths.settings_file().is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []
