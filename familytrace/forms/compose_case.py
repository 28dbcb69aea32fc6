"""Answers about what happened: status, detentions, sentences, contradictions, annexes."""

from familytrace.forms.filled import Answer
from familytrace.forms.show import date_text, joined, place_text, short, telling_in_form_language
from familytrace.i18n import _, comma, isolate, n_
from familytrace.model.case import Case, current_status
from familytrace.model.choices import label
from familytrace.model.claim import Claim
from familytrace.model.facts import facts_of


def status(case: Case) -> tuple[Answer, ...]:
    """Say the status the family believes, as of when, and from what kind of source."""
    code = current_status(case)
    claims = [claim for claim in case.claims if claim.status == code]
    if not claims:
        return ()
    return (Answer(_with_source(label("status", code), claims[-1])),)


def contradictions(case: Case) -> tuple[Answer, ...]:
    """List every statement on status or death when they do not agree; none is dropped."""
    said = [claim for claim in case.claims if claim.status or claim.kind == "death"]
    if len({(claim.status, claim.kind) for claim in said}) < 2:
        return ()
    return tuple(Answer(_with_source(_short_of(claim), claim)) for claim in said)


def _short_of(claim: Claim) -> str:
    if claim.status:
        return label("status", claim.status)
    facts = facts_of(claim)
    parts = [label("claim_kind", claim.kind or "death")]
    parts += [
        short(getattr(claim, name), facts[name])
        for name in ("death_date", "death_circumstance", "death_paper", "remains", "note")
        if getattr(claim, name) != "unknown"
    ]
    return joined(comma(), parts)


def _with_source(text: str, claim: Claim) -> str:
    parts = [text]
    if claim.as_of:
        parts.append(_("as of {date}").format(date=isolate(date_text(claim.as_of))))
    if claim.source_label:
        parts.append(_("source: {source}").format(source=label("source_label", claim.source_label)))
    if claim.confidence:
        parts.append(label("confidence", claim.confidence))
    return " \u2013 ".join(parts)


def detentions(case: Case) -> tuple[Answer, ...]:
    """Tell the times of detention and the sightings in order, one line each."""
    episodes = [claim for claim in case.claims if claim.kind in ("detention", "sighting")]
    episodes.sort(key=_earliest)
    return tuple(Answer(_episode(claim)) for claim in episodes)


def _earliest(claim: Claim) -> str:
    began = claim.start or claim.as_of
    first = began.earliest if began else None
    return first.isoformat() if first else "9999"


def _episode(claim: Claim) -> str:
    facts = facts_of(claim)
    span = " \u2013 ".join(date_text(date) for date in (claim.start, claim.end) if date)
    where = [
        label("claim_kind", "sighting") if claim.kind == "sighting" else "",
        short(claim.facility, facts["facility"]),
        claim.facility_name,
        place_text(claim.place) if claim.place else "",
        short(claim.authority, facts["authority"]),
        short(claim.end_reason, facts["end_reason"]),
        claim.note,
    ]
    text = joined(comma(), where)
    line = f"{isolate(span)}: {text}" if span and text else span or text
    return _with_source(line, claim)


def sentences(case: Case) -> tuple[Answer, ...]:
    """Tell each sentence with its years and months, court and charge."""
    return tuple(Answer(_sentence(claim)) for claim in case.claims if claim.kind == "sentence")


def _sentence(claim: Claim) -> str:
    facts = facts_of(claim)
    parts = [short(claim.sentence, facts["sentence"]), length(claim.years, claim.months)]
    if claim.court:
        parts.append(_("court: {court}").format(court=isolate(claim.court)))
    if claim.charge:
        parts.append(_("charge: {charge}").format(charge=isolate(claim.charge)))
    parts.append(short(claim.reasons, facts["reasons"]))
    if claim.start:
        parts.append(_("from {date}").format(date=isolate(date_text(claim.start))))
    parts.append(claim.note)
    return _with_source(joined(comma(), parts), claim)


def length(years: int | None, months: int | None) -> str:
    """Say a length of time in years and months; empty when neither is known."""
    parts = []
    if years:
        parts.append(n_("{count} year", "{count} years", years).format(count=years))
    if months:
        parts.append(n_("{count} month", "{count} months", months).format(count=months))
    return " ".join(parts)


def annexes(case: Case) -> tuple[Answer, ...]:
    """List the files that travel with the form; the number is the file's name."""
    return tuple(
        Answer(
            telling_in_form_language(evidence.caption) if evidence.caption else "",
            label=f"{_annex(evidence.attachment)} \u2013 {label('evidence_kind', evidence.kind)}"
            if evidence.kind
            else _annex(evidence.attachment),
        )
        for evidence in case.evidence
        if evidence.attachment
    )


def _annex(name: str) -> str:
    return _("Annex {number}").format(number=name.rpartition("/")[2].removesuffix(".jpg"))
