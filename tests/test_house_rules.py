"""The house rules hold, and each of them can fail."""

import ast
import importlib
import inspect
import os
import re
import shutil
import socket
import string
import subprocess
import sys
from pathlib import Path

import house_rules
import pytest
import run_offline

from familytrace import errors

ROOT = house_rules.ROOT
BRANCHES = {"FamilyTraceError", "VaultError", "ConsentError", "PackageError", "FormError"}
KINDS = sorted(
    (
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.FamilyTraceError)
    ),
    key=lambda kind: kind.__name__,
)


def test_every_house_rule_is_kept() -> None:
    assert [] == house_rules.findings()


@pytest.mark.parametrize("rule", house_rules.RULES, ids=lambda rule: rule.name)
def test_each_house_rule_catches_its_planted_fault(rule: house_rules.Rule) -> None:
    assert list(rule.check(ast.parse(rule.planted)))
    assert not list(rule.check(ast.parse("def quiet(one: int) -> int:\n    return one\n")))


def test_a_rule_holds_where_it_is_meant_to() -> None:
    rule = next(rule for rule in house_rules.RULES if rule.name == "the core is silent")
    assert rule.holds_for("familytrace/vault/rows.py")
    assert not rule.holds_for("familytrace/cli/main.py")
    assert not rule.holds_for("packaging/house_rules.py")


# --- every failure speaks in two sentences ---------------------------------------------------


def _sentence_faults(kind: type[errors.FamilyTraceError]) -> list[str]:
    own = kind.__dict__
    faults = [word for word in ("message", "remedy") if word not in own]
    for text in (kind.message, kind.remedy):
        if not re.fullmatch(r"[A-Z].*\.", text) or "!" in text:
            faults.append(text)
    return faults


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.__name__ not in BRANCHES], ids=lambda k: k.__name__
)
def test_every_error_says_what_happened_and_what_to_do(
    kind: type[errors.FamilyTraceError],
) -> None:
    assert [] == _sentence_faults(kind)
    names = {name for _, name, _, _ in string.Formatter().parse(kind.message) if name}
    said = kind(**dict.fromkeys(names, 3)).said()
    assert "{" not in said


def test_an_error_without_its_own_advice_is_noticed() -> None:
    class HalfError(errors.VaultError):
        """Planted: says what happened and leaves the person alone."""

        message = "It broke"

    assert ["remedy", "It broke"] == _sentence_faults(HalfError)


def test_only_the_errors_file_makes_kinds_of_error() -> None:
    known = {kind.__name__ for kind in KINDS}
    strangers = []
    for path in house_rules.tracked():
        if path.startswith(("familytrace/", "ui/")) and path != "familytrace/errors.py":
            for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef) and known & {
                    ast.unparse(b).split(".")[-1] for b in node.bases
                }:
                    strangers.append(f"{path}:{node.name}")
    assert [] == strangers


# --- tests mirror the tree -------------------------------------------------------------------


def _imported_by(test: Path) -> set[str]:
    """Return the modules of ours that a test imports, as paths from the root."""
    names = set()
    for node in ast.walk(ast.parse(test.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name.replace(".", "/") + ".py" for name in names}


def _tested_elsewhere() -> dict[str, str]:
    """Modules (or patterns of them) without a mirror, each with the test that covers it."""
    listed = (ROOT / "tests" / "tested_elsewhere.txt").read_text(encoding="utf-8")
    pairs = (line.split() for line in listed.splitlines() if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


def test_every_module_is_tested_in_its_mirrored_place() -> None:
    missing = []
    for path in house_rules.tracked():
        module = Path(path)
        if not path.startswith(("familytrace/", "ui/")) or module.name.startswith("__"):
            continue
        folder = ROOT / "tests" / module.parent
        if (folder / f"test_{module.name}").exists() or _is_listed(path):
            continue
        if not any(path in _imported_by(test) for test in folder.glob("test_*.py")):
            missing.append(path)
    assert [] == missing


def _is_listed(path: str) -> bool:
    return any(Path(path).match(pattern) for pattern in _tested_elsewhere())


def test_the_list_of_modules_tested_elsewhere_is_true() -> None:
    for pattern, test in _tested_elsewhere().items():
        assert list(ROOT.glob(pattern)), pattern
        assert (ROOT / test).exists(), test


# --- nothing of the maker's machine is in the tree -------------------------------------------

_FOLDERS = ("root", "home", "work", "Users", "opt")
_HOSTS = ("pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "debian" + ".org")
_MACHINE = re.compile(
    rf"(?<![\w.])/(?:{'|'.join(_FOLDERS)})/\w|{'|'.join(re.escape(host) for host in _HOSTS)}"
)


def _machine_traces(text: str) -> list[str]:
    return _MACHINE.findall(text)


def test_no_machine_path_or_host_name_is_in_the_tree() -> None:
    found = []
    for path in house_rules.tracked(""):
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path}: {trace}" for trace in _machine_traces(text)]
    assert [] == found


def test_a_machine_path_would_be_noticed() -> None:
    for folder in _FOLDERS:
        assert _machine_traces(f"see /{folder}/somebody/notes")
    for host in _HOSTS:
        assert _machine_traces(f"https://{host}/simple")
    assert not _machine_traces("docs/home/page and 1/2 workers")


# --- who may know whom -----------------------------------------------------------------------

BREACHES = {
    "The core knows nothing of the screen": ("familytrace/plain.py", "import ui.theme"),
    "The core is built in layers": ("familytrace/clock.py", "import familytrace.errors"),
    "The screen acts through actions": ("ui/theme.py", "import familytrace.vault.connection"),
    "Nothing of ours can speak to a network": ("familytrace/plain.py", "import socket"),
    "One door to SQLCipher": ("familytrace/plain.py", "import sqlcipher3"),
    "One door to PDF writing": ("familytrace/plain.py", "import reportlab"),
    "One door to age": ("familytrace/plain.py", "import pyrage"),
    "One door to pictures": ("familytrace/plain.py", "import PIL"),
    "Few doors to the ciphers": ("familytrace/plain.py", "import nacl"),
    "One door to PDF reading": ("familytrace/plain.py", "import pypdfium2"),
}


def test_each_import_contract_catches_a_planted_breach(tmp_path: Path) -> None:
    contracts = (ROOT / "packaging" / "import-contracts.toml").read_text(encoding="utf-8")
    named = set(re.findall(r'^name = "(.*)"$', contracts, re.MULTILINE))
    for tree in ("familytrace", "ui"):
        shutil.copytree(
            ROOT / tree, tmp_path / tree, ignore=shutil.ignore_patterns("__pycache__", "data")
        )
    for name in named:
        path, breach = BREACHES[name]
        with (tmp_path / path).open("a", encoding="utf-8") as stream:
            stream.write(f"\n{breach}\n")
    (tmp_path / "contracts.toml").write_text(contracts, encoding="utf-8")
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [program, "--config", "contracts.toml", "--no-cache"],
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    broken = set(re.findall(r"^(.*?) BROKEN\b", result.stdout, re.MULTILINE))
    assert named == broken, result.stdout + result.stderr


# --- no network ------------------------------------------------------------------------------


def test_a_network_socket_is_refused_inside_the_tests() -> None:
    with pytest.raises(RuntimeError, match="only AF_UNIX"):
        socket.socket(socket.AF_INET)
    socket.socket(socket.AF_UNIX).close()


def test_the_trace_reader_finds_network_sockets_of_ours_only() -> None:
    allowed = [
        "12<python> socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        "13<dbus-daemon> socket(AF_INET, SOCK_STREAM, 0) = 3",
        "12<python> <... socket resumed>) = 4",
        "14<python> +++ killed by SIGKILL +++",
    ]
    planted = [
        "12<python> socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3",
        "12<python> socket(AF_INET6, SOCK_DGRAM <unfinished ...>",
        "12 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3",
        "15<QThread> io_uring_setup(8, {flags=0}) = 5",
    ]
    assert planted == run_offline.forbidden_calls(allowed + planted)


# --- PySide6 ---------------------------------------------------------------------------------


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal from 3.12 on")
def test_this_pyside_keeps_its_references() -> None:
    core = importlib.import_module("PySide6.QtCore")
    thing = core.QObject()
    rounds = 1000
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(rounds):
        thing.setObjectName("x")
        thing.objectNameChanged.emit("x")
    after = sys.getrefcount(None), sys.getrefcount(True)
    lost = [(b - a) / rounds for b, a in zip(before, after, strict=True)]
    assert max(lost) < 0.1, "this PySide6 aborts on Python 3.11 (docs/decisions.md)"


# --- nothing is left half done ---------------------------------------------------------------

_MARKERS = ("TO" + "DO", "FIX" + "ME", r"\bXX" + r"X\b", "place" + "holder")
_HALF_DONE = re.compile("|".join([*_MARKERS, r"\bstu" + r"b\b"]))


def test_nothing_in_the_tree_says_that_it_is_half_done() -> None:
    found = []
    for path in house_rules.tracked(""):
        if path.endswith((".py", ".toml", ".sh", "Makefile")) and path[:6] != "tests/":
            lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
            found += [f"{path}: {line}" for line in lines if _HALF_DONE.search(line)]
    assert [] == found


def test_a_marker_of_unfinished_work_would_be_noticed() -> None:
    for marker in ("TO" + "DO", "FIX" + "ME", "XX" + "X", "stu" + "b"):
        assert _HALF_DONE.search(f"# {marker}: later")
    assert not _HALF_DONE.search("line.setPlaceholderText(hint)  # stubborn")
