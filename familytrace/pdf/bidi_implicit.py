"""The second half of UAX #9: weak (W), bracket and neutral (N) and implicit (I) rules."""

from familytrace.pdf.bidi_explicit import ISOLATES, REMOVED, Explicit

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "PDI", *ISOLATES))
_RIGHT = frozenset(("R", "EN", "AN"))
_PAIRS_AT_MOST = 63
# BidiBrackets.txt as code points, opening then closing; 2329/232A count as 3008/3009.
_BRACKETS = """
0028 0029 005B 005D 007B 007D 0F3A 0F3B 0F3C 0F3D 169B 169C 2045 2046 207D 207E 208D 208E
2308 2309 230A 230B 2329 232A 2768 2769 276A 276B 276C 276D 276E 276F 2770 2771 2772 2773
2774 2775 27C5 27C6 27E6 27E7 27E8 27E9 27EA 27EB 27EC 27ED 27EE 27EF 2983 2984 2985 2986
2987 2988 2989 298A 298B 298C 298D 2990 298F 298E 2991 2992 2993 2994 2995 2996 2997 2998
29D8 29D9 29DA 29DB 29FC 29FD 2E22 2E23 2E24 2E25 2E26 2E27 2E28 2E29 2E55 2E56 2E57 2E58
2E59 2E5A 2E5B 2E5C 3008 3009 300A 300B 300C 300D 300E 300F 3010 3011 3014 3015 3016 3017
3018 3019 301A 301B FE59 FE5A FE5B FE5C FE5D FE5E FF08 FF09 FF3B FF3D FF5B FF5D FF5F FF60
FF62 FF63
"""
_SAME = {0x2329: 0x3008, 0x232A: 0x3009}
_CODES = [_SAME.get(int(code, 16), int(code, 16)) for code in _BRACKETS.split()]
OPENING = dict(zip(_CODES[::2], _CODES[1::2], strict=True))
_CLOSING = frozenset(OPENING.values())


def resolve_sequence(
    sequence: list[int], text: str, explicit: Explicit, levels: list[int], base: int
) -> None:
    """Write the final levels of one isolating run sequence into ``levels``."""
    level = explicit.levels[sequence[0]]
    start, end = _edges(sequence, explicit, level, base)
    names = [explicit.classes[index] for index in sequence]
    _weak_strong(names, start)
    _weak_separators(names)
    _weak_terminators(names)
    _weak_latin_numbers(names, start)
    if "ON" in names:
        codes = [_SAME.get(ord(text[index]), ord(text[index])) for index in sequence]
        marks = [explicit.own[index] == "NSM" for index in sequence]
        _brackets(names, codes, marks, "LR"[level & 1], start)
    _neutrals(names, level, start, end)
    for name, index in zip(names, sequence, strict=True):
        levels[index] = _implicit(level, name)


def _edges(sequence: list[int], explicit: Explicit, level: int, base: int) -> tuple[str, str]:
    """Return the directions at the start and the end of a sequence (X10)."""
    own, given = explicit.own, explicit.levels
    before = sequence[0] - 1
    while before >= 0 and own[before] in REMOVED:
        before -= 1
    after = sequence[-1] + 1
    while after < len(own) and own[after] in REMOVED:
        after += 1
    left = given[before] if before >= 0 else base
    right = given[after] if after < len(own) and own[sequence[-1]] not in ISOLATES else base
    return "LR"[max(level, left) & 1], "LR"[max(level, right) & 1]


def _weak_strong(names: list[str], start: str) -> None:
    """W1, W2, W3: marks, numbers after Arabic letters, Arabic letters."""
    previous = strong = start
    for index, name in enumerate(names):
        if name == "NSM":
            name = "ON" if previous in ISOLATES or previous == "PDI" else previous  # noqa: PLW2901
            names[index] = name
        previous = name
        if name == "EN" and strong == "AL":
            names[index] = "AN"
        elif name in ("L", "R", "AL"):
            strong = name
    names[:] = ["R" if name == "AL" else name for name in names]


def _weak_separators(names: list[str]) -> None:
    """W4: one separator between two numbers of the same kind."""
    for index in range(1, len(names) - 1):
        left, name, right = names[index - 1 : index + 2]
        if left != right or left not in ("EN", "AN"):
            continue
        if name == "CS" or (name == "ES" and left == "EN"):
            names[index] = left


def _weak_terminators(names: list[str]) -> None:
    """W5, W6: terminators beside European numbers; the rest become neutral."""
    index = 0
    while index < len(names):
        if names[index] != "ET":
            if names[index] in ("ES", "CS"):
                names[index] = "ON"
            index += 1
            continue
        end = index
        while end < len(names) and names[end] == "ET":
            end += 1
        beside = (index > 0 and names[index - 1] == "EN") or names[end : end + 1] == ["EN"]
        names[index:end] = ["EN" if beside else "ON"] * (end - index)
        index = end


def _weak_latin_numbers(names: list[str], start: str) -> None:
    """W7: European numbers after a Latin letter."""
    strong = start
    for index, name in enumerate(names):
        if name in ("L", "R"):
            strong = name
        elif name == "EN" and strong == "L":
            names[index] = "L"


def _direction(name: str) -> str:
    """Return L, R or nothing: numbers count as R among neutrals."""
    return "R" if name in _RIGHT else "L" if name == "L" else ""


def bracket_pairs(names: list[str], codes: list[int]) -> list[tuple[int, int]]:
    """Return matching bracket positions in order of their start (BD16)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[int, int]] = []
    for position, (name, code) in enumerate(zip(names, codes, strict=True)):
        if name != "ON":
            continue
        if code in OPENING:
            if len(waiting) == _PAIRS_AT_MOST:
                return []
            waiting.append((OPENING[code], position))
        elif code in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == code:
                    pairs.append((waiting[depth][1], position))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _brackets(
    names: list[str], codes: list[int], marks: list[bool], embedding: str, start: str
) -> None:
    """N0: a pair of brackets takes the direction of what it holds or follows."""
    for opening, closing in bracket_pairs(names, codes):
        inside = {_direction(name) for name in names[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = (_direction(names[place]) for place in range(opening - 1, -1, -1))
            direction = next((found for found in before if found), start)
        for position in (opening, closing):
            names[position] = direction
            mark = position + 1
            while mark < len(names) and marks[mark]:
                names[mark] = direction
                mark += 1


def _neutrals(names: list[str], level: int, start: str, end: str) -> None:
    """N1, N2: neutrals between two of one direction take it, else the embedding's."""
    index = 0
    while index < len(names):
        if names[index] not in _NEUTRAL:
            index += 1
            continue
        after = index
        while after < len(names) and names[after] in _NEUTRAL:
            after += 1
        left = _direction(names[index - 1]) if index else start
        right = _direction(names[after]) if after < len(names) else end
        found = left if left == right else "LR"[level & 1]
        names[index:after] = [found] * (after - index)
        index = after


def _implicit(level: int, name: str) -> int:
    """I1, I2."""
    if level & 1:
        return level + 1 if name in ("L", "EN", "AN") else level
    return level + 1 if name == "R" else level + 2 if name in ("EN", "AN") else level
