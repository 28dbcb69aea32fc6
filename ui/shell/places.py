"""Where one can go in the window; a new page is one line here and one file in ui/pages."""

from typing import NamedTuple

from familytrace.i18n import N_


class Place(NamedTuple):
    """A page: ``module`` has a function ``build(shell) -> QWidget``.

    ``in_case`` pages belong to the open case; ``listed`` ones stand in the sidebar.
    """

    key: str
    title: str
    icon: str
    module: str
    in_case: bool = False
    listed: bool = True


PLACES = (
    Place("cases", N_("All cases"), "users", "ui.pages.cases"),
    Place("receive", N_("Received"), "inbox", "ui.pages.receive"),
    Place("new_case", N_("New case"), "user-round-plus", "ui.pages.new_case", listed=False),
    Place("person", N_("The person"), "user-round", "ui.pages.case_person", True),
    Place("happened", N_("What happened"), "calendar", "ui.pages.case_happened", True),
    Place("claims", N_("What is known"), "list-checks", "ui.pages.case_claims", True),
    Place("attempts", N_("Contact attempts"), "phone-call", "ui.pages.case_attempts", True),
    Place("responses", N_("Official answers"), "mail-check", "ui.pages.case_responses", True),
    Place("evidence", N_("Papers and pictures"), "files", "ui.pages.case_evidence", True),
    Place("tellers", N_("Who tells this"), "megaphone", "ui.pages.case_tellers", True),
    Place("testimonies", N_("In our own words"), "quote", "ui.pages.case_testimonies", True),
    Place("safety", N_("Never let these out"), "shield-alert", "ui.pages.case_safety", True),
    Place("consent", N_("Agreement"), "handshake", "ui.pages.consent", True),
    Place("export", N_("Hand over"), "send", "ui.pages.export", True),
    Place("recipients", N_("Recipients"), "landmark", "ui.pages.recipients", listed=False),
    Place("group", N_("Our group"), "users", "ui.pages.group", listed=False),
    Place("recovery", N_("Recovery code"), "key-round", "ui.pages.recovery_code", listed=False),
    Place("new_words", N_("New six words"), "type", "ui.pages.new_words", listed=False),
    Place("settings", N_("Settings"), "settings", "ui.pages.settings", listed=False),
)
BY_KEY = {place.key: place for place in PLACES}
