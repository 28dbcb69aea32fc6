"""The structure of a page for screen readers: headings, paragraphs, tables, pictures.

Everything else that is drawn is marked as decoration (ISO 32000-1, 14.8). No text stands
here a second time: readers reverse logical text beside right-to-left glyphs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(slots=True)
class Element:
    """One part of the structure; a leaf knows its page and its number on that page."""

    role: str
    language: str = ""
    alternative: str = ""
    kids: list["Element"] = field(default_factory=list)
    place: tuple[int, int] | None = None
    name: str = ""


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
        self._register(document, self.root, "Tags")
        return document.Reference(_Root(self), "Tags")

    def _register(self, document: Any, element: Element, parent: str) -> None:
        element.name = f"Tag{len(document.idToObject)}"
        document.Reference(_Part(element, parent), element.name)
        for kid in element.kids:
            self._register(document, kid, element.name)


class _Part(pdfdoc.PDFObject):  # type: ignore[misc]
    """One element as it stands in the file."""

    def __init__(self, element: Element, parent: str) -> None:
        self.element, self.parent = element, parent

    def format(self, document: Any) -> bytes:
        element = self.element
        told = [f"<< /Type /StructElem /S /{element.role} /P {_to(document, self.parent)}"]
        if element.place:
            page, number = element.place
            told.append(f"/Pg {_to(document, f'Page{page}')} /K {number}")
        else:
            kids = " ".join(_to(document, kid.name) for kid in element.kids)
            told.append(f"/K [ {kids} ]")
        for key, value in (("Lang", element.language), ("Alt", element.alternative)):
            if value not in ("", "und"):
                told.append(f"/{key} {_string(document, value)}")
        return " ".join((*told, ">>")).encode("latin1")


class _Root(pdfdoc.PDFObject):  # type: ignore[misc]
    """The root, with each page's leaves in the order of their numbers."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    def format(self, document: Any) -> bytes:
        pages = self.structure.pages
        numbered = (
            f"{page - 1} [ {' '.join(_to(document, leaf.name) for leaf in pages[page])} ]"
            for page in sorted(pages)
        )
        told = f"/K [ {_to(document, self.structure.root.name)} ] "
        told += f"/ParentTree << /Nums [ {' '.join(numbered)} ] >> "
        told += f"/ParentTreeNextKey {max(pages, default=0)}"
        return f"<< /Type /StructTreeRoot {told} >>".encode("latin1")


def _to(document: Any, name: str) -> str:
    """Return a reference to an object that has its number already."""
    return f"{document.idToObjectNumberAndVersion[name][0]} 0 R"


def _string(document: Any, text: str) -> str:
    written: bytes = pdfdoc.PDFString(text).format(document)
    return written.decode("latin1")


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
