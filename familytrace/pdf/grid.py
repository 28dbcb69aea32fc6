"""A table of rows under one head, repeated on each page; or cards where it is too wide."""

from reportlab.platypus import Flowable

from familytrace.pdf.columns import WORDING, Block, Column, fill, rule
from familytrace.pdf.layout import measure
from familytrace.pdf.para import Para
from familytrace.pdf.tags import grouped
from familytrace.pdf.theme import RULE, TINT, Theme

_GAP = 5.0
_NARROWEST = 46.0
_CRAMPED = 1.7  # times the page's width


class Grid(Flowable):  # type: ignore[misc]
    """Rows of cells; the first column stands where reading begins."""

    ruled = True

    def __init__(
        self, head: list[Column], rows: list[list[Column]], widths: list[float], *, rtl: bool
    ) -> None:
        super().__init__()
        self.head, self.rows, self.widths, self.rtl = head, rows, widths, rtl

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return the size of head and rows."""
        self.width = width
        self.heights = [self._row_height(row) for row in (self.head, *self.rows)]
        self.height = sum(self.heights)
        return width, self.height

    def _row_height(self, row: list[Column]) -> float:
        cells = zip(row, self.widths, strict=True)
        return max(cell.measure(width - 2 * _GAP) for cell, width in cells) + 8

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Cut between rows, or inside the first if it alone is taller than the room."""
        used, count = self.heights[0], 0
        for row in self.heights[1:]:
            if used + row > height + 1e-6:
                break
            used += row
            count += 1
        if count:
            return [self._part(self.rows[:count]), self._part(self.rows[count:])]
        halves = [cell.split(height - self.heights[0] - 8) for cell in self.rows[0]]
        if all(half is None for half in halves):
            return []
        cells = zip(self.rows[0], halves, strict=True)
        pairs = [half or (cell, Column([], cell.side)) for cell, half in cells]
        first, rest = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        if self._row_height(first) + self.heights[0] > height:
            return []
        return [self._part([first]), self._part([rest, *self.rows[1:]])]

    def _part(self, rows: list[list[Column]]) -> "Grid":
        return Grid(self.head, rows, self.widths, rtl=self.rtl)

    def least_room(self, width: float) -> float:
        """Return the height that head and first row need."""
        self.wrap(width, 0)
        return float(sum(self.heights[:2]))

    def draw(self) -> None:
        """Draw the head, the rows and the lines that part them."""
        top = self.height
        with grouped(self.canv, "Table"):
            for row, height in zip((self.head, *self.rows), self.heights, strict=True):
                if not row:
                    continue
                if row is self.head:
                    fill(self.canv, TINT, (0, top - height, self.width, height))
                self._draw_row(row, top)
                top -= height
                if self.ruled or row is self.rows[-1]:
                    rule(self.canv, RULE, 0, top, self.width)

    def _draw_row(self, row: list[Column], top: float) -> None:
        edge = self.width if self.rtl else 0.0
        with grouped(self.canv, "TR"):
            for place, (cell, width) in enumerate(zip(row, self.widths, strict=True)):
                left = edge - width if self.rtl else edge
                titles = row is self.head or (not self.ruled and place == 0)
                with grouped(self.canv, "TH" if titles else "TD"):
                    cell.draw(self.canv, left + _GAP, top - 3)
                edge += -width if self.rtl else width


def table(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], theme: Theme, width: float
) -> list[Flowable]:
    """Return a grid, or one card a row where the words would not fit their columns."""
    needs = [
        _need(title, [row[place] for row in rows], theme) for place, title in enumerate(columns)
    ]
    if sum(least for least, _wish in needs) > width or _is_cramped(needs, width):
        return [_card(columns, row, theme, width) for row in rows]
    widths = _shares(needs, width)
    head = [
        Column([Block(Para(title, theme.label, static=True), hugs=WORDING)], theme.side)
        for title in columns
    ]
    cells = [[_cell(text, theme) for text in row] for row in rows]
    return [Grid(head, cells, widths, rtl=theme.rtl)]


def _is_cramped(needs: list[tuple[float, float]], width: float) -> bool:
    """Tell whether many columns would stand with words dripping down in each."""
    return len(needs) > 4 and sum(wish for _least, wish in needs) > _CRAMPED * width


def _cell(text: str, theme: Theme) -> Column:
    return Column([Block(Para(text, theme.words(text, None)), hugs=WORDING)], theme.side)


def _need(title: str, texts: list[str], theme: Theme) -> tuple[float, float]:
    """Return the least width of a column and the one it would like, in points."""
    wish, least = measure(title, theme.label)
    for text in texts:
        whole, longest = measure(text, theme.value)
        wish = max(wish, min(whole, 260.0))
        least = max(least, min(longest, 130.0))
    return max(least, _NARROWEST) + 2 * _GAP, max(wish, _NARROWEST) + 2 * _GAP


def _shares(needs: list[tuple[float, float]], width: float) -> list[float]:
    """Give each column its least width; modest wishes are met first, the rest share."""
    widths = [least for least, _wish in needs]
    spare = width - sum(widths)
    wants = sorted((wish - least, place) for place, (least, wish) in enumerate(needs))
    for done, (want, place) in enumerate(wants):
        given = min(want, spare / (len(wants) - done))
        widths[place] += given
        spare -= given
    widths[-1] += spare
    return widths


def _card(columns: tuple[str, ...], row: tuple[str, ...], theme: Theme, width: float) -> Flowable:
    """Return one row as lines of title and value."""
    label_width = width * 0.3
    cells = [
        [
            Column([Block(Para(title, theme.label, static=True), hugs=WORDING)], theme.side),
            _cell(text, theme),
        ]
        for title, text in zip(columns, row, strict=True)
        if text
    ]
    return Cards(cells, [label_width, width - label_width], rtl=theme.rtl)


class Cards(Grid):
    """One row of a wide table, written as lines of title and value."""

    ruled = False

    def __init__(self, rows: list[list[Column]], widths: list[float], *, rtl: bool) -> None:
        super().__init__([], rows, widths, rtl=rtl)
        self.spaceBefore = self.spaceAfter = 3

    def _row_height(self, row: list[Column]) -> float:
        return super()._row_height(row) - 3 if row else 0.0

    def _part(self, rows: list[list[Column]]) -> "Cards":
        return Cards(rows, self.widths, rtl=self.rtl)
