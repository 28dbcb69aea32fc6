#!/bin/sh
# Make FamilyTrace runnable from a bare clone: system libraries, .venv, the locked packages, the app.
# Always from packaging/requirements.txt, hash by hash, wheels only. Safe to run again.
set -eu
cd "$(dirname "$0")/.."

QT_LIBRARIES="libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6
 libx11-6 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
 libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1
 libxkbcommon-x11-0 libx11-xcb1"
TEST_BED="xvfb xauth age minisign gpg gpg-agent strace poppler-utils qpdf dbus-daemon unicode-data"

say() { printf '%s\n' "$*"; }

find_python() {
    for name in ${PYTHON:-} python3.12 python3.13 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
            2>/dev/null; then
            command -v "$name"
            return 0
        fi
    done
    say "FamilyTrace needs Python 3.11, 3.12 or 3.13, and none was found." >&2
    say "Install one of them (on Debian 12: apt-get install python3), then run this again." >&2
    return 1
}

# Names of the packages among "$@" that this Debian machine does not have.
missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf ' %s' "$package"
    done
}

# Debian's own Python comes without ensurepip; Pythons built elsewhere have it.
venv_package() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || printf 'python3-venv'
}

install_system_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not a Debian system: see docs/dependencies.md for the libraries Qt needs."
        return 0
    fi
    venv=""
    command -v uv >/dev/null 2>&1 || venv=$(venv_package)
    # shellcheck disable=SC2086 - the lists are words
    wanted=$(missing_packages $venv $QT_LIBRARIES $TEST_BED)
    [ -n "$wanted" ] || return 0
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        as_root="sudo -n"
        if ! sudo -n true 2>/dev/null; then
            complete=no
            say "These system packages are missing. Run this one line, then make again:"
            say "  sudo apt-get install --no-install-recommends$wanted"
            [ -z "$venv" ] || exit 1
            return 0
        fi
    fi
    say "Installing system packages:$wanted"
    # shellcheck disable=SC2086
    if ! { $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 \
            --no-install-recommends $wanted >/dev/null; }; then
        complete=no
        say "That did not work. Run this one line yourself, then make again:"
        say "  apt-get update && apt-get install --no-install-recommends$wanted"
        [ -z "$venv" ] || exit 1
    fi
}

make_environment() {
    if command -v uv >/dev/null 2>&1; then
        [ -x .venv/bin/python ] || uv venv --quiet --python "$python" .venv
        uv pip install --quiet --python .venv/bin/python --require-hashes \
            --only-binary :all: -r packaging/requirements.txt
        uv pip install --quiet --python .venv/bin/python --no-build-isolation --no-deps --editable .
    else
        [ -x .venv/bin/pip ] || "$python" -m venv --clear .venv
        .venv/bin/pip install --quiet --disable-pip-version-check --require-hashes \
            --only-binary :all: -r packaging/requirements.txt
        .venv/bin/pip install --quiet --disable-pip-version-check --no-index \
            --no-build-isolation --no-deps --editable .
    fi
}

complete=yes
python=$(find_python)
install_system_packages
say "Setting up .venv with $("$python" --version), from packaging/requirements.txt"
make_environment
# Without this mark, the next make looks again for what was missing.
[ "$complete" = no ] || touch .venv/.set-up
say "Ready: .venv/bin/familytrace"
