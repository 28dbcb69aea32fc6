"""Read a FamilyTrace package without FamilyTrace: Python's standard library and stock age.

Written from docs/file-formats.md alone; it shares no code with the program.
The signature is left to stock minisign, whose command line is printed.

    python package_reader.py KEYFILE PACKAGE
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

BLOCK = 512
FIRST = ("manifest.json", "manifest.json.minisig")
MIDDLE = ("case.json", "consent.json", "withdrawal.json", "reply.json", "form.pdf", "form.docx")
ORDER = (*FIRST, *MIDDLE, "sheet.txt", "attachments/", "READ-ME.txt", "padding")


def unseal(key_file: Path, package: Path) -> bytes:
    """Open the seal with stock age."""
    done = subprocess.run(
        ["age", "--decrypt", "-i", str(key_file), str(package)], capture_output=True, check=True
    )
    return done.stdout


def split(data: bytes) -> list[tuple[str, bytes]]:
    """Take the ustar apart: one head block a member, then its bytes, filled up to a block."""
    members = []
    at = 0
    while data[at : at + BLOCK] != bytes(BLOCK):
        head = data[at : at + BLOCK]
        if head[257:265] != b"ustar\x0000" or head[156:157] != b"0":
            sys.exit("not a regular file in a ustar")
        size = int(head[124:135], 8)
        name = head[:100].rstrip(b"\0").decode("ascii")
        members.append((name, data[at + BLOCK : at + BLOCK + size]))
        at += BLOCK + -(-size // BLOCK) * BLOCK
    if data[at:] != bytes(2 * BLOCK):
        sys.exit("something stands after the end")
    return members


def place(name: str) -> tuple[int, str]:
    """Tell where a member has to stand."""
    return ORDER.index("attachments/" if name.startswith("attachments/") else name), name


def check(members: list[tuple[str, bytes]], key_file: Path) -> dict[str, object]:
    """Hold the members to the manifest: names, order, sizes, hashes, recipient, padding."""
    names = [name for name, _ in members]
    if names != sorted(set(names), key=place) or names[0] != FIRST[0] or names[-1] != "padding":
        sys.exit("members missing, twice or out of order")
    manifest: dict[str, object] = json.loads(members[0][1])
    if manifest["format"] != "familytrace-package" or manifest["min_version"] != 1:
        sys.exit("another format, or too new")
    if any(members[-1][1]):
        sys.exit("the padding is not empty")
    found = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in members[:-1]
        if name not in FIRST
    ]
    if found != manifest["members"]:
        sys.exit("members are not those of the manifest")
    public = subprocess.run(
        ["age-keygen", "-y", str(key_file)], capture_output=True, check=True, text=True
    ).stdout.strip()
    if manifest["recipient"] != hashlib.sha256(public.encode()).hexdigest():
        sys.exit("made for somebody else")
    return manifest


def main() -> None:
    """Print what a package holds, as one JSON document."""
    key_file, package = Path(sys.argv[1]), Path(sys.argv[2])
    members = split(unseal(key_file, package))
    manifest = check(members, key_file)
    held = {name: data for name, data in members if name.endswith((".json", ".txt"))}
    texts = {name: data.decode("utf-8") for name, data in held.items()}
    command = f"minisign -Vm manifest.json -P {manifest['sender']}"
    said = {"members": [name for name, _ in members], "texts": texts, "to_verify": command}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
