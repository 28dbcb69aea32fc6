"""Check-up: everything that can be known about the soundness of an open vault."""

from dataclasses import dataclass

from familytrace.errors import HistoryBrokenError
from familytrace.vault import connection, history, media, rows, search
from familytrace.vault.media import Progress, silent
from familytrace.vault.store import Store


@dataclass(frozen=True, slots=True)
class Findings:
    """What a check-up found; ``broken_at`` is the first history entry that does not fit,
    to the one before it or to the record that it tells of.

    ``engine`` names the database's own checks that failed (pages, structure, links,
    search), ``damaged`` holds case id and evidence id of files that are not whole.
    """

    engine: tuple[str, ...] = ()
    broken_at: int | None = None
    damaged: tuple[tuple[str, str], ...] = ()
    entries: int = 0
    files: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.engine and self.broken_at is None and not self.damaged


def check(store: Store, progress: Progress = silent) -> Findings:
    """Check pages, tables, the whole history and every file of evidence.

    Progress counts history entries and files; what it raises stops the check-up.
    """
    engine = connection.troubles(store.database)
    if engine:  # the engine refuses every further question after a damaged page
        return Findings(engine)
    if not search.is_sound(store):
        engine = ("search",)
    every = media.every(store)
    newest = history.head(store).number
    broken = _broken_at(store, len(every), progress)
    if broken is None:
        broken = next(iter(sorted(rows.differing(store))), None)
    damaged = []
    for number, one in enumerate(every, start=1):
        if not media.is_whole(store, one):
            damaged.append(media.owner(store, one.id))
        progress(newest + number, newest + len(every))
    return Findings(engine, broken, tuple(damaged), newest, len(every))


def _broken_at(store: Store, further: int, progress: Progress) -> int | None:
    try:
        history.verify(store, lambda done, entries: progress(done, entries + further))
    except HistoryBrokenError as trouble:
        return int(str(trouble.details["number"]))
    return None
