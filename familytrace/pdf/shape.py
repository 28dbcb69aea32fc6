"""Shapes a run with HarfBuzz: letters become glyphs, each remembering its own text."""

import re
from typing import NamedTuple

import uharfbuzz as hb

from familytrace.pdf.faces import is_invisible
from familytrace.pdf.itemise import Run

# "2017-" before an Arabic letter: told as U+2010 by the text layer, for pdfium takes a plain
# hyphen for part of the number and copies it to the wrong side. The glyph stays as typed.
_SUFFIX = re.compile("(?<=[0-9])-(?=[\u0600-\u06ff])")
_FEATURES: dict[str, bool] = {}


class Glyph(NamedTuple):
    """One glyph from left to right; lengths are thousandths of the em.

    ``text`` is what the text layer says for it: empty for all but one glyph of a cluster.
    """

    number: int
    place: int
    text: str
    right: float
    up: float
    advance: float


def spoken(text: str) -> str:
    """Return a line as the text layer tells it, place for place."""
    return _SUFFIX.sub("\u2010", text) if "-" in text and not text.isascii() else text


def shape(run: Run, text: str, told: str, language: str) -> list[Glyph]:
    """Return the glyphs of a run in visual order; the rest of the line is context.

    ``told`` is what ``spoken`` says of the whole line.
    """
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level & 1 else "ltr"
    buffer.script = run.script
    buffer.language = language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(run.face.hb_font, buffer, _FEATURES)
    unit = run.face.unit
    shaped = [
        (info.codepoint, info.cluster, *place.position)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]
    if len(shaped) == run.end - run.start and _one_each(shaped):
        return [
            Glyph(number, place, told[place], right * unit, up * unit, advance * unit)
            for number, place, right, up, advance, _down in shaped
        ]
    return _clusters(shaped, told, run, unit)


_Shaped = list[tuple[int, int, int, int, int, int]]


def _one_each(shaped: _Shaped) -> bool:
    """Tell whether every glyph stands for a character of its own."""
    return len({glyph[1] for glyph in shaped}) == len(shaped)


def _clusters(shaped: _Shaped, text: str, run: Run, unit: float) -> list[Glyph]:
    """Give each cluster's text to its first glyph that has a width."""
    starts = sorted({glyph[1] for glyph in shaped})
    ends = dict(zip(starts, [*starts[1:], run.end], strict=True))
    carrier: dict[int, int] = {}
    for index, glyph in enumerate(shaped):
        held = carrier.get(glyph[1])
        if held is None or (shaped[held][4] == 0 and glyph[4] > 0):
            carrier[glyph[1]] = index
    glyphs = []
    for index, (number, place, right, up, advance, _down) in enumerate(shaped):
        told = text[place : ends[place]] if carrier[place] == index else ""
        told = "".join(char for char in told if not is_invisible(char))
        glyphs.append(Glyph(number, place, told, right * unit, up * unit, advance * unit))
    return glyphs
