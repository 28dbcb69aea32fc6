"""Each sentence that promises safety is held by a test that exists."""

import ast
import re
import tomllib
from functools import cache

import house_rules

ROOT = house_rules.ROOT


def _promises() -> dict[str, list[str]]:
    text = (ROOT / "tests" / "promises.toml").read_text(encoding="utf-8")
    return {one["says"]: one["held_by"] for one in tomllib.loads(text)["promise"]}


@cache
def _tests_in(path: str) -> frozenset[str]:
    if not (ROOT / path).exists():
        return frozenset()
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def _orphans(promises: dict[str, list[str]]) -> list[str]:
    """Return the promises that no test holds, and the tests that are not there."""
    found = [says for says, held_by in promises.items() if not held_by]
    for name in (name for held_by in promises.values() for name in held_by):
        path, _, test = name.partition("::")
        if test not in _tests_in(path):
            found.append(name)
    return found


def test_every_promise_is_held_by_a_test_that_is_there() -> None:
    assert [] == _orphans(_promises())


def test_a_promise_without_a_test_would_be_noticed() -> None:
    planted = {"We keep you safe.": [], "It is fast.": ["tests/test_promises.py::test_nothing"]}
    assert ["We keep you safe.", "tests/test_promises.py::test_nothing"] == _orphans(planted)


def _sentences(path: str, name: str) -> list[str]:
    """Return the sentences marked for translation in a file, or in one of its tables."""
    tree: ast.AST = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if name and isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name:
            tree = node
            break
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marked = [call.args[0] for call in calls if ast.unparse(call.func) in {"_", "N_"}]
    return [str(said.value) for said in marked if isinstance(said, ast.Constant)]


def test_what_the_window_says_it_can_do_is_promised_here() -> None:
    assert set(_sentences("ui/gate/limits.py", "CAN")) <= set(_promises())
    front = set(_sentences("ui/gate/frame.py", "")) | set(_sentences("ui/gate/safe_use.py", ""))
    assert {says for says in front if re.match(r"Works|Locked|Nothing", says)} <= set(_promises())


def test_the_promises_of_the_security_page_are_the_ones_held_here() -> None:
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\d\. (.*?)(?=^\d\. |^$)", page, re.MULTILINE | re.DOTALL)
    said = {" ".join(one.split()) for one in listed}
    assert said
    assert set() == said - set(_promises())
