"""What is done before anything of Qt: the surroundings must not steer or betray us."""

import os
import sys
from pathlib import Path

from familytrace.i18n import _

PLATFORMS = ("xcb", "wayland", "offscreen")
_KEPT = {
    "AT_SPI_BUS_ADDRESS",
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "HOME",
    "LANG",
    "LANGUAGE",
    "LOGNAME",
    "PATH",
    "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
    "QT_SCALE_FACTOR",
    "SYSTEMROOT",
    "TMPDIR",
    "TZ",
    "USER",
    "USERPROFILE",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_TYPE",
    "XKB_DEFAULT_LAYOUT",
    "XMODIFIERS",
}
_CHECKED = {
    "QT_QPA_PLATFORM": PLATFORMS,
    "QT_IM_MODULE": ("ibus", "fcitx", "xim", "compose"),
}


def prepare() -> str:
    """Make the process safe; return a sentence for the person if there is no screen."""
    scrub(os.environ)
    harden()
    return screen_trouble(os.environ) if sys.platform == "linux" else ""


def scrub(environment: "os._Environ[str] | dict[str, str]") -> None:
    """Keep only the variables of the allow-list, and of those only harmless values."""
    for name in list(environment):
        if name in _CHECKED:
            keep = environment[name] in _CHECKED[name]
        else:
            keep = name in _KEPT or name.startswith("LC_")
        if not keep:
            del environment[name]


def harden() -> None:
    """Deny the network to this process, and leave no memory behind in a crash.

    On systems other than Linux only what they offer is done; the limits page says so.
    """
    os.umask(0o077)
    from familytrace.worker.sandbox import close_memory, deny_network

    close_memory()
    deny_network()


def screen_trouble(environment: "os._Environ[str] | dict[str, str]") -> str:
    """Return why no window can be shown, or nothing; Qt itself would abort."""
    if environment.get("QT_QPA_PLATFORM") == "offscreen":
        return ""
    wayland = environment.get("WAYLAND_DISPLAY")
    if wayland and (Path(environment.get("XDG_RUNTIME_DIR", "/")) / wayland).exists():
        return ""
    display = environment.get("DISPLAY", "")
    if not display:
        return _("There is no screen here. Use the commands instead: familytrace --help")
    host, _colon, number = display.partition(":")
    socket = Path("/tmp/.X11-unix") / f"X{number.partition('.')[0]}"  # noqa: S108 - X11's place
    if host or not socket.exists():
        return _("This screen belongs to another computer. FamilyTrace never uses a network.")
    return ""


def forget_file_dialogs() -> None:
    """Keep Qt's own file dialog from writing the history of folders to disk."""
    from PySide6.QtCore import QSettings

    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, os.devnull + "/none")
