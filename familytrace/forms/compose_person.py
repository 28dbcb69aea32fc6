"""Answers about who somebody is: names in every script, age, papers, the sender."""

from familytrace.forms.filled import Answer
from familytrace.forms.show import date_text, joined, language_name, short
from familytrace.i18n import _, comma, isolate, isolate_ltr
from familytrace.model.case import Case
from familytrace.model.choices import label
from familytrace.model.facts import facts_of
from familytrace.model.person import IdentityDocument, PersonName, Reporter

_LATIN = ("uyghur_latin", "english", "turkish_latin", "kazakh_latin", "pinyin")


def names(case: Case) -> tuple[Answer, ...]:
    """List every name, the one on the Chinese ID first, one script a line."""
    ordered = sorted(case.names, key=lambda name: (name.kind != "on_chinese_id", not name.main))
    found: list[Answer] = []
    for name in ordered:
        found.append(Answer(name.text, role="name", label=_name_label(name)))
        if name.pinyin:
            found.append(Answer(name.pinyin, role="name", label=_("In Latin letters (pinyin)")))
    if any(name.second_role == "patronymic" for name in case.names):
        found.append(
            Answer(
                _("The second part of the name is the father's name, not a family name."),
                role="note",
            )
        )
    return tuple(found)


def _name_label(name: PersonName) -> str:
    kind = label("name_kind", name.kind) if name.kind else _("Name")
    script = label("name_script", name.script) if name.script else ""
    return f"{kind} ({script})" if script else kind


def _for_un(case: Case) -> PersonName | None:
    """Choose the name a form in Latin letters is filled with."""
    ranked = sorted(
        (name for name in case.names if name.text),
        key=lambda name: (name.script not in _LATIN, not name.main, name.script == "pinyin"),
    )
    return ranked[0] if ranked else None


def family_name(case: Case) -> tuple[Answer, ...]:
    """Answer "family name": the father's name where there is no family name, and say so."""
    name = _for_un(case)
    if name is None or not name.second:
        return ()
    if name.second_role == "patronymic":
        note = _("This is the father's name. The person has no family name.")
        return (Answer(name.second, role="name"), Answer(note, role="note"))
    return (Answer(name.second, role="name"),)


def first_name(case: Case) -> tuple[Answer, ...]:
    """Answer "first name": the given name, or the whole name where nobody divided it."""
    name = _for_un(case)
    return (Answer(name.given or name.text, role="name"),) if name else ()


def age(case: Case) -> tuple[Answer, ...]:
    """Say an age or a range of ages, and at what time it was true."""
    low, high = case.person.age_from, case.person.age_to
    if low is None and high is None:
        return ()
    if low is not None and high is not None and low != high:
        years = _("{low} to {high} years").format(low=low, high=high)
    else:
        years = _("{age} years").format(age=low if low is not None else high)
    if case.person.age_as_of is None:
        return (Answer(years),)
    when = isolate(date_text(case.person.age_as_of))
    return (Answer(_("{years}, in {when}").format(years=years, when=when)),)


def documents(case: Case) -> tuple[Answer, ...]:
    """List the papers: kind, number, who gave them and when."""
    return tuple(_document(document) for document in case.documents)


def _document(document: IdentityDocument) -> Answer:
    facts = facts_of(document)
    parts = [isolate_ltr(document.number) if document.number else ""]
    if document.issuer:
        parts.append(_("given by {issuer}").format(issuer=isolate(document.issuer)))
    if document.issued:
        parts.append(_("on {date}").format(date=isolate(date_text(document.issued))))
    parts.append(document.note)
    kind = short(document.kind, facts["kind"]) or _("Paper")
    return Answer(joined(comma(), parts), label=kind)


def reporter_name(case: Case) -> tuple[Answer, ...]:
    """Name who sends the form, one line for each name as written."""
    return tuple(
        Answer(name, role="name")
        for one in case.reporters
        for name in (one.name, one.name_other_letters)
        if name and one.identity_mode != "code_name"
    )


def reporter(case: Case) -> tuple[Answer, ...]:
    """Tell who reports: relation, country, how to reach them and in which language."""
    return tuple(answer for one in case.reporters for answer in _reporter(one))


def _reporter(one: Reporter) -> list[Answer]:
    facts = facts_of(one)
    shown = {
        _("Relation to the missing person"): short(one.relation, facts["relation"]),
        _("The word the family uses"): one.kinship_words,
        _("Safe contact"): "; ".join(one.contact.splitlines()),
        _("When to call"): one.contact_times,
        _("Country"): one.country,
        _("Through the organisation"): one.organisation,
        _("Language to write in"): language_name(one.language),
    }
    return [
        Answer(text, role="name" if text == one.kinship_words else "answer", label=said)
        for said, text in shown.items()
        if text
    ]
