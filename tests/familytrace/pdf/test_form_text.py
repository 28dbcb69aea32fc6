"""Letters that cannot be printed are named before an export."""

from dataclasses import replace

from familytrace.forms.filled import FilledForm
from familytrace.pdf.form_text import uncovered_in


def test_a_form_of_our_languages_can_be_printed_whole(form: FilledForm) -> None:
    assert uncovered_in(form) == ""


def test_letters_are_found_wherever_they_stand(form: FilledForm) -> None:
    changed = replace(form, recipient="\ud55c", closing=("\u0915",))
    assert uncovered_in(changed) == "\ud55c\u0915"
