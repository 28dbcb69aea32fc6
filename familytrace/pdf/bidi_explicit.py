"""The first half of UAX #9: explicit levels and isolates (X1 to X8), run sequences (X9, X10)."""

from dataclasses import dataclass, field

ISOLATES = frozenset(("LRI", "RLI", "FSI"))
REMOVED = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "BN"))
_EMBEDDINGS = frozenset(("LRE", "RLE", "LRO", "RLO"))
_DEEPEST = 125


@dataclass(slots=True)
class Explicit:
    """Levels after the explicit rules, classes after overrides, and the run sequences."""

    levels: list[int]
    classes: list[str]
    own: list[str]
    sequences: list[list[int]] = field(default_factory=list)


@dataclass(slots=True)
class _Stack:
    """The directional status stack with its overflow counters."""

    levels: list[int]
    overrides: list[str]
    isolates: list[bool]
    lost_isolates: int = 0
    lost_embeddings: int = 0
    open_isolates: int = 0

    def room(self, level: int) -> bool:
        return level <= _DEEPEST and not self.lost_isolates and not self.lost_embeddings

    def push(self, level: int, override: str, isolate: bool) -> None:
        self.levels.append(level)
        self.overrides.append(override)
        self.isolates.append(isolate)

    def pop(self) -> bool:
        self.levels.pop()
        self.overrides.pop()
        return self.isolates.pop()


def first_strong(classes: list[str], start: int, end: int, *, closes: bool) -> int | None:
    """Return 0 or 1 for the first strong class outside isolates, else None.

    With ``closes`` the search ends at the isolate's own end (X5c).
    """
    depth = 0
    for name in classes[start:end]:
        if name in ISOLATES:
            depth += 1
        elif name == "PDI":
            if depth == 0 and closes:
                return None
            depth = max(0, depth - 1)
        elif depth == 0 and name in ("L", "R", "AL"):
            return 0 if name == "L" else 1
    return None


def explicit_levels(own: list[str], base: int) -> Explicit:
    """Apply X1 to X10 to one paragraph of the given base level."""
    found = Explicit([base] * len(own), list(own), own)
    stack = _Stack([base], [""], [False])
    for index, name in enumerate(own):
        if name in _EMBEDDINGS:
            found.levels[index] = stack.levels[-1]
            _embed(stack, name)
        elif name in ISOLATES:
            _settle(found, stack, index)
            _isolate(stack, name, own, index)
        elif name == "PDI":
            _end_isolate(stack)
            _settle(found, stack, index)
        elif name == "PDF":
            found.levels[index] = stack.levels[-1]
            _end_embedding(stack)
        elif name == "BN":
            found.levels[index] = stack.levels[-1]
        elif name != "B":
            _settle(found, stack, index)
    found.sequences = _sequences(found, _matches(own))
    return found


def _settle(found: Explicit, stack: _Stack, index: int) -> None:
    found.levels[index] = stack.levels[-1]
    if stack.overrides[-1]:
        found.classes[index] = stack.overrides[-1]


def _next(level: int, *, right: bool) -> int:
    return (level + 1) | 1 if right else (level + 2) & ~1


def _embed(stack: _Stack, name: str) -> None:
    level = _next(stack.levels[-1], right=name[0] == "R")
    if stack.room(level):
        stack.push(level, {"RLO": "R", "LRO": "L"}.get(name, ""), isolate=False)
    elif not stack.lost_isolates:
        stack.lost_embeddings += 1


def _isolate(stack: _Stack, name: str, own: list[str], index: int) -> None:
    right = name == "RLI"
    if name == "FSI":
        right = first_strong(own, index + 1, len(own), closes=True) == 1
    level = _next(stack.levels[-1], right=right)
    if stack.room(level):
        stack.open_isolates += 1
        stack.push(level, "", isolate=True)
    else:
        stack.lost_isolates += 1


def _end_isolate(stack: _Stack) -> None:
    if stack.lost_isolates:
        stack.lost_isolates -= 1
    elif stack.open_isolates:
        stack.lost_embeddings = 0
        while not stack.pop():
            pass
        stack.open_isolates -= 1


def _end_embedding(stack: _Stack) -> None:
    if stack.lost_isolates:
        return
    if stack.lost_embeddings:
        stack.lost_embeddings -= 1
    elif not stack.isolates[-1] and len(stack.levels) > 1:
        stack.pop()


def _matches(own: list[str]) -> dict[int, int]:
    """Return the end of each isolate by its start (BD9)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for index, name in enumerate(own):
        if name in ISOLATES:
            waiting.append(index)
        elif name == "PDI" and waiting:
            found[waiting.pop()] = index
    return found


def _sequences(found: Explicit, match: dict[int, int]) -> list[list[int]]:
    """Return the isolating run sequences (X9, X10) as lists of positions."""
    runs: list[list[int]] = []
    run_of: dict[int, int] = {}
    for index, name in enumerate(found.own):
        if name in REMOVED:
            continue
        if runs and found.levels[runs[-1][-1]] == found.levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
        run_of[index] = len(runs) - 1
    closed = set(match.values())
    sequences = []
    for run in runs:
        if run[0] in closed:
            continue
        sequence = list(run)
        while sequence[-1] in match:
            sequence += runs[run_of[match[sequence[-1]]]]
        sequences.append(sequence)
    return sequences
