"""The bundled faces of the printed page, and which of them writes which script."""

import struct
from dataclasses import dataclass, field
from functools import lru_cache
from unicodedata import category

import uharfbuzz as hb

from familytrace.paths import bundled

# File, letters it is for, its size against Latin, and the room above and below the base
# line in the Latin size: Arabic letters are drawn bigger, and reach further down.
_FILES = {
    ("Latn", False): ("NotoSans-Regular.ttf", 1.0, 1.02, 0.38),
    ("Latn", True): ("NotoSans-Bold.ttf", 1.0, 1.02, 0.38),
    ("Arab", False): ("FTNaskh-Regular.ttf", 1.2, 1.16, 0.58),
    ("Arab", True): ("FTNaskh-Bold.ttf", 1.2, 1.16, 0.58),
    ("Hani", False): ("NotoSansSC-Regular.ttf", 1.0, 1.06, 0.38),
}
_CYRILLIC = ((0x400, 0x530), (0x1C80, 0x1C90), (0x2DE0, 0x2E00), (0xA640, 0xA6A0))
_ARABIC = ((0x600, 0x780), (0x870, 0x900), (0xFB50, 0xFE00), (0xFE70, 0xFEFF))
_HAN = ((0x2E80, 0xA4D0), (0xF900, 0xFB00), (0xFE30, 0xFE50), (0xFF00, 0xFFF0), (0x20000, 0x32000))
_MARKS = ("Mn", "Mc", "Me")


@dataclass(slots=True, eq=False)
class Face:
    """One TrueType file, opened once a process; lengths are thousandths of its em."""

    name: str
    scale: float
    above: float
    below: float
    hb_face: hb.Face
    hb_font: hb.Font
    covered: frozenset[int]
    unit: float
    tables: "Tables"
    advances: dict[int, float] = field(default_factory=dict)

    def advance(self, glyph: int) -> float:
        """Return a glyph's own width."""
        width = self.advances.get(glyph)
        if width is None:
            width = self.hb_font.get_glyph_h_advance(glyph) * self.unit
            self.advances[glyph] = width
        return width


@dataclass(frozen=True, slots=True)
class Tables:
    """What a PDF font descriptor says of a face."""

    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    slant: float
    weight: int
    postscript_name: str


@dataclass(frozen=True, slots=True)
class Stack:
    """The faces of one weight, by script."""

    latin: Face
    arabic: Face
    han: Face

    @property
    def faces(self) -> tuple[Face, Face, Face]:
        """Return all faces, in the order in which they are tried."""
        return (self.latin, self.arabic, self.han)

    def for_script(self, script: str) -> Face:
        """Return the face that writes a script; Latin for what has no own face."""
        return self.arabic if script == "Arab" else self.han if script == "Hani" else self.latin

    def covering(self, char: str, wanted: Face) -> Face | None:
        """Return the wanted face if it has the character, else any that has it."""
        code = ord(char)
        if code in wanted.covered:
            return wanted
        return next((face for face in self.faces if code in face.covered), None)


@lru_cache(2)
def stack(*, bold: bool) -> Stack:
    """Return the faces of a weight; Chinese has one weight only."""
    return Stack(_open("Latn", bold), _open("Arab", bold), _open("Hani", False))


@lru_cache(8)
def _open(script: str, bold: bool) -> Face:
    file, scale, above, below = _FILES[(script, bold)]
    face = hb.Face(hb.Blob.from_file_path(bundled("assets") / "fonts" / file))
    unit = 1000 / face.upem
    name = file.removesuffix(".ttf")
    covered = frozenset(face.unicodes)
    tables = _tables(face, unit)
    return Face(name, scale, above, below, face, hb.Font(face), covered, unit, tables)


def _tables(face: hb.Face, unit: float) -> Tables:
    raw = {tag: bytes(face.reference_table(tag).data) for tag in ("head", "hhea", "OS/2", "post")}
    ascent, descent = struct.unpack_from(">2h", raw["hhea"], 4)
    (weight,) = struct.unpack_from(">H", raw["OS/2"], 4)
    (cap_height,) = struct.unpack_from(">h", raw["OS/2"], 88)
    (slant,) = struct.unpack_from(">i", raw["post"], 4)
    return Tables(
        box=tuple(round(edge * unit) for edge in struct.unpack_from(">4h", raw["head"], 36)),
        ascent=round(ascent * unit),
        descent=round(descent * unit),
        cap_height=round(cap_height * unit),
        slant=slant / 65536,
        weight=weight,
        postscript_name=(face.get_name(6) or "FamilyTrace").replace(" ", ""),
    )


@lru_cache(8192)
def script_of(char: str) -> str:
    """Return Latn, Cyrl, Arab or Hani for a letter or digit; nothing for signs and spaces."""
    code = ord(char)
    if code < 0x250:
        return "Latn" if char.isalnum() else ""
    if category(char) in _MARKS:
        return ""
    for script, ranges in (("Arab", _ARABIC), ("Cyrl", _CYRILLIC), ("Hani", _HAN)):
        if any(first <= code < end for first, end in ranges):
            return script
    return "Latn" if char.isalpha() else ""


@lru_cache(8192)
def is_invisible(char: str) -> bool:
    """Tell whether a character is drawn as nothing: controls, directions, joiners."""
    return category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") or 0xFE00 <= ord(char) <= 0xFE0F


@lru_cache(8192)
def is_covered(char: str) -> bool:
    """Tell whether some bundled face can draw a character, or it needs no drawing."""
    if is_invisible(char) or char.isspace():
        return True
    return any(ord(char) in face.covered for face in stack(bold=False).faces)


def uncovered(text: str) -> str:
    """Return each character that no bundled face covers, once, in order of appearance."""
    return "".join(char for char in dict.fromkeys(text) if not is_covered(char))


def forget_characters() -> None:
    """Forget which characters were met."""
    for cached in (script_of, is_invisible, is_covered):
        cached.cache_clear()
    for bold in (False, True):
        for face in stack(bold=bold).faces:
            face.advances.clear()
