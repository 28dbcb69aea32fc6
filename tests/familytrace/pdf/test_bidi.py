"""The bidirectional algorithm against Unicode's own conformance files."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from familytrace.pdf.bidi import base_level, bidi_class, leaning, line_levels, resolve, visual_order

DATA = Path(__file__).resolve().parents[2] / "data" / "bidi"
WHOLE = Path("/usr/share/unicode")
PARAGRAPHS = ((1, None), (2, 0), (4, 1))


def lines(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as opened:
        for line in opened:
            told = line.split("#")[0].strip()
            if told:
                yield told


def character_faults(cases: Iterable[str]) -> tuple[int, list[str]]:
    count, faults = 0, []
    for count, case in enumerate(cases, 1):  # noqa: B007 - the last count is returned
        codes, asked, base, levels, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = resolve(text, None if asked == "2" else int(asked))
        got = line_levels(found, 0, len(text))
        kept = [place for place, level in enumerate(levels.split()) if level != "x"]
        shown = [str(kept[i]) for i in visual_order([got[place] for place in kept])]
        wanted = [int(levels.split()[place]) for place in kept]
        if [int(base), wanted, order.split()] != [found.base, [got[p] for p in kept], shown]:
            faults.append(case)
    return count, faults


def class_faults(cases: Iterable[str]) -> tuple[int, list[str]]:
    count, faults, wanted = 0, [], []
    for case in cases:
        if case.startswith("@Levels:"):
            wanted = case.removeprefix("@Levels:").split()
        if case.startswith("@"):
            continue
        names, bits = case.split(";")
        classes = names.split()
        for bit, base in PARAGRAPHS:
            if not int(bits) & bit:
                continue
            count += 1
            got = line_levels(resolve("x" * len(classes), base, classes), 0, len(classes))
            same = (want in ("x", str(level)) for want, level in zip(wanted, got, strict=True))
            if not all(same):
                faults.append(f"{case} {base}")
    return count, faults


def test_the_sample_of_character_cases_is_ordered_as_unicode_says() -> None:
    count, faults = character_faults(lines(DATA / "BidiCharacterTest.sample.txt"))
    assert faults == []
    assert count == 1439


def test_the_sample_of_class_cases_is_ordered_as_unicode_says() -> None:
    count, faults = class_faults(lines(DATA / "BidiTest.sample.txt"))
    assert faults == []
    assert count == 7250


def test_a_wrong_expectation_is_noticed() -> None:
    first = next(lines(DATA / "BidiCharacterTest.sample.txt"))
    codes, asked, base, levels, order = first.split(";")
    broken = ";".join((codes, asked, base, levels, " ".join(reversed(order.split()))))
    assert character_faults([broken]) == (1, [broken])


@pytest.mark.campaign
@pytest.mark.skipif(not (WHOLE / "BidiTest.txt").exists(), reason="needs Debian's unicode-data")
def test_the_whole_conformance_files_are_ordered_as_unicode_says() -> None:
    assert character_faults(lines(WHOLE / "BidiCharacterTest.txt")) == (91_707, [])
    assert class_faults(lines(WHOLE / "BidiTest.txt")) == (770_241, [])


@pytest.mark.parametrize(
    ("isolated", "shown"),
    [(False, "17-03-1989"), (True, "1989-03-17")],
)
def test_a_date_after_an_arabic_letter_keeps_its_order_only_inside_an_isolate(
    isolated: bool, shown: str
) -> None:
    date = "\u20661989-03-17\u2069" if isolated else "1989-03-17"
    text = f"\u0626\u06c7 {date}"
    order = visual_order(line_levels(resolve(text), 0, len(text)))
    seen = "".join(text[place] for place in order if text[place] in "0123456789-")
    assert seen == shown


@pytest.mark.parametrize(
    ("text", "level"), [("abc", 0), ("\u0626", 1), ("12 \u0626", 1), ("123", 0), ("", 0)]
)
def test_a_line_starts_on_the_side_of_its_first_letter(text: str, level: int) -> None:
    assert base_level(text) == level


def test_a_line_without_letters_takes_the_side_of_its_surroundings() -> None:
    assert base_level("1989", default=1) == 1


@pytest.mark.parametrize(
    ("code", "name"), [(0x10E80, "R"), (0x08FF, "NSM"), (0x0870, "AL"), (0x1EEFF, "AL")]
)
def test_a_letter_python_does_not_know_yet_still_has_its_direction(code: int, name: str) -> None:
    assert bidi_class(chr(code)) == name


def test_a_joined_line_goes_the_way_of_most_of_its_letters() -> None:
    assert leaning("\u062e\u0648, Hotan City") == 0
    assert leaning("WeChat \u062e\u0648\u062a\u06d5\u0646 \u0626\u06c7") == 1
    assert leaning("12.5 %") == 0
