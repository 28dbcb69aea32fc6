"""A PDF/A-2u document: embedded fonts only, sRGB, language, no dates, no names, no files."""

import hashlib
import math
import struct
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from familytrace.pdf.embed import Embedded
from familytrace.pdf.faces import Face
from familytrace.pdf.objects import Stream, array, dictionary
from familytrace.pdf.tags import Structure

PRODUCER = "FamilyTrace"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class _Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]
    """The catalogue, with the entries that PDF/A needs."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = __NoDefault__


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page, with its place in the structure."""

    __NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The information dictionary: the form's title and the program, nothing else."""

    def format(self, document: Any) -> bytes:
        entries = {"Title": self.title, "Producer": PRODUCER, "Creator": PRODUCER}
        told = {key: pdfdoc.PDFString(value) for key, value in entries.items()}
        found: bytes = pdfdoc.PDFDictionary(told).format(document)
        return found


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """A document whose bytes depend on its pages and title only."""

    def __init__(self, title: str, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.embedded: dict[Face, Embedded] = {}
        self.structure = Structure()
        self.info = _Info()
        self.info.title = title
        self._content = hashlib.sha256(title.encode())
        catalog = _Catalog()
        catalog.Pages, catalog.Outlines = self.Pages, self.Outlines
        catalog.Lang = pdfdoc.PDFString(language)
        catalog.MarkInfo = dictionary(Marked="true")
        catalog.ViewerPreferences = dictionary(DisplayDocTitle="true")
        catalog.Metadata = Stream.of(_xmp(title), packed=False, Type="/Metadata", Subtype="/XML")
        catalog.OutputIntents = array([self._output_intent()])
        self.Catalog = self._catalog = catalog

    def face(self, face: Face) -> Embedded:
        """Return the face as embedded here, adding it at its first use."""
        found = self.embedded.get(face)
        if found is None:
            found = self.embedded[face] = Embedded(face, f"F{len(self.embedded) + 1}")
        return found

    def Reference(self, obj: Any, name: str | None = None) -> Any:  # noqa: N802 - ReportLab's name
        """Register an object; ReportLab's own streams are made fit for PDF/A."""
        if type(obj) is pdfdoc.PDFStream:
            obj.__class__ = Stream
        return super().Reference(obj, name)

    def setTitle(self, _title: str) -> None:  # noqa: N802 - ReportLab's name
        """Keep the form's title: the page maker would write its own word over it."""

    def addPage(self, page: Any) -> None:  # noqa: N802 - ReportLab's name
        """Take a page, and its content into the document's identifier."""
        self._content.update(page.stream.encode("latin1"))
        page.__class__ = _Page
        page.StructParents, page.Tabs = self.pageCounter - 1, "/S"
        super().addPage(page)

    def GetPDFData(self, canvas: Any) -> bytes:  # noqa: N802 - ReportLab's name
        """Return the whole file, fonts written last."""
        fonts = self.idToObject["BasicFonts"].dict
        for embedded in self.embedded.values():
            fonts[embedded.name] = embedded.write(self)
        self.Catalog.StructTreeRoot = self.structure.write(self)
        data: bytes = super().GetPDFData(canvas)
        return data

    def ID(self) -> bytes:  # noqa: N802 - ReportLab's name
        """Return an identifier made of the content, for PDF/A asks for one."""
        digest = self._content.hexdigest()[:32]
        return f"[<{digest}> <{digest}>]".encode()

    def _output_intent(self) -> pdfdoc.PDFDictionary:
        profile = self.Reference(Stream.of(srgb_profile(), N=3), "sRGB")
        return dictionary(
            Type="/OutputIntent",
            S="/GTS_PDFA1",
            OutputConditionIdentifier=pdfdoc.PDFString("sRGB"),
            Info=pdfdoc.PDFString("sRGB IEC61966-2.1"),
            DestOutputProfile=profile,
        )


def _xmp(title: str) -> bytes:
    return _XMP.replace("{title}", escape(title)).replace("{producer}", PRODUCER).encode()


@lru_cache(1)
def srgb_profile() -> bytes:
    """Return a small ICC version 2 profile of sRGB (IEC 61966-2-1), made here, undated."""
    curve = b"curv\0\0\0\0" + struct.pack(">I", 256)
    curve += b"".join(struct.pack(">H", round(65535 * _linear(i / 255))) for i in range(256))
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"sRGB\0" + bytes(78)
    parts = (
        (b"desc", name),
        (b"cprt", b"text\0\0\0\0CC0\0"),
        (b"wtpt", _colour(0.9642, 1, 0.8249)),
        (b"rXYZ", _colour(0.43607, 0.22249, 0.01392)),
        (b"gXYZ", _colour(0.38515, 0.71687, 0.09708)),
        (b"bXYZ", _colour(0.14307, 0.06061, 0.71410)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    )
    start = 128 + 4 + 12 * len(parts)
    table, body, seen = struct.pack(">I", len(parts)), b"", dict[bytes, int]()
    for tag, data in parts:
        if data not in seen:
            seen[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += tag + struct.pack(">II", seen[data], len(data))
    head = struct.pack(
        ">I4sI4s4s4s6H4s28s", start + len(body), bytes(4), 0x02100000, b"mntr", b"RGB ",
        b"XYZ ", 2000, 1, 1, 0, 0, 0, b"acsp", bytes(28),
    )  # fmt: skip
    head += _colour(0.9642, 1, 0.8249)[8:]
    return head + bytes(128 - len(head)) + table + body


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)


def _colour(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in values)
