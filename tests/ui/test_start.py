"""Surroundings cannot steer the window, and a missing screen is said in words."""

import subprocess
import sys
from pathlib import Path

import house_rules
import pytest

from ui import start
from ui.app import missing_libraries


def _scrubbed(**environment: str) -> dict[str, str]:
    start.scrub(environment)
    return environment


def test_only_harmless_variables_are_kept() -> None:
    bad = {
        "LD_PRELOAD": "x.so",
        "QT_PLUGIN_PATH": "plugins",
        "QT_STYLE_OVERRIDE": "x",
        "QT_QPA_PLATFORMTHEME": "gtk3",
        "QT_DEBUG_PLUGINS": "1",
        "PYTHONPATH": "x",
        "PYTHONINSPECT": "1",
        "PYTHON_KEYRING_BACKEND": "x",
        "http_proxy": "x",
        "SSLKEYLOGFILE": "x",
    }
    good = {"HOME": "h", "DISPLAY": ":0", "LC_ALL": "C.UTF-8", "QT_IM_MODULE": "ibus"}
    assert good == _scrubbed(**bad, **good)


@pytest.mark.parametrize("platform", ["vnc", "vnc:size=10", "minimal", "eglfs", "linuxfb"])
def test_a_platform_that_could_show_the_window_elsewhere_is_taken_away(platform: str) -> None:
    assert {} == _scrubbed(QT_QPA_PLATFORM=platform)


@pytest.mark.parametrize("platform", start.PLATFORMS)
def test_the_three_platforms_are_kept(platform: str) -> None:
    assert {"QT_QPA_PLATFORM": platform} == _scrubbed(QT_QPA_PLATFORM=platform)


def test_no_screen_is_said_in_words() -> None:
    assert "There is no screen" in start.screen_trouble({})


def test_a_screen_of_another_computer_is_not_used() -> None:
    assert "another computer" in start.screen_trouble({"DISPLAY": "elsewhere:10.0"})


def test_offscreen_and_wayland_are_screens(tmp_path: Path) -> None:
    (tmp_path / "wayland-0").touch()
    here = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert "" == start.screen_trouble({"QT_QPA_PLATFORM": "offscreen"})
    assert "" == start.screen_trouble(here)


def test_what_to_install_is_one_line() -> None:
    assert "sudo apt-get install libegl1" in missing_libraries()


_CHILD = """
import os, resource, socket
from ui import start
os.environ["LD_LIBRARY_PATH"] = "x"
start.prepare()
try:
    socket.socket(socket.AF_INET)
    print("open")
except OSError as refused:
    print("refused", refused.errno)
socket.socket(socket.AF_UNIX).close()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], os.umask(0), "LD_LIBRARY_PATH" in os.environ)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filter is of Linux")
def test_after_the_start_the_kernel_refuses_the_network_and_core_files() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CHILD],
        cwd=house_rules.ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("refused")
    assert f"0 {0o077} False" == second


def test_this_test_would_notice_an_open_door() -> None:
    """Without the filter the same socket can be made (it is closed at once)."""
    plain = _CHILD.replace("start.prepare()", "").replace("AF_INET", "AF_UNIX")
    done = subprocess.run(
        [sys.executable, "-c", plain],
        cwd=house_rules.ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("open")
