"""Writes used glyphs of a face into a document: subset, widths, and the text layer."""

import hashlib
import struct
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from familytrace.pdf.faces import Face
from familytrace.pdf.layout import Piece
from familytrace.pdf.objects import Stream, array, dictionary, raw

_KEPT = frozenset(("glyf", "head", "hhea", "hmtx", "loca", "maxp"))
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{rows}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_ROWS_AT_MOST = 100


class Embedded:
    """One face within one document: a code for each pair of glyph and text.

    The same glyph gets two codes where it stands for two texts, so that copying and
    searching give back what was typed.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face = face
        self.name = name
        self.codes: dict[tuple[int, str], int] = {}
        self.glyphs: list[tuple[int, str]] = [(0, "")]

    def show(self, piece: Piece) -> str:
        """Return the drawing operators for a piece, pen at its left end."""
        codes, advance = self.codes, self.face.advance
        out = [f"/{self.name} {number(piece.size)} Tf"]
        parts: list[str] = []
        digits: list[str] = []
        carried = raised = 0.0
        for glyph, _place, text, right, up, width in piece.glyphs:
            code = codes.get((glyph, text))
            if code is None:
                code = codes[(glyph, text)] = len(self.glyphs)
                self.glyphs.append((glyph, text))
            if up != raised:
                _flush(out, parts, digits)
                out.append(f"{number(up * piece.size / 1000)} Ts")
                raised = up
            shift = carried - right
            if shift > 0.05 or shift < -0.05:
                if digits:
                    parts.append(f"<{''.join(digits)}>")
                    digits = []
                parts.append(number(shift))
            digits.append(f"{code:04X}")
            carried = advance(glyph) - width + right
        if abs(carried) > 0.05:
            parts += [f"<{''.join(digits)}>", number(carried)]
            digits = []
        _flush(out, parts, digits)
        if raised:
            out.append("0 Ts")
        return " ".join(out)

    def write(self, document: Any) -> Any:
        """Add the font's objects to a document and return a reference to the font."""
        chosen = frozenset(glyph for glyph, _text in self.glyphs)
        data, renumbered = _subset(self.face, chosen)
        tag = hashlib.sha256(repr(sorted(chosen)).encode()).digest()[:6]
        letters = "".join(chr(65 + byte % 26) for byte in tag)
        base = f"/{letters}+{self.face.tables.postscript_name}"
        mapping = b"".join(struct.pack(">H", renumbered.get(g, 0)) for g, _text in self.glyphs)
        widths = [round(self.face.advance(glyph), 3) for glyph, _text in self.glyphs]
        descendant = dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=base,
            CIDSystemInfo=dictionary(Registry=raw("Adobe"), Ordering=raw("Identity"), Supplement=0),
            FontDescriptor=document.Reference(self._descriptor(document, base, data)),
            DW=1000,
            W=array([0, array(widths)]),
            CIDToGIDMap=document.Reference(Stream.of(mapping)),
        )
        return document.Reference(
            dictionary(
                Type="/Font",
                Subtype="/Type0",
                BaseFont=base,
                Encoding="/Identity-H",
                DescendantFonts=array([document.Reference(descendant)]),
                ToUnicode=document.Reference(Stream.of(_to_unicode(self.glyphs))),
            )
        )

    def _descriptor(self, document: Any, base: str, data: bytes) -> pdfdoc.PDFDictionary:
        said = self.face.tables
        used = bytearray((len(self.glyphs) + 7) // 8)
        for code in range(len(self.glyphs)):
            used[code >> 3] |= 0x80 >> (code & 7)
        return dictionary(
            Type="/FontDescriptor",
            FontName=base,
            Flags=4,
            FontBBox=array(said.box),
            ItalicAngle=said.slant,
            Ascent=said.ascent,
            Descent=said.descent,
            CapHeight=said.cap_height,
            StemV=50 + int((said.weight / 65.0) ** 2),
            FontFile2=document.Reference(Stream.of(data, Length1=len(data))),
            CIDSet=document.Reference(Stream.of(bytes(used))),
        )


def number(value: float) -> str:
    """Return a number as PDF writes it, two decimals at most."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else repr(rounded)


def _flush(out: list[str], parts: list[str], digits: list[str]) -> None:
    """Write what has gathered as one text operator."""
    if digits:
        parts.append(f"<{''.join(digits)}>")
    if parts:
        out.append(f"[{' '.join(parts)}] TJ")
    parts.clear()
    digits.clear()


def _subset(face: Face, glyphs: frozenset[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font of these glyphs only, and their new numbers by the old."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
    dropped = (tag for tag in face.hb_face.table_tags if tag not in _KEPT)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in dropped)
    plan = hb.SubsetPlan(face.hb_face, wanted)
    made = plan.execute()
    return bytes(made.blob.data), dict(plan.old_to_new_glyph_mapping)


def _to_unicode(glyphs: list[tuple[int, str]]) -> bytes:
    rows = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, (_glyph, text) in enumerate(glyphs)
        if text
    ]
    blocks = []
    for first in range(0, len(rows), _ROWS_AT_MOST):
        some = rows[first : first + _ROWS_AT_MOST]
        blocks.append("\n".join((f"{len(some)} beginbfchar", *some, "endbfchar")))
    return _CMAP.replace("{rows}", "\n".join(blocks)).encode()
