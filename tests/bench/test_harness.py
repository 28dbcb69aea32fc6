"""The bench tells the truth about what it was told."""

import harness
import pytest
import run


def _figure(ours: float, aim: float | None) -> harness.Figure:
    return harness.Figure("a thing", lambda _: ours, lambda _: 0.002, "its baseline", aim=aim)


@pytest.mark.parametrize(
    ("ours", "aim", "verdict"), [(0.003, 1.5, "within"), (0.0031, 1.5, "OVER"), (9.0, None, "")]
)
def test_a_figure_over_its_aim_is_called_so(ours: float, aim: float | None, verdict: str) -> None:
    result = harness.measure(_figure(ours, aim))
    assert ours / 0.002 == pytest.approx(result.ratio)
    assert verdict in harness.row(result)
    assert ("OVER" in harness.row(result)) == (verdict == "OVER")


def test_both_take_turns_and_the_first_rounds_do_not_count() -> None:
    seen: list[tuple[str, int]] = []

    def noted(who: str, number: int) -> float:
        seen.append((who, number))
        return 100.0 if number < harness.WARM else 1.0

    figure = harness.Figure("x", lambda n: noted("ours", n), lambda n: noted("base", n), "y")
    assert 1.0 == harness.measure(figure).ours
    rounds = range(harness.WARM + harness.ROUNDS)
    assert [(who, number) for number in rounds for who in ("base", "ours")] == seen


def test_an_unknown_part_is_a_mistake_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == run.main(["speed"])
    assert "Unknown part: speed" in capsys.readouterr().out
