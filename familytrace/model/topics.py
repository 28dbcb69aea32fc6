"""What a family says yes or no to, for what purpose, and how dangerous a fact is."""

from enum import IntEnum, StrEnum

from familytrace.i18n import N_


class Topic(StrEnum):
    """A part of what the family knows that it can share or keep back."""

    WHO = "who"
    HAPPENED = "happened"
    SEARCH = "search"
    OFFICIAL = "official"
    WORDS = "words"
    PHOTO = "photo"
    IDS = "ids"
    ME = "me"
    HOW = "how"
    OTHERS = "others"
    THREATS = "threats"


TOPIC_LABELS = {
    Topic.WHO: N_("Who they are"),
    Topic.HAPPENED: N_("What happened"),
    Topic.SEARCH: N_("What we did to find them"),
    Topic.OFFICIAL: N_("What officials answered"),
    Topic.WORDS: N_("In our own words"),
    Topic.PHOTO: N_("Photos"),
    Topic.IDS: N_("ID numbers and papers"),
    Topic.ME: N_("Me and how to reach me"),
    Topic.HOW: N_("How we know"),
    Topic.OTHERS: N_("Other relatives and children"),
    Topic.THREATS: N_("Threats"),
}


class Purpose(StrEnum):
    """What a recipient wants the case for; a new purpose needs a new agreement."""

    HELP = "help"
    UN = "un"
    HOST_STATE = "host_state"
    COURT = "court"
    PUBLIC = "public"
    CAMPAIGN = "campaign"


PURPOSE_LABELS = {
    Purpose.HELP: N_("Advice and help with this case"),
    Purpose.UN: N_("United Nations: ask the government"),
    Purpose.HOST_STATE: N_("The government of the country we live in"),
    Purpose.COURT: N_("A court or an investigator"),
    Purpose.PUBLIC: N_("A public list that everybody can read"),
    Purpose.CAMPAIGN: N_("A public campaign"),
}


class Level(IntEnum):
    """How much harm a fact can do in the wrong hands (reference, section 2).

    0 a code; 1 personal; 2 identifying or intimate; 3 can endanger somebody;
    4 somebody still in the region can be punished for it: it never leaves.
    """

    CODE = 0
    PERSONAL = 1
    IDENTIFYING = 2
    ENDANGERING = 3
    LOCKED = 4


CEILINGS = {
    Purpose.HELP: Level.ENDANGERING,
    Purpose.UN: Level.ENDANGERING,
    Purpose.HOST_STATE: Level.ENDANGERING,
    Purpose.COURT: Level.ENDANGERING,
    Purpose.PUBLIC: Level.IDENTIFYING,
    Purpose.CAMPAIGN: Level.IDENTIFYING,
}
