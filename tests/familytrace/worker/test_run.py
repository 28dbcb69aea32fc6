import ast
import io
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from busy import busy
from PIL import Image

from familytrace.errors import PackageDamagedError, WorkerError
from familytrace.worker import main, pictures, run

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
BOOT = "import sys; sys.path += sys.argv[1:3]; import hostile; hostile.begin(sys.argv[3:])"
QUICK = run.Limits(memory=512 << 20, processor_seconds=1, seconds=30.0, output=8 << 20)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="walls are Linux's")


def walled(task: str, limits: run.Limits) -> list[str]:
    return _command("walled", task, limits)


def open_wide(task: str, limits: run.Limits) -> list[str]:
    return _command("open", task, limits)


def with_fonts(task: str, limits: run.Limits) -> list[str]:
    return _command("fonts", task, limits)


def _command(walls: str, task: str, limits: run.Limits) -> list[str]:
    words = [walls, task, str(limits.memory), str(limits.processor_seconds)]
    return [sys.executable, "-I", "-B", "-c", BOOT, str(ROOT), str(HERE), *words]


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("something of the family")
    return path


ATTEMPTS = (
    "write_a_file",
    "read_a_file",
    "remove_a_file",
    "open_a_local_socket",
    "start_a_program",
    "fork",
    "signal_the_parent",
    "trace_the_parent",
    "set_up_a_ring",
    "run_written_memory",
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_won_over_worker_gets_nothing_out_of_the_system(attempt: str, a_file: Path) -> None:
    before = a_file.read_bytes()
    assert run.run(attempt, [bytes(a_file)], limits=QUICK, launch=walled) == b"refused"
    assert a_file.read_bytes() == before


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_won_over_reader_of_documents_gets_no_more(attempt: str, a_file: Path) -> None:
    assert run.run(attempt, [bytes(a_file)], limits=QUICK, launch=with_fonts) == b"refused"


def test_a_reader_of_documents_may_look_at_fonts_only(tmp_path: Path) -> None:
    fonts = Path("/usr/share/fonts")
    if not fonts.is_dir() or not any(fonts.iterdir()):
        pytest.skip("no fonts here")
    assert b"done" == run.run("list_a_folder", [bytes(fonts)], launch=with_fonts)
    for other in (tmp_path, Path("/etc"), Path.home(), fonts / ".." / ".."):
        assert b"refused" == run.run("list_a_folder", [bytes(other)], launch=with_fonts)


def test_a_won_over_worker_cannot_list_a_folder(tmp_path: Path) -> None:
    assert b"refused" == run.run("list_a_folder", [bytes(tmp_path)], launch=walled)


@pytest.mark.parametrize(
    "attempt", ["write_a_file", "read_a_file", "open_a_local_socket", "fork", "run_written_memory"]
)
def test_the_same_attempts_succeed_without_the_walls(attempt: str, a_file: Path) -> None:
    assert run.run(attempt, [bytes(a_file)], limits=QUICK, launch=open_wide) == b"done"


@pytest.mark.parametrize(
    "bomb", ["take_memory", "spin", "answer_without_end", "die_half_way", "fail_with_a_name"]
)
def test_a_bomb_in_a_worker_is_one_declared_error(bomb: str) -> None:
    before = busy()
    with pytest.raises(WorkerError) as caught:
        run.run(bomb, [], limits=QUICK, launch=walled)
    assert busy() - before < 3
    assert "Sinaq" not in str(caught.value)
    assert caught.value.__cause__ is None


def test_memory_and_time_would_be_taken_without_the_walls() -> None:
    assert run.run("take_memory", [], limits=QUICK, launch=open_wide) == b"done"
    assert run.run("spin", [], limits=QUICK, launch=open_wide) == b"done"


def test_a_worker_that_waits_for_ever_is_ended_in_time() -> None:
    limits = run.Limits(seconds=0.5)
    started = time.monotonic()
    with pytest.raises(WorkerError):
        run.run("wait_for_ever", [], limits=limits, launch=walled)
    assert time.monotonic() - started < 3


def test_a_worker_sees_no_environment_and_only_its_pipes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAMILY", "Sinaq")
    environment, descriptors, isolated = ast.literal_eval(
        run.run("tell_surroundings", [], launch=walled).decode()
    )
    assert [] == [name for name in environment if name != "LC_CTYPE"]
    assert ["0", "1", "2", "3"] == descriptors
    assert 1 == isolated


def test_locking_ends_every_worker_at_once() -> None:
    caught: list[BaseException] = []
    begun = threading.Event()

    def slow_request() -> Iterator[bytes]:
        begun.set()
        yield b"-"

    def wait() -> None:
        try:
            run.run("wait_for_ever", slow_request(), launch=walled)
        except WorkerError as error:
            caught.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert begun.wait(5)
    started = time.monotonic()
    run.end_all()
    waiting.join(5)
    assert 1 == len(caught)
    assert time.monotonic() - started < 1


def test_a_chain_passes_the_first_refusal_on_unchanged() -> None:
    with pytest.raises(PackageDamagedError):
        run.run_chain(["unseal", "parse-package"], [b"words a", b"age-encryption.org/v1\n"])


def test_a_worker_starts_from_a_process_that_gave_up_the_network() -> None:
    script = (
        "import sys; sys.path.append(sys.argv[1]); from familytrace.worker import run, sandbox; "
        "assert sandbox.deny_network() and sandbox.close_memory(); print(len(run.enforced()))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, str(ROOT)], capture_output=True, text=True, check=True
    )
    assert "7" == done.stdout.strip()


def test_a_worker_that_cannot_start_is_one_declared_error() -> None:
    with pytest.raises(WorkerError):
        run.run_chain(["a", "b"], [], launch=lambda task, _: [f"/nowhere/{task}"])


def test_a_request_that_never_comes_does_not_hold_us_up() -> None:
    waiting = threading.Event()

    def never() -> Iterator[bytes]:
        waiting.wait(20)
        yield b"-"

    started = time.monotonic()
    with pytest.raises(WorkerError):
        run.run("picture", never(), limits=run.Limits(seconds=0.5))
    assert time.monotonic() - started < 4
    waiting.set()


def test_many_workers_at_once_do_not_mix_their_answers() -> None:
    found: dict[int, tuple[int, int]] = {}

    def rebuild(number: int) -> None:
        pixels = pictures.picture_pixels(claimed(number))
        found[number] = (pixels.width, pixels.height)

    threads = [threading.Thread(target=rebuild, args=(number,)) for number in range(1, 9)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {number: (number, 9) for number in range(1, 9)} == found


def claimed(width: int) -> bytes:
    sheet = io.BytesIO()
    Image.new("RGB", (width, 9)).save(sheet, "PNG")
    return sheet.getvalue()


def test_a_task_without_a_name_here_is_refused() -> None:
    with pytest.raises(WorkerError):
        run.run("no such task", [])


def test_a_worker_says_what_its_system_enforces() -> None:
    said = {"memory", "time", "no-writing", "no-network", "no-programs", "no-reading"}
    assert said | {"closed-memory"} == run.enforced()


def test_a_frozen_program_becomes_a_worker_by_its_first_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    words = run.command("picture", QUICK)
    assert [sys.executable, main.FLAG, "picture"] == words[:3]
    assert not main.act_as_worker(["case", "list"])


def test_a_frozen_program_started_so_does_the_task() -> None:
    boot = (
        "import sys; sys.path.append(sys.argv[1]); from familytrace.worker import main; "
        "main.act_as_worker(sys.argv[2:]); print('still here')"
    )

    def frozen(task: str, limits: run.Limits) -> list[str]:
        words = [main.FLAG, task, str(limits.memory), str(limits.processor_seconds)]
        return [sys.executable, "-I", "-c", boot, str(ROOT), *words]

    assert b"no-network" in run.run("enforced", [], launch=frozen)
