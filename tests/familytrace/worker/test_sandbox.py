import ast
import subprocess
import sys
from pathlib import Path

import pytest

from familytrace.worker import sandbox

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter is Linux's")

# Asked of the kernel by number, past the network guard of the tests; the thread and the child
# ask by socketpair(), which the trace of "no network" does not count as an attempt.
PROBE = """
import ctypes, os, sys, threading
sys.path.append(sys.argv[1])
from familytrace.worker import sandbox
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    return "open" if libc.syscall(number, *arguments) >= 0 else str(ctypes.get_errno())
go, told = threading.Event(), []
def earlier():
    go.wait()
    told.append(call(PAIR, 2, 1, 0, 0))
thread = threading.Thread(target=earlier)
thread.start()
assert sandbox.deny_network()
go.set()
thread.join()
families = {name: call(SOCKET, number, 1, 0) for name, number in FAMILIES.items()}
families["thread"] = told[0]
families["ring"] = call(425, 4, ctypes.byref(ctypes.create_string_buffer(256)))
families["x32"] = call(0x40000000 + 41, 2, 1, 0) if SOCKET == 41 else "13"
families["pair"] = call(PAIR, 1, 1, 0, ctypes.byref(ctypes.create_string_buffer(8)))
child = os.fork()
if child == 0:
    os._exit(0 if call(PAIR, 2, 1, 0, 0) == "13" else 1)
families["child"] = str(os.waitpid(child, 0)[1])
print(families)
"""
FAMILIES = {"unix": 1, "inet": 2, "inet6": 10, "netlink": 16, "packet": 17, "bluetooth": 31}
REFUSED = "13"


def _probe() -> dict[str, str]:
    numbers = {"SOCKET": sandbox._number("socket"), "PAIR": sandbox._number("socketpair")}
    head = "".join(f"{name} = {value}\n" for name, value in numbers.items())
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"{head}FAMILIES = {FAMILIES}\n{PROBE}", str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
    )
    found = ast.literal_eval(done.stdout)
    assert isinstance(found, dict)
    return found


def test_the_app_can_open_local_sockets_and_no_others() -> None:
    found = _probe()
    assert {"unix": "open", "pair": "open", "child": "0"} == {
        name: found.pop(name) for name in ("unix", "pair", "child")
    }
    assert {REFUSED} == set(found.values())


def test_a_process_can_close_its_memory_to_others() -> None:
    script = (
        "import sys, os; sys.path.append(sys.argv[1]); from familytrace.worker import sandbox; "
        "import resource, ctypes; print(sandbox.close_memory(), "
        "resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert "True (0, 0) 0\n" == done.stdout


def test_no_call_number_is_listed_twice_for_a_machine() -> None:
    for machine in (0, 1):
        numbers = [pair[machine] for pair in sandbox._CALLS.values() if pair[machine] is not None]
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_is_made_for_both_machines(
    machine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_machine", lambda: machine)
    for steps in (
        sandbox._reader_steps(False),
        sandbox._reader_steps(True),
        sandbox._network_steps(),
    ):
        assert steps is not None
        assert len(steps) < 4096
        for number, (_, yes, no, _) in enumerate(steps):
            assert number + 1 + max(yes, no) < len(steps) or steps[number][0] == 6


def test_on_another_machine_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_machine", lambda: "mips")
    assert not sandbox.deny_network()
