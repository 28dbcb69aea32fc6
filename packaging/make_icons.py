"""Copy the icons we use out of the npm package lucide-static (ISC) into assets/icons.

Usage: npm pack lucide-static@1.62.0, unpack it, then
python packaging/make_icons.py package/
"""

import sys
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
NAMES = """
archive arrow-left arrow-right ban book-open calendar calendar-clock camera check chevron-down
chevron-left chevron-right chevron-up circle circle-alert circle-check circle-question-mark
circle-x clipboard-check clock copy delete download earth ellipsis eraser eye eye-off file
file-check file-down file-lock file-text file-up files flag folder folder-lock folder-open
hand-helping handshake heart history hourglass house image inbox info key-round keyboard
landmark languages life-buoy list list-checks loader lock lock-open mail mail-check
map-pin megaphone menu message-circle mic minus package package-check package-open paperclip
pause pencil phone phone-call phone-missed plus printer quote redo-2 refresh-cw rotate-ccw save
scale search send settings shield shield-alert shield-check shield-off shield-question-mark
sliders-horizontal sparkles square-pen star sun moon trash-2 triangle-alert type undo-2 unlink
usb user-round user-round-plus users video volume-2 wifi-off x zoom-in zoom-out
"""
_STYLE = {"check": ("#FFFFFF", "#0B1C1D"), "chevron-down": ("#4A535B", "#AEB7BF")}


def main(package: Path) -> None:
    """Write the icons, the licence, and the recoloured pictures the style sheet needs."""
    icons = ASSETS / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    for name in NAMES.split():
        (icons / f"{name}.svg").write_text(_plain(package / "icons" / f"{name}.svg"))
    (icons / "LICENSE").write_text((package / "LICENSE").read_text())
    style = ASSETS / "style"
    style.mkdir(parents=True, exist_ok=True)
    for name, (light, dark) in _STYLE.items():
        text = _plain(package / "icons" / f"{name}.svg").replace('width="2"', 'width="3"')
        for look, colour in (("light", light), ("dark", dark)):
            (style / f"{name}-{look}.svg").write_text(text.replace("currentColor", colour))


def _plain(path: Path) -> str:
    """Return the drawing on one line, without comment and class."""
    lines = [line.strip() for line in path.read_text().splitlines()]
    kept = [line for line in lines if not line.startswith(("<!--", "class="))]
    return " ".join(kept) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
