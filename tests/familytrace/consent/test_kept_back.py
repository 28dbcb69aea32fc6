from cases import GENERAL, agreed, document, give
from filled_cases import full_case

from familytrace.consent.kept_back import kept_back
from familytrace.model.topics import Purpose, Topic

HELP = (GENERAL, Purpose.HELP)


def test_the_family_learns_which_topics_stay_home() -> None:
    case = full_case()
    some = {Topic.WHO, Topic.HAPPENED}
    told = kept_back(case, give(case, [agreed(some, Purpose.HELP)], HELP))
    topics = {topic for topic, _count in told.by_topic}
    assert {Topic.SEARCH, Topic.PHOTO, Topic.IDS, Topic.ME, Topic.OTHERS, Topic.THREATS} <= topics
    assert Topic.WHO not in topics
    assert told.locked > 30
    assert all(count > 0 for _topic, count in told.by_topic)


def test_the_family_learns_in_which_texts_words_were_cut() -> None:
    t06 = document("T06")
    told = kept_back(t06.case, give(t06.case, t06.consents, HELP))
    assert "What happened, plainly" in told.cuts
    assert "More about the reason" in told.cuts


def test_nothing_is_cut_where_nothing_is_protected() -> None:
    t01 = document("T01")
    assert () == kept_back(t01.case, give(t01.case, t01.consents, HELP)).cuts
