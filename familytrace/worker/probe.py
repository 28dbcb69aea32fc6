"""A task that does nothing, so that a worker can tell what its system enforces."""

from familytrace.worker.main import Emit, Frames


def warm_up() -> None:
    """Nothing is needed."""


def work(frames: Frames, emit: Emit) -> None:
    """Read to the end of the request."""
    for _ in frames:
        pass
