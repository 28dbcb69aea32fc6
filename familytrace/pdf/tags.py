"""The structure of a page for screen readers: headings, paragraphs, tables, pictures.

Everything else that is drawn is marked as decoration (ISO 32000-1, 14.8). No text stands
here a second time: readers reverse logical text beside right-to-left glyphs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from familytrace.pdf.objects import array, dictionary


@dataclass(slots=True)
class Element:
    """One part of the structure; a leaf knows its page and its number on that page."""

    role: str
    language: str = ""
    alternative: str = ""
    kids: list["Element"] = field(default_factory=list)
    place: tuple[int, int] | None = None


class Structure:
    """The tree of a document, grown in the order in which its parts are drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.open = [self.root]
        self.pages: dict[int, list[Element]] = {}

    def leaf(self, page: int, element: Element) -> str:
        """Add a leaf and return the operator that begins its content on a page."""
        leaves = self.pages.setdefault(page, [])
        element.place = (page, len(leaves))
        leaves.append(element)
        self.open[-1].kids.append(element)
        return f"/{element.role} <</MCID {element.place[1]}>> BDC"

    @contextmanager
    def group(self, role: str) -> Iterator[None]:
        """Gather what is drawn meanwhile under one part."""
        element = Element(role)
        self.open[-1].kids.append(element)
        self.open.append(element)
        try:
            yield
        finally:
            self.open.pop()

    def write(self, document: Any) -> Any:
        """Add the tree's objects to a document and return a reference to its root."""
        names: dict[int, str] = {}
        self._name(self.root, names)
        self._write(document, self.root, "Tags", names)
        by_page: list[Any] = []
        for page in sorted(self.pages):
            by_page += [page - 1, array(_to(names[id(leaf)]) for leaf in self.pages[page])]
        return document.Reference(
            dictionary(
                Type="/StructTreeRoot",
                K=array([_to(names[id(self.root)])]),
                ParentTree=dictionary(Nums=array(by_page)),
                ParentTreeNextKey=max(self.pages, default=0),
            ),
            "Tags",
        )

    def _name(self, element: Element, names: dict[int, str]) -> None:
        names[id(element)] = f"Tag{len(names)}"
        for kid in element.kids:
            self._name(kid, names)

    def _write(self, document: Any, element: Element, parent: str, names: dict[int, str]) -> None:
        name = names[id(element)]
        entries: dict[str, Any] = {"Type": "/StructElem", "S": f"/{element.role}"}
        entries["P"] = _to(parent)
        if element.place:
            entries["Pg"], entries["K"] = _to(f"Page{element.place[0]}"), element.place[1]
        else:
            entries["K"] = array(_to(names[id(kid)]) for kid in element.kids)
        if element.language not in ("", "und"):
            entries["Lang"] = pdfdoc.PDFString(element.language)
        if element.alternative:
            entries["Alt"] = pdfdoc.PDFString(element.alternative)
        document.Reference(dictionary(**entries), name)
        for kid in element.kids:
            self._write(document, kid, name, names)


def _to(name: str) -> Any:
    return pdfdoc.PDFObjectReference(name)


@contextmanager
def tagged(canvas: Any, element: Element) -> Iterator[None]:
    """Mark what is drawn meanwhile as one leaf; on a page's furniture, as decoration."""
    operators: list[str] = canvas._code
    structure = canvas._doc.structure
    if canvas.furnishing:
        operators.append("/Artifact BMC")
    else:
        operators.append(structure.leaf(canvas.getPageNumber(), element))
    yield
    operators.append("EMC")


@contextmanager
def decoration(canvas: Any) -> Iterator[None]:
    """Mark what is drawn meanwhile as decoration, which nobody reads aloud."""
    canvas._code.append("/Artifact BMC")
    yield
    canvas._code.append("EMC")


@contextmanager
def grouped(canvas: Any, role: str) -> Iterator[None]:
    """Gather what is drawn meanwhile under one part of the structure."""
    with canvas._doc.structure.group(role):
        yield
