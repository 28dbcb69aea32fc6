"""The way around a case through the window: first run, agreement, recovery code, handing over."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from window_hands import Hands, clean

from familytrace.consent.wording import wording_for
from familytrace.i18n import LANGUAGES, _, language, n_
from familytrace.model.case import Case
from familytrace.model.consent import BASIS_LABELS, Answer, Consent
from familytrace.model.topics import PURPOSE_LABELS, Purpose, Topic
from ui.pages.consent_looks import speaker_name

CONTROL = Qt.KeyboardModifier.ControlModifier


def first_run(hands: Hands, spoken: str) -> str:
    """Choose the language, read the safe-use page, write six words down and type them back."""
    hands.click(LANGUAGES[spoken])
    hands.click(_("I have read this"))
    paper = read_words(hands)
    hands.click(_("I have written them down"))
    hands.wait_for(lambda: hands.sees(_("Make my vault")))
    for number, word in enumerate(paper, 1):
        hands.type(word if number % 2 else word[:4])
        hands.press(Qt.Key.Key_Space if number < len(paper) else Qt.Key.Key_Return)
    hands.wait_for(lambda: hands.sees(_("Begin this case")))
    return " ".join(paper)


def read_words(hands: Hands) -> list[str]:
    """Read the six words off the screen, in their order."""
    shape = re.escape(_("Word {number}: {word}"))
    shape = shape.replace(r"\{number\}", "([0-9]+)").replace(r"\{word\}", r"(\S+)")
    hands.look_for(_("I have written them down"))
    seen = [re.fullmatch(shape, name) for name in hands.names()]
    pairs = sorted((int(match[1]), clean(match[2])) for match in seen if match)
    assert 6 == len(pairs)
    return [word for _number, word in pairs]


def begin_case(hands: Hands, name: str) -> None:
    """Write the first name."""
    hands.type(name)
    hands.click(_("Begin this case"))
    hands.wait_for(lambda: hands.sees(_("About the person")))


def unlock(hands: Hands, words: str) -> None:
    """Type the six words and press Enter."""
    hands.look_for(_("Your six words"))
    hands.type(words)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(lambda: hands.sees(_("New case")))
    hands.rest()


def lock(hands: Hands) -> None:
    """Lock with the keys that the safe-use page names."""
    hands.press(Qt.Key.Key_L, CONTROL)


def add_group(hands: Hands, card: Path, digits: Sequence[str]) -> None:
    """Take a card from a file, and type the digits that are read aloud by telephone."""
    hands.go_to("Hand over")
    hands.click(_("Add a recipient"))
    hands.click(_("Add a card"))
    hands.choose_path(card)
    hands.look_for(_("Type what you hear"))
    for group in digits:
        hands.type(group)
    hands.click(_("Compare"))
    hands.look_for(_("The digits are the same"))


def ask(hands: Hands, case: Case, consent: Consent, recipient: str) -> None:
    """Read the questions to one speaker for one recipient and purpose, and keep the answers."""
    hands.go_to("Agreement")
    hands.click(_("Ask the questions"))
    hands.pick(_("Who may see it?"), recipient)
    hands.pick(_("What for?"), _(PURPOSE_LABELS[consent.purpose]))
    _choose(hands, f"{_('Who answers')}: {speaker_name(case, consent.speaker)}")
    hands.pick(_("For whom do they answer?"), _(BASIS_LABELS[consent.basis]))
    if consent.language in LANGUAGES:
        _choose(hands, f"{_('Language')}: {LANGUAGES[consent.language]}")
    hands.write(_("Interpreter, if there is one"), consent.interpreter_role)
    hands.click(_("Go on"))
    hands.click(_("This was read. Go on"))
    _answer(hands, consent, recipient)
    if consent.answer is Answer.YES:
        _after_a_yes(hands, consent)
    hands.click(_("Keep these answers"))
    hands.look_for(_("The answers are kept."))


def _choose(hands: Hands, words: str) -> None:
    button = hands.look_for(words)
    assert isinstance(button, QAbstractButton)
    if not button.isChecked():
        hands.click_on(button)


def spoken_in(consent: Consent) -> str:
    """Return the language in which the questions can be read, English where there is no other."""
    return consent.language if consent.language in LANGUAGES else language()


def _answers(consent: Consent, recipient: str) -> Mapping[str, Answer]:
    """Return the answer to each question, by its very words."""
    wording = wording_for(spoken_in(consent))
    said = {wording.question(consent.purpose, recipient): consent.answer}
    for key, text in wording.government.items():
        said[text] = getattr(consent, f"government_learns_{key}")
    for topic, text in wording.apart.items():
        yes = Topic(topic) in consent.topics
        said[text] = Answer.YES if yes else Answer.NO
    return {clean(text): answer for text, answer in said.items()}


def _answer(hands: Hands, consent: Consent, recipient: str) -> None:
    """Answer one question after the other, until there is none."""
    words = {Answer.NO: _("No"), Answer.YES: _("Yes"), Answer.LATER: _("Later")}
    left = dict(_answers(consent, recipient))
    while asked := next((text for text in left if hands.sees(text)), ""):
        if hands.sees(_("Keep these answers")):
            return
        hands.click(f"{words[left.pop(asked)]}. {asked}")


def _after_a_yes(hands: Hands, consent: Consent) -> None:
    wording = wording_for(spoken_in(consent))
    hands.write(wording.teach_back["who"], consent.teach_back)
    hands.click(_("Go on"))
    count = _months(consent)
    _choose(hands, n_("{count} month", "{count} months", count).format(count=count))
    if consent.told_how_to_stop:
        hands.click(_("They know how to take it back"))
    hands.click(_("Go on"))


def _months(consent: Consent) -> int:
    assert consent.given_at is not None
    assert consent.ends_on is not None
    years = consent.ends_on.year - consent.given_at.year
    return 12 * years + consent.ends_on.month - consent.given_at.month


def copy_code(hands: Hands) -> str:
    """Copy the recovery code onto paper, type it from there, and come back."""
    hands.click(_("Copy the recovery code"))
    hands.click(_("Show me the code"))
    hands.look_for(_("I have copied it"))
    shape = re.escape(_("Group {number} of the code")).replace(r"\{number\}", "([0-9]+)")
    seen = [re.fullmatch(f"{shape}: ([0-9]{{6}})", name) for name in hands.names()]
    paper = [match[2] for match in sorted(filter(None, seen), key=lambda one: int(one[1]))]
    assert 8 == len(paper)
    hands.click(_("I have copied it"))
    for group in paper:
        hands.type(group)
    hands.click(_("Compare"))
    hands.click(_("Go on"))
    return " ".join(paper)


def choose_order(hands: Hands, recipient: str, purpose: Purpose) -> None:
    """Choose for whom and what for."""
    hands.go_to("Hand over")
    hands.pick(_("Who receives it?"), recipient)
    hands.pick(_("What for?"), _(PURPOSE_LABELS[purpose]))
    hands.rest()


def write_package(hands: Hands, folder: Path) -> Path:
    """Write the sealed package into a folder, once its pages were shown."""
    button = hands.look_for(_("Write the package"))
    hands.wait_for(button.isEnabled)
    hands.click_on(button)
    hands.choose_path(folder)
    hands.look_for(_("How to hand it over"))
    (package,) = folder.glob("*.ftcase")
    return package


def write_open(hands: Hands, way: str, target: Path) -> Path:
    """Write a file that anybody can read, after the warning."""
    hands.click(way)
    hands.click(_("Write it without a lock"))
    hands.choose_path(target)
    hands.look_for(_("How to hand it over"))
    return target


def open_package(hands: Hands, package: Path) -> None:
    """Open a package on the group's side."""
    hands.go_to("Received")
    hands.click(_("Open packages"))
    hands.choose_path(package)
    hands.look_for(_("What may be done with it"))
