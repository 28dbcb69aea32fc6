"""A form with its answers, ready to be drawn, written or read: made only from a Disclosure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """One piece of an answer.

    ``role`` is ``answer``, ``own_words``, ``translation``, ``name`` or ``note``.
    ``language`` is a BCP 47 code where the words are somebody's own, else None (the
    form's language). ``label`` stands before it in small type ("As on the ID card").
    """

    text: str
    role: str = "answer"
    language: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FilledQuestion:
    """A question with its answers: pieces one under another, or a table of rows.

    ``columns`` and ``rows`` are empty unless the answer is a table. ``second_label``
    is the question in the second language, or empty. ``wide`` marks long texts.
    """

    number: str
    label: str
    second_label: str = ""
    answers: tuple[Answer, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    required: bool = False
    wide: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all was answered."""
        return not self.answers and not self.rows


@dataclass(frozen=True, slots=True)
class FilledSection:
    """A numbered part of the form."""

    number: str
    title: str
    second_title: str
    questions: tuple[FilledQuestion, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands in the form; ``name`` is its member name in the package."""

    name: str
    caption: str
    is_portrait: bool


@dataclass(frozen=True, slots=True)
class SignatureLine:
    """A line to sign on, with what stands under it in both languages."""

    label: str
    second_label: str


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A recipient's whole form with the answers that may be given, and nothing else.

    ``statement`` holds the consent statement in both languages (empty on UN pages),
    ``notices`` sentences before the first question ("Confidential"), ``closing``
    fixed sentences after the last one. ``date`` is the day of making, ISO 8601.
    """

    profile: str
    title: str
    second_title: str
    language: str
    second_language: str | None
    recipient: str
    code: str
    date: str
    notices: tuple[str, ...]
    sections: tuple[FilledSection, ...]
    pictures: tuple[Picture, ...]
    statement: tuple[Answer, ...]
    signatures: tuple[SignatureLine, ...]
    closing: tuple[str, ...]
    empty_mark: str
    page_words: str
    second_page_words: str
