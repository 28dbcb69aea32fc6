"""The rules of this house that no linter knows, each with a planted fault that it must catch.

Run by ``make check``; the plants are tried by tests/test_house_rules.py. A rule reads one file's
syntax tree and names the lines that break it. Where a rule allows some files, they are listed.
"""

import ast
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("familytrace/", "ui/")
LONGEST_FILE = 350
LONGEST_TEST_FILE = 600
LONGEST_FUNCTION = 50
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "xmlrpc", "asyncio"}
BANNED_IMPORTS = NETWORK | {"tempfile", "pickle", "marshal", "shelve", "sqlite3", "webbrowser"}
BANNED_QT = {"QtNetwork", "QtWebEngineWidgets", "QtSql", "QtQml", "QtQuick"}

Lines = Iterator[tuple[int, str]]
Check = Callable[[ast.Module], Lines]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: where it holds, what it looks for, and a text that breaks it."""

    name: str
    check: Check
    planted: str
    where: tuple[str, ...] = PRODUCT
    allowed: tuple[str, ...] = ()

    def holds_for(self, path: str) -> bool:
        """Tell whether this rule is meant for the file."""
        return path.startswith(self.where) and not path.startswith(self.allowed or ("\0",))


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def _imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def long_functions(tree: ast.Module) -> Lines:
    """Find functions longer than a screen."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield node.lineno, f"{node.name} has {length} lines, at most {LONGEST_FUNCTION}"


def banned_imports(tree: ast.Module) -> Lines:
    """Find imports that would open a network, a temporary file or plain SQLite."""
    for line, name in _imports(tree):
        first, *rest = name.split(".")
        if first in BANNED_IMPORTS or (first == "PySide6" and BANNED_QT & set(rest)):
            yield line, f"{name} is not used in this house"
        if "QDesktopServices" in rest:
            yield line, "nothing is opened with other programs"


def star_imports(tree: ast.Module) -> Lines:
    """Find star imports: they build every Qt class before the first window."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
            yield node.lineno, "name what you import"


def run_of_text(tree: ast.Module) -> Lines:
    """Find eval, exec, compile of text, and commands run through a shell."""
    for call, name in _calls(tree):
        if name in {"eval", "exec", "compile", "os.system", "os.popen"}:
            yield call.lineno, f"{name}() runs text as code"
        for word in call.keywords:
            if word.arg == "shell" and ast.unparse(word.value) != "False":
                yield call.lineno, "no command goes through a shell"


def early_translation(tree: ast.Module) -> Lines:
    """Find ``_()`` outside functions, where it would be said in the wrong language for good."""
    waiting: list[ast.AST] = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            waiting.extend(getattr(node, "decorator_list", []))
            waiting.extend(value for value in node.args.defaults if value)
            continue
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "n_"}:
            yield node.lineno, "_() here would speak before the language is known; use N_()"
        waiting.extend(ast.iter_child_nodes(node))


def makers_of_disclosure(tree: ast.Module) -> Lines:
    """Find a Disclosure made by anything but the gate."""
    for call, name in _calls(tree):
        if name.split(".")[-1] == "Disclosure":
            yield call.lineno, "only disclose() makes a Disclosure"


def printing(tree: ast.Module) -> Lines:
    """Find words said past the command line: the core never prints and never asks."""
    for call, name in _calls(tree):
        if name in {"print", "input", "sys.stdout.write", "sys.stderr.write"}:
            yield call.lineno, "only the command line speaks"


def logging_calls(tree: ast.Module) -> Lines:
    """Find logging: there is no log that a name could reach."""
    for line, name in _imports(tree):
        if name.split(".")[0] == "logging":
            yield line, "FamilyTrace keeps no log"


def style_sheets(tree: ast.Module) -> Lines:
    """Find style sheets set outside the theme."""
    for call, name in _calls(tree):
        if name.split(".")[-1] == "setStyleSheet":
            yield call.lineno, "styles are set in ui/theme.py"


def raw_paragraphs(tree: ast.Module) -> Lines:
    """Find ReportLab's own Paragraph, which reads its text as markup and can load files."""
    for line, name in _imports(tree):
        if name.startswith("reportlab") and name.split(".")[-1] == "Paragraph":
            yield line, "print text with our own Para: Paragraph reads markup"


def argv_to_qt(tree: ast.Module) -> Lines:
    """Find QApplication given more than the program's name: ``-platform vnc`` opens a port."""
    for call, name in _calls(tree):
        if name.split(".")[-1] == "QApplication" and call.args:
            given = ast.unparse(call.args[0])
            if given not in {"sys.argv[:1]", "[]"} and not isinstance(call.args[0], ast.List):
                yield call.lineno, "give QApplication sys.argv[:1] and no more"


def plain_databases(tree: ast.Module) -> Lines:
    """Find sqlite-utils opened on a path: that would be a file without a key."""
    for call, name in _calls(tree):
        if name.split(".")[-1] == "Database" and call.args:
            words = {word.arg: ast.unparse(word.value) for word in call.keywords}
            if isinstance(call.args[0], ast.Constant) or words.get("execute_plugins") != "False":
                yield call.lineno, "Database() takes a keyed connection and execute_plugins=False"
        if any(word.arg == "alter" for word in call.keywords):
            yield call.lineno, "the schema changes only in migrations, never by alter="


def rich_labels(tree: ast.Module) -> Lines:
    """Find text formats that would read a stranger's text as markup."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        name = ast.unparse(node)
        if name.endswith(("RichText", "AutoText", "MarkdownText")) and name.startswith("Qt"):
            yield node.lineno, "text is plain text on every widget"
        if name.endswith((".setHtml", ".setMarkdown", ".insertHtml", ".setOpenExternalLinks")):
            yield node.lineno, "text is plain text on every widget"


def foreign_widgets(tree: ast.Module) -> Lines:
    """Find Qt's own text widgets, which guess markup or lose right-to-left lines."""
    for line, name in _imports(tree):
        last = name.split(".")[-1]
        if last in {"QLabel", "QMessageBox", "QPlainTextEdit", "QTextBrowser", "QTextEdit"}:
            yield line, f"use our own widget, not {last}"


def plain_widgets(tree: ast.Module) -> Lines:
    """Find labels and boxes that were not told to show plain text, and titles with words in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            text = ast.unparse(node)
            made = isinstance(node, ast.FunctionDef) and "QMessageBox(" in text
            kept = isinstance(node, ast.ClassDef) and "QLabel" in map(ast.unparse, node.bases)
            if (made or kept) and "PlainText" not in text:
                yield node.lineno, f"{node.name} must set the plain text format"
    for call, name in _calls(tree):
        said = ast.unparse(call.args[0]) if call.args else ""
        if name.endswith(".setWindowTitle") and said not in {"TITLE", "'FamilyTrace'"}:
            yield call.lineno, "the title of a window never changes and names nobody"


def writing(tree: ast.Module) -> Lines:
    """Find files opened for writing past the one door that makes them private and whole."""
    for call, name in _calls(tree):
        last = name.split(".")[-1]
        told = ast.unparse(call)
        raw = name == "os.open" and "devnull" not in told and "O_RDONLY" not in told
        if raw or last in {"write_text", "write_bytes", "mkstemp", "touch"}:
            yield call.lineno, "write through familytrace/files.py"
        if last in {"open", "fdopen"}:
            words = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
            modes = [one.value for one in words if isinstance(one, ast.Constant)]
            if any(isinstance(one, str) and set(one) & set("wax+") for one in modes):
                yield call.lineno, "write through familytrace/files.py"


def other_programs(tree: ast.Module) -> Lines:
    """Find other programs being started."""
    for line, name in _imports(tree):
        if name in {"subprocess", "multiprocessing"} or name.startswith("PySide6.QtCore.QProcess"):
            yield line, "only the worker and the lock start a process"


def other_clocks(tree: ast.Module) -> Lines:
    """Find the time asked of anything but our one clock."""
    for call, name in _calls(tree):
        if name.endswith(("datetime.now", "date.today", "datetime.today")) or name in {
            "time.time",
            "time.localtime",
        }:
            yield call.lineno, "ask familytrace.clock for the time"


def surroundings(tree: ast.Module) -> Lines:
    """Find environment variables being asked: they must not steer the app."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"os.environ", "os.getenv"}:
            yield node.lineno, "the environment is read and cleaned in one place"


RULES = (
    Rule(
        "short functions",
        long_functions,
        "def f():\n" + "    x = 1\n" * 60,
        where=(*PRODUCT, "packaging/", "tests/bench/"),
    ),
    Rule("banned imports", banned_imports, "from PySide6 import QtNetwork\nimport tempfile\n"),
    Rule("star imports", star_imports, "from PySide6.QtWidgets import *\n"),
    Rule("text is never run", run_of_text, "subprocess.run('ls', shell=True)\n"),
    Rule("translation in time", early_translation, "TITLE = _('Too early')\n"),
    Rule(
        "one maker of disclosures",
        makers_of_disclosure,
        "x = gate.Disclosure(case)\n",
        allowed=("familytrace/consent/gate.py",),
    ),
    Rule(
        "the core is silent",
        printing,
        "def f():\n    print('hello')\n",
        allowed=("familytrace/cli/", "ui/app.py"),
    ),
    Rule("no log", logging_calls, "from logging import getLogger\n"),
    Rule(
        "one theme", style_sheets, "widget.setStyleSheet('color: red')\n", allowed=("ui/theme.py",)
    ),
    Rule("no markup on paper", raw_paragraphs, "from reportlab.platypus import Paragraph\n"),
    Rule("Qt reads no arguments", argv_to_qt, "app = QApplication(sys.argv)\n"),
    Rule("no database without a key", plain_databases, "db = Database('cases.db')\n"),
    Rule(
        "our own text widgets",
        foreign_widgets,
        "from PySide6.QtWidgets import QLabel\n",
        allowed=("ui/widgets/", "ui/show_error.py"),
    ),
    Rule("plain labels and titles", plain_widgets, "window.setWindowTitle(case.name)\n"),
    Rule(
        "one door for writing",
        writing,
        "with path.open('w') as file:\n    pass\n",
        allowed=(
            "familytrace/files.py",
            "familytrace/vault/connection.py",
            "familytrace/worker/landlock.py",
        ),
    ),
    Rule(
        "few processes",
        other_programs,
        "import subprocess\n",
        allowed=("familytrace/worker/run.py", "ui/lock.py"),
    ),
    Rule("one clock", other_clocks, "now = datetime.now(UTC)\n", allowed=("familytrace/clock.py",)),
    Rule(
        "the environment does not steer",
        surroundings,
        "x = os.environ['HOME']\n",
        allowed=("ui/start.py", "familytrace/worker/run.py"),
    ),
    Rule("text is plain", rich_labels, "label.setTextFormat(Qt.TextFormat.RichText)\n"),
)


def tracked(suffix: str = ".py") -> list[str]:
    """Return the project's files of one kind that git knows, as paths from the root."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    paths = [path for path in listed.splitlines() if path.endswith(suffix)]
    return [path for path in paths if (ROOT / path).exists()]


def findings() -> list[str]:
    """Return every breach in the tree, one line each."""
    found = []
    for path in tracked():
        text = (ROOT / path).read_text(encoding="utf-8")
        count = text.count("\n")
        most = LONGEST_TEST_FILE if path.startswith("tests/") else LONGEST_FILE
        if count > most:
            found.append(f"{path}: {count} lines, at most {most}")
        tree = ast.parse(text)
        for rule in RULES:
            if rule.holds_for(path):
                found += [f"{path}:{line}: {rule.name}: {why}" for line, why in rule.check(tree)]
    return found


if __name__ == "__main__":
    problems = findings()
    for problem in problems:
        print(problem)
    print(
        f"{len(RULES)} house rules, {len(problems)} broken."
        if problems
        else f"{len(RULES)} house rules kept."
    )
    sys.exit(bool(problems))
