"""The same form as *number | question | answer*, so that nobody has to retype it."""

import re

from familytrace.forms.filled import FilledForm, FilledQuestion

_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_EMBEDDING, _POP = re.compile("[\u202a\u202b\u202d\u202e]"), "\u202c"
_ISOLATE, _POP_ISOLATE = re.compile("[\u2066-\u2068]"), "\u2069"


def sheet_text(filled: FilledForm) -> str:
    """Return the form as plain text, one answer a line, the same words as on the page.

    A bar inside a text is written ``\\|``, any line break inside a text ``\\n``.
    """
    lines = [f"{filled.title} | {filled.code} | {filled.date}", ""]
    for section in filled.sections:
        lines.append(f"{section.number} | {section.title} |")
        for question in section.questions:
            lines += _lines(question)
        lines.append("")
    lines += [_cell(answer.text) for answer in filled.statement]
    lines += [_cell(sentence) for sentence in filled.closing]
    return "\n".join(lines).rstrip() + "\n"


def _lines(question: FilledQuestion) -> list[str]:
    head = f"{question.number} | {_cell(question.label)} | "
    found = [
        head + (f"{_cell(answer.label)}: " if answer.label else "") + _cell(answer.text)
        for answer in question.answers
    ]
    for row in question.rows:
        pairs = zip(question.columns, row, strict=True)
        cells = (f"{column}: {cell}" for column, cell in pairs if cell)
        found.append(head + _cell("; ".join(cells)))
    return found or [head.rstrip()]


def _cell(text: str) -> str:
    """Keep a text inside its cell: no bar, no line break, no direction that runs on."""
    inside = _BREAK.sub(r"\\n", text.replace("|", "\\|"))
    embedded = len(_EMBEDDING.findall(inside)) - inside.count(_POP)
    isolated = len(_ISOLATE.findall(inside)) - inside.count(_POP_ISOLATE)
    return inside + _POP * max(embedded, 0) + _POP_ISOLATE * max(isolated, 0)
