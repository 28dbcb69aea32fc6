"""Protected names are found and cut in every script, spelling and place."""

import csv
import tomllib
import unicodedata
from collections import defaultdict
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from familytrace.names import protected_names
from familytrace.names.fold import fold
from familytrace.names.pieces import MARK
from familytrace.names.protected import Hit, Protected, cut, cut_protected, find_protected

DATA = Path(__file__).parents[2] / "data"
INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202b"]
ENDINGS = {
    "latin": ["", "ning", "ni", "gha", "din", "jan", "'nin", "'ye", "\u2019s", "lar", "1987"],
    "arabic": [
        "",
        "\u0646\u0649\u06ad",
        "\u0646\u0649",
        "\u062f\u0649\u0646",
        "\u062c\u0627\u0646",
    ],
    "cyrillic": [
        "",
        "\u0434\u0456\u04a3",
        "\u043d\u044b\u04a3",
        "\u0493\u0430",
        "\u0434\u0438\u043d",
    ],
    "han": ["", "\u6c5f"],
}
AROUND = [" ", "\n", " (", ") ", ", ", ".", "/", "_", "\u00ab", "\u2068", "\u2069", "-", ""]
WORDS = [
    "",
    "hello",
    "42",
    "\u0645\u06d5\u0646",
    "\u6211\u7684",
    "\u0438",
    "\U0001f600",
    "[",
    "\u2026",
]


def _people() -> dict[str, list[tuple[str, str]]]:
    people = defaultdict(list)
    with (DATA / "invented_names.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            people[row["person"]].append((row["script"], row["spelling"]))
    return people


PEOPLE = _people()
EVERY = [pair for person in PEOPLE.values() for pair in person]
PAIRS = [pair for person in PEOPLE.values() for pair in permutations(person, 2)]


def _name(text: str) -> list[Protected]:
    return [Protected("name", text)]


def _leaks(name: str, text: str) -> list[str]:
    folded = fold(text).replace(" ", "")
    words = name.replace("\u00b7", " ").split()
    return [word for word in words if fold(word).replace(" ", "") in folded]


@pytest.mark.parametrize(("kept", "written"), PAIRS)
def test_a_name_kept_in_one_spelling_is_cut_in_every_other(
    kept: tuple[str, str], written: tuple[str, str]
) -> None:
    text = f"Yesterday {written[1]} came to us."
    assert f"Yesterday {MARK} came to us." == cut_protected(text, _name(kept[1]))


@pytest.mark.parametrize(("kept", "written"), PAIRS)
def test_the_given_name_alone_is_cut_in_every_other_spelling(
    kept: tuple[str, str], written: tuple[str, str]
) -> None:
    given = written[1].replace("\u00b7", " ").split()[0]
    assert not _leaks(given, cut_protected(f"I saw {given} there", _name(kept[1])))


@st.composite
def disguised(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw a protected spelling, a disguised other spelling of it, and a text around that."""
    person = draw(st.sampled_from(sorted(PEOPLE)))
    kept = draw(st.sampled_from(PEOPLE[person]))[1]
    script, spelling = draw(st.sampled_from(PEOPLE[person]))
    words = spelling.split("\u00b7") if script == "han" else spelling.split()
    if draw(st.booleans()):
        words.reverse()
    words[-1] += draw(st.sampled_from(ENDINGS[script]))
    written = draw(st.sampled_from(["\u00b7", ""]) if script == "han" else st.just(" ")).join(words)
    case = draw(st.sampled_from(["capitalize", "upper", "lower", "title", "swapcase"]))
    written = written if script == "han" else getattr(written, case)()
    form = draw(st.sampled_from(["NFC", "NFD"]))
    written = unicodedata.normalize("NFD", written) if form == "NFD" else written
    for sign in draw(st.lists(st.sampled_from(INVISIBLE), max_size=3)):
        place = draw(st.integers(0, len(written)))
        written = written[:place] + sign + written[place:]
    edge = st.sampled_from(AROUND[:-1] if script != "han" else AROUND)
    words_around = st.sampled_from(WORDS)
    before, after = draw(words_around) + draw(edge), draw(edge) + draw(words_around)
    return kept, spelling, f"{before}{written}{after}"


@settings(max_examples=400, deadline=None)
@given(disguised())
def test_no_disguise_lets_a_name_through(drawn: tuple[str, str, str]) -> None:
    kept, spelling, text = drawn
    assert not _leaks(spelling, cut_protected(text, _name(kept)))


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.text(max_size=6)
        | st.sampled_from([word for _, name in EVERY for word in name.split()])
        | st.sampled_from([*AROUND, *WORDS, *INVISIBLE, "0998284", "1234", "user", "ali_77"]),
        max_size=14,
    ).map("".join),
    st.sampled_from(sorted(PEOPLE)),
)
def test_nothing_is_left_to_be_found_after_cutting(text: str, person: str) -> None:
    protected = [
        Protected("name", PEOPLE[person][0][1]),
        Protected("name", "Ali Sinaq"),
        Protected("number", "+86 998 2841234"),
        Protected("account", "user"),
        Protected("account", "ali_77@example.org"),
    ]
    assert () == find_protected(cut_protected(text, protected), protected)


def test_a_search_without_folding_misses_the_disguises() -> None:
    """Planted fault: the disguises are such that plain search does not find them."""
    text = "I saw M\u200behmutjan S\u0131nak and \u9ea6\u5408\u6728\u63d0\u6c5f"
    assert "Mehmutjan" not in text
    assert _leaks("Mehmutjan", text)
    assert cut_protected(text, _name("Mehmutjan Sinaq")) == f"I saw {MARK} and {MARK}"


def test_a_search_by_letters_alone_misses_other_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted fault: without comparing sounds the test of all spellings would fail."""
    monkeypatch.setattr(
        protected_names, "likeness", lambda word, name, least=0.0: float(fold(word) == name.folded)
    )
    missed = sum(bool(_leaks(b, cut_protected(b, _name(a)))) for (_, a), (_, b) in PAIRS)
    assert missed > len(PAIRS) // 2


def test_own_names_are_not_cut_but_a_protected_neighbour_takes_the_shared_one_along() -> None:
    own = ["Mehmutjan Sinaq", "\u9ea6\u5408\u6728\u63d0\u6c5f\u00b7\u65af\u7eb3\u514b"]
    protected = _name("G\u00fclnur Sinaq")
    text = "Mehmutjan Sinaq was seen by Gulnur. It was Sinaq who wrote; Gulnur Sinaq did not."
    expected = f"Mehmutjan Sinaq was seen by {MARK}. It was Sinaq who wrote; {MARK} did not."
    assert expected == cut_protected(text, protected, own_names=own)


def test_an_own_name_like_a_protected_one_stays() -> None:
    text = "Aynur Sinaq and Aygul Sinaq"
    found = cut_protected(text, _name("Aygul Sinaq"), own_names=["Aynur Sinaq"])
    assert f"Aynur Sinaq and {MARK}" == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ali came", "Ali came"),
        ("Ali Sinaq came", f"{MARK} came"),
        ("Sinaq Ali came", f"{MARK} came"),
        ("\u0626\u06d5\u0644\u0649 \u0633\u0649\u0646\u0627\u0642 came", f"{MARK} came"),
    ],
)
def test_a_short_word_counts_only_beside_a_neighbour(text: str, expected: str) -> None:
    assert expected == cut_protected(text, _name("Ali Sinaq"))


def test_a_short_name_of_one_word_is_found_as_it_stands() -> None:
    assert f"{MARK} and {MARK}, alias" == cut_protected("Ali and ali, alias", _name("Ali"))


@pytest.mark.parametrize(
    "text",
    [
        "\u738b\u5c0f\u82b3",
        "\u5c0f\u82b3",
        "Wang Xiaofang",
        "Xiaofang Wang",
        "WANG XIAO FANG",
        "wangxiaofang",
    ],
)
def test_a_chinese_name_is_found_with_and_without_its_surname(text: str) -> None:
    assert MARK == cut_protected(text, _name("\u738b\u5c0f\u82b3"))


@pytest.mark.parametrize(
    "text",
    ["MehmutjanSinaq_1980.jpg", "mehmutjan.sinaq@example.org", "xMehmutjanx", "S i n a q"],
)
def test_a_name_glued_into_something_is_found(text: str) -> None:
    assert not _leaks("Mehmutjan Sinaq", cut_protected(text, _name("Mehmutjan Sinaq")))


def test_ordinary_sentences_are_left_alone() -> None:
    protected = [item for person in PEOPLE.values() for _, name in person for item in _name(name)]
    sentences = tomllib.loads((DATA / "ordinary_sentences.toml").read_text(encoding="utf-8"))
    for language, texts in sentences.items():
        for text in texts:
            assert text == cut_protected(text, protected), language


def test_hits_point_into_the_original_text() -> None:
    text = "A\u200bb G\u00fclnur c"
    found = find_protected(text, [Protected("name", "Ali Sinaq"), *_name("Gulnur Sinaq")])
    assert (Hit(4, 10, 1),) == found
    assert f"A\u200bb {MARK} c" == cut(text, found)


def test_overlapping_hits_leave_one_mark() -> None:
    assert f"a{MARK}e" == cut("abcde", [Hit(1, 3, 0), Hit(2, 4, 1)])
    assert "abcde" == cut("abcde", [])
