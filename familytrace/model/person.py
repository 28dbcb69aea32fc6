"""The missing person, their names and papers, and the people around them."""

from dataclasses import dataclass

from familytrace.i18n import N_
from familytrace.model.facts import Kind, Record, fact
from familytrace.model.partial_date import PartialDate
from familytrace.model.place import Place
from familytrace.model.topics import Level, Topic

_WHO, _ME, _OTHERS = Topic.WHO, Topic.ME, Topic.OTHERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """The missing person (reference 2.2, 2.10)."""

    sex: str | None = fact(N_("Sex"), Kind.CHOICE, _WHO, 1, choices="sex")
    birth_date: PartialDate | None = fact(N_("Date of birth"), Kind.DATE, _WHO, 2)
    birth_date_note: str = fact(
        N_("About the birth date"),
        Kind.TEXT,
        _WHO,
        2,
        hint=N_("For example: differs on the ID card, or another calendar."),
    )
    age_from: int | None = fact(N_("Age, at least"), Kind.NUMBER, _WHO, 1)
    age_to: int | None = fact(N_("Age, at most"), Kind.NUMBER, _WHO, 1)
    age_as_of: PartialDate | None = fact(N_("Age at what time"), Kind.DATE, _WHO, 1)
    minor_then: str | None = fact(
        N_("Under 18 when it happened"), Kind.CHOICE, _WHO, 2, choices="yes_no"
    )
    birth_place: Place | None = fact(N_("Place of birth"), Kind.PLACE, _WHO, 1)
    home: Place | None = fact(N_("Usual home"), Kind.PLACE, _WHO, 1)
    registered_at: Place | None = fact(N_("Place of registration (hukou)"), Kind.PLACE, _WHO, 2)
    ethnicity: tuple[str, ...] = fact(
        N_("Ethnic group"), Kind.CHOICES, _WHO, 1, choices="ethnicity"
    )
    religion: str = fact(N_("Religion"), Kind.TEXT, _WHO, 2)
    nationality: tuple[str, ...] = fact(
        N_("Nationality"), Kind.CHOICES, _WHO, 1, choices="nationality"
    )
    nationality_note: str = fact(N_("About the nationality"), Kind.TEXT, _WHO, 1)
    residence_abroad: str | None = fact(
        N_("Right to live in another country"), Kind.CHOICE, _WHO, 2, choices="residence_abroad"
    )
    residence_country: str = fact(N_("In which country"), Kind.TEXT, _WHO, 2)
    occupation: str | None = fact(N_("Work"), Kind.CHOICE, _WHO, 1, choices="occupation")
    occupation_words: str = fact(N_("Work, in a few words"), Kind.TEXT, _WHO, 1)
    marital_status: str | None = fact(
        N_("Married or not"), Kind.CHOICE, _WHO, 1, choices="marital_status"
    )
    pregnant_then: str | None = fact(
        N_("Pregnant when it happened"), Kind.CHOICE, _WHO, 2, choices="yes_no"
    )
    children: int | None = fact(N_("Number of children"), Kind.NUMBER, _OTHERS, 2)
    father_name: str = fact(N_("Father's name"), Kind.TEXT, _WHO, 2)
    mother_name: str = fact(N_("Mother's name"), Kind.TEXT, _WHO, 2)
    description: str = fact(N_("What they look like"), Kind.LONG, _WHO, 2)
    health_before: str = fact(N_("Illness or medicine before"), Kind.TEXT, Topic.HAPPENED, 2)
    passport_taken: str | None = fact(
        N_("Was the passport taken away"), Kind.CHOICE, Topic.HAPPENED, 1, choices="yes_no"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName(Record):
    """One name of the missing person in one script (reference 2.2)."""

    text: str = fact(N_("Name"), Kind.TEXT, _WHO, 2)
    script: str | None = fact(N_("Letters"), Kind.CHOICE, _WHO, 0, choices="name_script")
    kind: str | None = fact(N_("Which name is it"), Kind.CHOICE, _WHO, 0, choices="name_kind")
    given: str = fact(N_("First name"), Kind.TEXT, _WHO, 2)
    second: str = fact(N_("Second name"), Kind.TEXT, _WHO, 2)
    second_role: str | None = fact(
        N_("What the second name is"),
        Kind.CHOICE,
        _WHO,
        0,
        choices="name_second_role",
        hint=N_("The second part of a Uyghur name is usually the father's name."),
    )
    pinyin: str = fact(N_("Chinese name in Latin letters"), Kind.TEXT, _WHO, 2)
    main: bool = fact(N_("Main name"), Kind.TICK, _WHO, 0)
    origin: str | None = fact(N_("Typed or suggested"), Kind.CHOICE, _WHO, 0, choices="name_origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityDocument(Record):
    """One paper or number that says who the person is (reference 2.3)."""

    kind: str | None = fact(N_("Kind of paper"), Kind.CHOICE, Topic.IDS, 1, choices="document_kind")
    number: str = fact(N_("Number"), Kind.TEXT, Topic.IDS, 2)
    issuer: str = fact(N_("Who gave it"), Kind.TEXT, Topic.IDS, 2)
    issued: PartialDate | None = fact(N_("Given on"), Kind.DATE, Topic.IDS, 2)
    expires: PartialDate | None = fact(N_("Good until"), Kind.DATE, Topic.IDS, 2)
    note: str = fact(N_("Note"), Kind.TEXT, Topic.IDS, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(Record):
    """Somebody of the family. Whoever is still in the region never leaves the vault."""

    name: str = fact(N_("Name"), Kind.TEXT, _OTHERS, 2)
    relation: str | None = fact(
        N_("Who they are to the missing person"), Kind.CHOICE, _OTHERS, 2, choices="relation"
    )
    kinship_words: str = fact(
        N_("The word the family uses"), Kind.TEXT, _OTHERS, 2, hint=N_("For example: aka, hede.")
    )
    birth_date: PartialDate | None = fact(N_("Date of birth"), Kind.DATE, _OTHERS, 2)
    minor: str | None = fact(N_("A child under 18"), Kind.CHOICE, _OTHERS, 2, choices="yes_no")
    taken_too: str | None = fact(
        N_("Missing or taken as well"), Kind.CHOICE, _OTHERS, 2, choices="yes_no"
    )
    note: str = fact(N_("Note"), Kind.TEXT, _OTHERS, 3)
    in_region: str | None = fact(
        N_("Still in the region"), Kind.CHOICE, Topic.HOW, Level.LOCKED, choices="yes_no"
    )
    safe_to_name: str | None = fact(
        N_("Safe to name"), Kind.CHOICE, Topic.HOW, Level.LOCKED, choices="yes_no"
    )
    contact: str = fact(N_("Telephone or account"), Kind.LONG, Topic.HOW, Level.LOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporter(Record):
    """Somebody who tells this case and can give an agreement (reference 2.18)."""

    name: str = fact(N_("Your name"), Kind.TEXT, _ME, 3)
    name_other_letters: str = fact(N_("Your name in other letters"), Kind.TEXT, _ME, 3)
    relation: str | None = fact(
        N_("Who you are to the missing person"), Kind.CHOICE, _ME, 2, choices="relation"
    )
    kinship_words: str = fact(N_("The word the family uses"), Kind.TEXT, _ME, 2)
    contact: str = fact(
        N_("How to reach you safely"),
        Kind.LONG,
        _ME,
        3,
        hint=N_("Address, telephone or e-mail that is safe to use."),
    )
    contact_times: str = fact(N_("When to call"), Kind.TEXT, _ME, 3)
    country: str = fact(N_("Country you live in"), Kind.TEXT, _ME, 3)
    legal_status: str | None = fact(
        N_("Your papers there"), Kind.CHOICE, _ME, 3, choices="residence_abroad"
    )
    language: str = fact(N_("Language to write to you in"), Kind.TEXT, _ME, 1)
    identity_mode: str | None = fact(
        N_("How you want to be named"), Kind.CHOICE, _ME, 0, choices="identity_mode"
    )
    organisation: str = fact(N_("Organisation that helps you"), Kind.TEXT, _ME, 2)
    do_not_use: str = fact(N_("Never use these"), Kind.TEXT, Topic.HOW, Level.LOCKED)
    trusted_person: str = fact(N_("Somebody you trust"), Kind.TEXT, Topic.HOW, Level.LOCKED)
