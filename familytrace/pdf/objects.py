"""Small makers for PDF objects, and a stream that PDF/A accepts."""

import zlib
from collections.abc import Iterable
from typing import Any

from reportlab.pdfbase import pdfdoc


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]
    """A stream with an end of line before ``endstream``, as ISO 19005-2, 6.1.7.1 asks.

    ReportLab writes none. Content is deflated unless the dictionary names its own filter
    or ``packed`` is off.
    """

    packed = True

    @classmethod
    def of(cls, content: bytes, *, packed: bool = True, **entries: Any) -> "Stream":
        """Return a stream of these bytes with more entries in its dictionary."""
        stream = cls(dictionary(**entries), content)
        stream.packed = packed
        return stream

    def format(self, document: Any) -> bytes:
        """Return the stream as it stands in the file."""
        entries = dict(self.dictionary.dict)
        content = self.content if isinstance(self.content, bytes) else self.content.encode("latin1")
        if self.packed and "Filter" not in entries:
            content = zlib.compress(content, 6)
            entries["Filter"] = "/FlateDecode"
        entries["Length"] = len(content)
        head: bytes = pdfdoc.format(pdfdoc.PDFDictionary(entries), document)
        return b"".join((head, b"\nstream\n", content, b"\nendstream\n"))


def dictionary(**entries: Any) -> pdfdoc.PDFDictionary:
    """Return a PDF dictionary; names are strings that start with a slash."""
    return pdfdoc.PDFDictionary(entries)


def array(items: Iterable[Any]) -> pdfdoc.PDFArray:
    """Return a PDF array."""
    return pdfdoc.PDFArray(list(items))


def raw(text: str) -> pdfdoc.PDFString:
    """Return a string of plain ASCII that is written as it is."""
    return pdfdoc.PDFString(text.encode("ascii"), enc="raw")
