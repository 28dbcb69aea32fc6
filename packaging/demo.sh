#!/bin/sh
# The main job on a fictional case: record, consent, form, sealed package, received by the group.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-demo}
if [ -e "$folder" ]; then
    printf '%s\n' "The folder '$folder' is already there, from an earlier demo perhaps." \
        "Remove it, or name another: make demo DEMO=another-folder" >&2
    exit 2
fi
.venv/bin/familytrace demo "$folder"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    vault=$(find "$folder" -maxdepth 2 -name '*.familytrace' | sort | head -n 1)
    printf '%s\n' "Opening the window on the demo vault."
    exec .venv/bin/python -c \
        'import sys; from pathlib import Path; from ui.app import run; sys.exit(run(Path(sys.argv.pop())))' \
        "$vault"
fi
printf '%s\n' "There is no screen here, so the window stays closed."
