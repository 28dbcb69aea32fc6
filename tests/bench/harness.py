"""Measure ours against a baseline in turn, so that a busy machine slows both alike."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

ROUNDS = 15
WARM = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """One question: how long ours takes beside a baseline. ``aim`` is the ratio to stay under.

    Both callables do the work once and are given the number of the round, so that each round
    can use a case of its own. They return seconds where they time themselves, else None.
    """

    name: str
    ours: Callable[[int], float | None]
    baseline: Callable[[int], float | None]
    against: str
    aim: float | None = None
    rounds: int = ROUNDS


@dataclass(frozen=True, slots=True)
class Result:
    """What a figure came to, in seconds."""

    figure: Figure
    ours: float
    baseline: float

    @property
    def ratio(self) -> float:
        """Median of ours over median of the baseline."""
        return self.ours / self.baseline


def _timed(work: Callable[[int], float | None], number: int) -> float:
    gc.collect()
    start = time.perf_counter()
    said = work(number)
    spent = time.perf_counter() - start
    return spent if said is None else said


def measure(figure: Figure) -> Result:
    """Run both in turn, ``rounds`` times after a warm-up, and take the medians."""
    for number in range(WARM):
        figure.baseline(number)
        figure.ours(number)
    ours, baseline = [], []
    for number in range(WARM, WARM + figure.rounds):
        baseline.append(_timed(figure.baseline, number))
        ours.append(_timed(figure.ours, number))
    return Result(figure, statistics.median(ours), statistics.median(baseline))


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.2f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


def row(result: Result) -> str:
    """Return one line of the table."""
    aim = result.figure.aim
    verdict = "" if aim is None else ("within" if result.ratio <= aim else "OVER")
    aimed = "" if aim is None else f"{aim:.1f}"
    return (
        f"{result.figure.name:<38} {_milliseconds(result.ours):>9} "
        f"{_milliseconds(result.baseline):>9} {result.ratio:>7.2f} {aimed:>5} {verdict:<7}"
        f"{result.figure.against}"
    )


HEAD = f"{'what':<38} {'ours ms':>9} {'base ms':>9} {'ratio':>7} {'aim':>5}        measured against"


def table(figures: Iterable[Figure]) -> list[Result]:
    """Measure and print each figure as it comes."""
    results = []
    for figure in figures:
        result = measure(figure)
        print(row(result), flush=True)
        results.append(result)
    return results
