"""What lasts from branch to branch is of one bound pack, and nothing of a branch."""

from datetime import date

from lxyz.kinds.lasting import lasting
from lxyz.kinds.spans import calendar_windows
from lxyz.kinds.world import World
from lxyz.packs.model import When
from tests.trial import BRANCH, bound, facts_of, held, judge, verdicts, world_of

RULE = "{count: {of: {kind: party-lecture}}}"
STEPS = "words: {steps: {批评: [互相批评]}}"


def test_it_is_kept_for_the_very_pack() -> None:
    """For the same pack the same; a pack that merely says the same, or was read anew, is
    another, and one whose words differ has its own."""
    one = bound(RULE, STEPS)
    again = one._replace(values=dict(one.values))
    assert lasting(one) is lasting(one)
    assert lasting(again) is not lasting(one)
    assert lasting(one).forms("name", "互相批评") == {"批评", "互相批评"}
    assert lasting(bound(RULE)).forms("name", "互相批评") == {"互相批评"}


def test_what_has_a_gap_is_a_form_of_its_word() -> None:
    """What is written there is known again, whatever stands in the gap."""
    pack = bound(RULE, "words: {topic: {学党章: ['专题一*'], 学党规: ['专题二*']}}")
    forms = lasting(pack).forms
    assert forms("topic", "专题一：学党章") == {"专题一学党章", "学党章", "专题一*"}
    assert forms("topic", "专题三") == {"专题三"}


def test_what_is_made_of_a_thing_is_never_that_of_another() -> None:
    """By the thing itself, which stays alive, and by all else that it rests on."""
    kept = lasting(bound(RULE))
    made = [kept.made("what", [number], lambda: number) for number in range(100)]  # noqa: B023
    assert made == list(range(100))
    of: list[int] = []
    assert kept.made("one", of, lambda: 1) == kept.made("one", of, lambda: 2) == 1
    assert kept.made("two", of, lambda: 2) == 2


def test_windows_last_but_for_the_branch_s_own_day() -> None:
    """Two branches judged by one pack share the months of a year, and not the fixed
    day; another year has its own."""
    pack = bound(RULE)
    both = [facts_of(branch=f"{BRANCH}固定活动日: {day}\n") for day in (7, 9)]
    worlds = [World(one, pack, 2016, date(2016, 12, 31)) for one in both]
    rule, month = pack.rules[0], When(every="month")
    first, second = (calendar_windows(rule, month, one, 2016) for one in worlds)
    assert first is second
    assert calendar_windows(rule, month, worlds[0], 2017)[0].due == date(2017, 1, 31)
    own = When(every="month", day="branch.fixed_day")
    days = [calendar_windows(rule, own, one, 2016)[0].due for one in worlds]
    assert days == [date(2016, 1, 7), date(2016, 1, 9)]


def test_texts_of_records_do_not_last() -> None:
    """What a rule compares one record with is of that record's branch."""
    text = "{for: fact, each: {kind: thematic-discussion}, count: {of: {kind: collective-study, same: [topic]}}}"
    pack = bound(text, "words: {topic: {学党章: [专题一]}}")
    for said, wanted in (("专题一", "met"), ("学条例", "overdue")):
        records = held(
            "2016-03-01",
            kind="thematic-discussion",
            more=f"topic: {said}, attendance: all",
        )
        records += held(
            "2016-03-01", kind="collective-study", more="topic: 学党章, attendance: all"
        )
        (one,) = judge(facts_of(records), pack, 2016, date(2017, 12, 31))
        assert one.outcome == wanted
    assert "学条例" not in str(vars(lasting(pack)))


def test_a_world_that_let_go_is_as_good_as_before() -> None:
    """Nothing of it is lost: it is only made again."""
    world = world_of()
    made = world.made("what", RULE, lambda: [1])
    shared = world.shared(("what",), lambda: [2])
    world.let_go()
    assert world.made("what", RULE, lambda: [1]) == made
    assert world.shared(("what",), lambda: [2]) == shared
    assert verdicts(RULE) == verdicts(RULE)
