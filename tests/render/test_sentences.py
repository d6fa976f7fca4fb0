from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from lxyz.dates.spans import FOREVER, Span, month_span
from lxyz.files.origin import Origin
from lxyz.fleet.branch import Options
from lxyz.packs.model import Condition, Wanted
from lxyz.render import Style
from lxyz.render.rule.rulebook import rulebook
from lxyz.render.verdict.entries import Entry, entries
from lxyz.render.verdict.lacks import _fails
from lxyz.render.verdict.message import message
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.sentences import title
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.verdict.timing import timing
from lxyz.report import PackUsed
from lxyz.verdicts import Evidence, Outcome, Room, Subject, Verdict, silent_tiers

from ..trial import BRANCH, pack_text
from ..whole import Report, check, in_full, page_of

AS_OF = date(2016, 9, 30)
SHAPES = Path(__file__).parent / "shapes"
Make = Callable[..., Verdict]


@pytest.fixture
def zh(full: Report) -> Told:
    """What Chinese sentences are made with."""
    return told_of(full.branches[0], AS_OF, "zh")


@pytest.fixture
def en(full: Report) -> Told:
    """What English sentences are made with."""
    return told_of(full.branches[0], AS_OF, "en")


def test_a_month_missed(verdict: Make, zh: Told, en: Told) -> None:
    """A month missed."""
    one = verdict(
        "study-monthly",
        "missed",
        span=month_span(2016, 8),
        need="1",
        have="0",
        due=date(2016, 8, 31),
        until=date(2016, 8, 31),
    )
    assert message(one, zh) == "每月集体学习：8月没有“集体学习”记录；8月31日已过"
    assert (
        message(one, en)
        == "A study each month: no collective study (Aug); was due 31 Aug"
    )
    assert remedy(one, zh) == "往后，当月安排一次集体学习"
    assert remedy(one, en) == "From now on, hold a study within the month"
    late = one._replace(outcome=Outcome.OVERDUE)
    assert remedy(late, zh) == "当月安排一次集体学习"
    other_day = one._replace(notes=("other-day",))
    assert message(other_day, zh) == (
        "每月集体学习：8月办了，但不在固定的那天；固定的是8月31日，改期不出8月31日"
    )
    assert message(other_day, en) == (
        "A study each month: held, but on another day (Aug); the fixed day was 31 Aug, moved to 31 Aug at the latest"
    )


def test_so_many_of_so_many(verdict: Make, zh: Told, en: Told) -> None:
    """So many of so many."""
    one = verdict("study-eight", "open", need="8", have="5", due=date(2016, 12, 31))
    assert (
        message(one, zh)
        == "全年集体学习不少于8次：已有5次，要8次；12月31日前，还有92天"
    )
    assert (
        message(one, en)
        == "Eight studies a year: so far 5 of 8; by 31 Dec, 92 days left"
    )


@pytest.mark.parametrize(
    ("due", "until", "words"),
    [
        (date(2016, 8, 31), None, "8月31日到期，已过30天，现在补仍算（记为迟办）"),
        (
            date(2016, 8, 31),
            date(2016, 12, 31),
            "8月31日到期，已过30天，12月31日前补仍算（记为迟办）",
        ),
    ],
)
def test_what_can_still_be_made_up(
    verdict: Make, zh: Told, due: date, until: date | None, words: str
) -> None:
    """What can still be made up."""
    one = verdict("study-eight", "overdue", need="8", have="7", due=due, until=until)
    assert message(one, zh) == f"全年集体学习不少于8次：只有7次，要8次；{words}"


@pytest.mark.parametrize(
    ("outcome", "days", "chinese", "english"),
    [
        ("overdue", (30,), "9月30日到期", "due 30 Sep"),
        ("missed", (30,), "应在9月30日前", "due 30 Sep"),
        ("missed", (30, 29), "日期已过", "those days are past"),
    ],
)
def test_a_day_to_come_is_not_told_as_past(
    verdict: Make,
    zh: Told,
    en: Told,
    outcome: str,
    days: tuple[int, ...],
    chinese: str,
    english: str,
) -> None:
    """A plan looks back from the end of its year on days that are yet to come, today
    being one of them."""
    entry = Entry(
        "missed",
        tuple(
            verdict("study-eight", outcome, due=date(2016, 9, day), need="1", have="0")
            for day in days
        ),
    )
    assert (timing(entry, zh), timing(entry, en)) == (chinese, english)


def test_a_day_that_is_past_and_still_counts(verdict: Make, zh: Told, en: Told) -> None:
    """Where no last day of it is known."""
    one = verdict("study-eight", "open", due=date(2016, 9, 28), need="1", have="0")
    told = timing(Entry("open", (one,)), zh), timing(Entry("open", (one,)), en)
    assert told == ("9月28日已过，现在办仍算", "preferred by 28 Sep, still counts")


def test_several_days_to_come_are_not_told_at_all(verdict: Make, zh: Told) -> None:
    """Each of them is told by its own span."""
    entry = Entry(
        "missed",
        tuple(
            verdict("study-eight", "missed", due=date(2016, 10, day), need="1")
            for day in (1, 2)
        ),
    )
    assert timing(entry, zh) == ""


def test_the_last_day_of_grace_is_told_where_it_is_past(
    verdict: Make, zh: Told
) -> None:
    """The last day of grace is told where it is past."""
    one = verdict(
        "lecture",
        "missed",
        need="1",
        have="0",
        due=date(2016, 7, 15),
        until=date(2016, 7, 31),
    )
    assert message(one, zh).endswith("7月15日到期，最迟7月31日")


def test_before_the_last_day_of_grace(verdict: Make, zh: Told) -> None:
    """Before the last day of grace."""
    told = zh._replace(as_of=date(2016, 7, 20))
    one = verdict(
        "lecture",
        "open",
        "warning",
        need="1",
        have="0",
        due=date(2016, 7, 15),
        until=date(2016, 7, 31),
        notes=("soft",),
    )
    assert message(one, told).endswith("最好在7月15日前，7月31日前办仍算")
    today = told._replace(as_of=date(2016, 7, 15))
    assert message(one, today).endswith("今天到期")


def test_weeks_are_drawn_together(verdict: Make, zh: Told) -> None:
    """Weeks are drawn together."""
    one = verdict(
        "study-weekly",
        "missed",
        need="38",
        have="20",
        due=date(2016, 5, 8),
        failing=("2016-W18", "2016-W30", "2016-W31", "2016-W32"),
    )
    assert (
        message(one, zh)
        == "每周集中学习：第18周、第30至32周没有“集体学习”记录；日期已过"
    )


def test_what_a_record_lacks(verdict: Make, zh: Told, en: Told) -> None:
    """What a record lacks."""
    one = verdict(
        "steps",
        "overdue",
        need="3",
        have="1",
        due=date(2016, 1, 20),
        missing=("steps:批评和自我批评", "theme"),
        failing=("2016-01-20",),
    )
    assert message(one, zh) == (
        "组织生活会有两个环节：1月20日的组织生活会缺“主题”，“环节”里缺 批评和自我批评；补正即可"
    )
    assert "lacks “theme”, “steps” lacks 批评和自我批评" in message(one, en)
    order = verdict("steps", "overdue", need="3", have="2", missing=("steps",))
    assert "“环节”的先后不对（党性分析、批评和自我批评）" in message(order, zh)


def test_an_item_of_a_list(verdict: Make, zh: Told) -> None:
    """An item of a list."""
    one = verdict(
        "texts", "missed", label="处分条例", need="1", have="0", due=date(2016, 6, 30)
    )
    assert message(one, zh) == "学过两部党规：未见“处分条例”；6月30日已过"
    assert remedy(one, zh) == "往后，补上缺的，并在“学习材料”里写明"
    waiting = verdict(
        "texts",
        "open",
        "none",
        label="处分条例",
        need="1",
        have="0",
        due=date(2016, 12, 31),
    )
    assert "还缺“处分条例”" in message(waiting, zh)


def test_today_is_said_of_today_only(verdict: Make, zh: Told) -> None:
    """A report on another day calls that day otherwise; when one must begin is not said
    of what is due on it anyway."""
    room = Room(zh.as_of, zh.as_of, 1)
    waits = verdict("dues", "open", "none")
    waits = waits._replace(due=zh.as_of, until=zh.as_of, room=room)
    entry = Entry("next", (waits,))
    assert timing(entry, zh) == "今天到期"
    assert timing(entry, zh._replace(is_today=False)) == "当天到期"
    early = waits._replace(
        due=zh.as_of + timedelta(3), room=room._replace(last=FOREVER)
    )
    assert timing(Entry("next", (early,)), zh).endswith("，今天就要动手")


def test_what_cannot_be_decided_names_the_field(verdict: Make, zh: Told) -> None:
    """What cannot be decided names the field."""
    one = verdict(
        "opinions",
        "undecidable",
        "warning",
        missing=("sources", "sources:masses"),
        subject=Subject("fact", "organization-life-meeting@2016-01-20"),
        span=Span(date(2015, 11, 21), date(2016, 1, 19), "2016-01-20"),
    )
    assert (
        message(one, zh)
        == "会前征求意见：1月20日的组织生活会，没写清“征求对象”，无法判断"
    )
    assert remedy(one, zh) == "在所列记录里写清“征求对象”"
    at = Evidence(Origin("branch.yaml", 3), None, ("branch",))
    term = one._replace(missing=("term_over",), records=(at,))
    assert "没写清“换届日期”，无法判断" in message(term, zh)
    assert remedy(term, zh) == "在 branch.yaml 里写清“换届日期”"
    above = verdict("study-monthly", "undecidable", missing=("above-records",))
    assert "台账里没有上级组织的记录" in message(above, zh)
    assert remedy(above, zh).startswith("向上级组织")


def test_what_is_there_and_may_be_enough(verdict: Make, zh: Told, en: Told) -> None:
    """While there is time it says what is to be written, not that there is nothing."""
    one = verdict("study-monthly", "open", "none", missing=("participant",))
    assert "没写“参加人”，写上才知道算不算" in message(one, zh)
    assert "cannot be told yet without participants" in message(one, en)


def test_a_parameter_that_is_not_set(verdict: Make, zh: Told, en: Told) -> None:
    """A parameter that is not set."""
    one = verdict("filed", "undecidable", missing=("report_due",), notes=("param",))
    assert (
        message(one, zh) == "报告按时报送：参数 try-2016/report_due 没有设定，无法判断"
    )
    assert (
        remedy(one, zh)
        == "在 branch.yaml 的“参数”下写 try-2016/report_due: …（报送期限）"
    )
    assert "try-2016/report_due" in message(one, en)


def test_measures_and_bounds(verdict: Make, zh: Told) -> None:
    """Measures and bounds."""
    share = verdict("share", "missed", need="1/2", have="1/3", due=date(2016, 12, 31))
    assert "现为1/3，要求多于1/2" in message(share, zh)
    few = verdict("few", "missed", need="≤2", have="3", due=date(2016, 12, 31))
    assert "有3次，上限2次" in message(few, zh)


def test_what_should_not_be(verdict: Make, zh: Told, en: Told) -> None:
    """Its days are named."""
    days = (date(2016, 6, 24), date(2016, 6, 27))
    there = tuple(Evidence(Origin("a.yaml", 1), day, ()) for day in days)
    due = date(2016, 12, 31)
    one = verdict("few", "missed", need="≤0", have="2", due=due, records=there)
    assert "规定的日期里有6月24日、6月27日的记录，应当没有" in message(one, zh)
    assert "recorded on 24 Jun, 27 Jun, where nothing should be" in message(one, en)


def test_a_limit_that_is_still_open(verdict: Make, zh: Told, en: Told) -> None:
    """Nothing is too much yet, and nothing is to be done: it never comes due soon."""
    one = verdict("few", "open", need="≤2", have="0", due=date(2016, 12, 31))
    assert "到期才算，上限2次，现有0次" in message(one, zh)
    assert "0 so far, at most 2" in message(one, en)
    assert one.is_limit
    assert not one.is_soon(date(2016, 12, 31))


def test_so_many_periods_in_a_row(verdict: Make, zh: Told, en: Told) -> None:
    """What is folded is told by the periods that were not kept, not as a limit."""
    failing = ("2016-05", "2016-06")
    one = verdict("few", "missed", need="<2", have="2", failing=failing)
    assert "有2期没有办到" in message(one, zh)
    assert "2 periods not kept" in message(one, en)
    assert not one.is_limit


@pytest.mark.parametrize(
    ("when", "chinese", "english"),
    [
        ("{every: month, from: 1-11, to: 1-20}", "没有按时的“党课”", "no timely Party"),
        ("{every: month, by: 1-20}", "没有“党课”", "no Party"),
        ("{every: year, from: 02-01, to: 03-01}", "没有“党课”", "no Party"),
        ("{every: month, in: $part}", "没有按时的“党课”", "no timely Party"),
        ("{during: subject}", "没有“党课”", "no Party"),
    ],
)
def test_a_part_of_a_month(
    tmp_path: Path, when: str, chinese: str, english: str
) -> None:
    """Of the rest of it there may be records."""
    each = "for: fact, each: {kind: quiz}, " if "subject" in when else ""
    part = "params: {part: {value: {from: 1-11, to: 1-20}, source: text}}"
    rule = (
        f"{{{each}when: {when}, count: {{of: {{kind: party-lecture}}}}, late: never}}"
    )
    (tmp_path / "trial-2016").mkdir()
    (tmp_path / "trial-2016" / "pack.yaml").write_text(pack_text(rule, part), "utf-8")
    branch = BRANCH.lstrip().replace("trial-2016", "./trial-2016")
    (tmp_path / "branch.yaml").write_text(branch, "utf-8")
    records = "- {kind: quiz, date: 2016-05-05, attendance: all}\n"
    (tmp_path / "a.yaml").write_text(records, "utf-8")
    for lang, text in (("zh", chinese), ("en", english)):
        page = page_of(tmp_path, "2016-12-31", "text", lang=lang)
        assert text in page


def test_a_measure_that_is_reached(verdict: Make, zh: Told, en: Told) -> None:
    """It is no number of records."""
    share = verdict("share", "met", need="1/2", have="2/3", due=date(2016, 12, 31))
    assert message(share, zh) == "到会过半：现为2/3，要求多于1/2"
    assert message(share, en).endswith(": is 2/3, should be more than 1/2")
    limit = verdict("share", "missed", need="≤1/2", have="2/3", due=date(2016, 12, 31))
    assert "现为2/3，要求" in message(limit, zh)


@pytest.mark.parametrize(
    ("name", "wanted", "chinese", "english"),
    [
        ("sections", "大纲", "“章节”里没有“大纲”", "“sections” does not name “大纲”"),
        ("theme", "大纲", "“主题”应为“大纲”", "“theme” is not “大纲”"),
        (
            "responsible",
            Condition(min="1", max="1"),
            "“责任人”应正好1人",
            "not met: “responsible” has exactly 1",
        ),
        ("minutes", Condition(min="180"), "“分钟”应至少180", ""),
        ("present", Condition(min="80%"), "“出席”应至少80%", ""),
        ("present", Condition(min="4/5"), "“出席”应至少4/5", ""),
        ("responsible", Condition(is_="secretary"), "“责任人”里应有书记", ""),
        ("committee", Condition(min="3"), "“支委会”应至少3人", ""),
        (
            "unstated",
            "none",
            "没有写清每个人来没来",
            "does not say of everyone whether he was there",
        ),
        (
            "keynote",
            Condition(which={"cadre": "yes"}, min="3"),
            "“主题发言”里“党员干部”写“是”的应至少3人",
            "",
        ),
        (
            "keynote",
            Condition(which={"cadre": "yes"}),
            "“主题发言”里“党员干部”写“是”的应有人",
            "",
        ),
        (
            "participant",
            Condition(which={"cadre": "yes"}, max="0"),
            "“参加人”里不应有“党员干部”写“是”的",
            "",
        ),
        ("note", "none", "不应写“备注”", "“note” should be empty"),
        (
            "forms",
            ("通读", "研读"),
            "“形式”里没有 通读、研读",
            "“forms” says none of 通读, 研读",
        ),
    ],
)
def test_what_a_key_should_say(
    zh: Told, en: Told, name: str, wanted: Wanted, chinese: str, english: str
) -> None:
    """Said of the key, not of the record."""
    assert _fails(name, wanted, [], zh, ()) == chinese
    assert _fails(name, wanted, [], en, ()) == english or not english


def test_a_key_of_an_item_of_a_list(zh: Told) -> None:
    """An item of a rectification list has an owner, which others call themselves; what
    only records have goes by their name."""
    assert _fails("owner", "none", [], zh, ("rectification",)) == "不应写“主体”"
    assert _fails("owner", "none", [], zh, ("member-self-check",)) == "不应写“本人”"
    assert _fails("host", "none", [], zh, ("problem",)) == "不应写“主持人”"


def test_what_was_done_waived_or_does_not_apply(verdict: Make, zh: Told) -> None:
    """What was done waived or does not apply."""
    met = verdict("study-eight", "met", "none", need="8", have="9")
    assert message(met, zh) == "全年集体学习不少于8次：已办9次，要8次"
    waived = verdict(
        "few", "waived", "none", notes=("waived:防汛", "approved:机关党委")
    )
    assert message(waived, zh) == "改期不多于两次：防汛，机关党委 批准"
    none = verdict("share", "not-applicable", "none", notes=("why:no-denominator",))
    assert message(none, zh) == "到会过半：没有可比的记录"
    assert remedy(met, zh) == remedy(waived, zh) == remedy(none, zh) == ""


def test_questions_and_answers(verdict: Make, zh: Told, en: Told) -> None:
    """Questions and answers."""
    asked = verdict("earnest", "attest", "info")
    assert message(asked, zh) == "批评严肃认真：批评和自我批评是否严肃认真"
    assert message(asked, en) == "Criticism was earnest: Was the criticism earnest"
    no = verdict("earnest", "overdue", notes=("by:王敏",))
    assert message(no, zh) == "批评严肃认真：王敏 确认，结论为“否”"
    assert remedy(no, zh) == "改好后重新确认"


def test_a_rule_that_is_not_there_goes_by_its_id(
    verdict: Make, report_of: Callable[..., Report]
) -> None:
    """A rule that is not there goes by its id."""
    one = verdict("nosuch", "overdue", need="1", have="0", due=date(2016, 8, 31))
    lost = PackUsed("try-2016", "1", "", "", "/nowhere")
    told = told_of(report_of(one, packs=(lost,)).branches[0], AS_OF, "zh")
    assert message(one, told).startswith("try-2016/nosuch：没有记录；8月31日到期")
    assert remedy(one, told) == ""


def test_the_same_cause_is_one_entry_with_all_names(full: Report, zh: Told) -> None:
    """The same cause is one entry with all names."""
    branch = full.branches[0]
    found = entries(branch, rulebook(branch.packs), AS_OF)
    dues = next(one for one in found["now"] if one.head.rule == "try-2016/dues")
    assert [one.subject.name for one in dues.verdicts] == ["李娜", "马骏"]
    ready = next(
        one for one in found["now"] if one.head.rule.startswith("try-2016/ready")
    )
    assert title(ready, zh) == "开始之前备好：学习计划、专题调研"


def test_every_verdict_stands_in_one_part(full: Report) -> None:
    """Every verdict stands in one part."""
    branch = full.branches[0]
    found = entries(branch, rulebook(branch.packs), AS_OF)
    assert sum(len(e.verdicts) for part in found.values() for e in part) == len(
        branch.verdicts
    )
    order = [entry.level.value for entry in found["now"]]
    assert order == sorted(order, key=["error", "warning", "info", "none"].index)


def test_a_stricter_tier_is_silent_until_the_rule_itself_is_kept(
    verdict: Make, report_of: Callable[..., Report]
) -> None:
    """A stricter tier is silent until the rule itself is kept."""
    hard = verdict(
        "study-monthly", "open", "none", need="1", have="0", due=date(2016, 12, 31)
    )
    soft = verdict(
        "study-monthly~", "missed", "warning", modality="should", need="1", have="0"
    )
    for outcome, part in (("open", "folded"), ("met", "missed")):
        kept = hard._replace(outcome=type(hard.outcome)(outcome))
        branch = report_of(kept, soft).branches[0]
        found = entries(branch, rulebook(branch.packs), AS_OF)
        assert [e.head.rule for e in found[part]] == ["try-2016/study-monthly~"]


def test_a_stricter_tier_speaks_of_the_months_in_which_the_rule_was_kept(
    verdict: Make, report_of: Callable[..., Report]
) -> None:
    """A stricter tier speaks of the months in which the rule was kept."""
    june, july = month_span(2016, 6), month_span(2016, 7)
    branch = report_of(
        verdict("study-monthly", "met", "none", span=june),
        verdict("study-monthly", "missed", span=july),
        verdict("study-monthly~", "missed", "warning", modality="should", span=june),
        verdict("study-monthly~", "missed", "warning", modality="should", span=july),
    ).branches[0]
    assert [one.span for one in silent_tiers(branch.verdicts)] == [july]


def test_what_was_done_late_in_a_year(verdict: Make, zh: Told, en: Told) -> None:
    """Of a folded rule so many of its periods, of another so many records; some late."""
    weeks = verdict("study-weekly", "late", "warning", need="52", have="50")
    assert "52期办了50期，有迟办的" in message(weeks, zh)
    assert "done, 50 in all, 52 asked, some late" in message(weeks, en)
    eight = verdict("study-eight", "late", "warning", need="8", have="8")
    assert "已办8次，要8次，有迟办的" in message(eight, zh)


def test_days_carried_on(verdict: Make, zh: Told, en: Told) -> None:
    """One day carried on is told with its day; of several, nobody could tell which."""
    one = verdict("study-monthly", "met", notes=("rolled:2016-05-03",))
    assert message(one, zh).endswith("；到期日不上班，顺延到5月3日")
    several = ("rolled:2016-05-03", "late-by:1", "rolled:2016-10-08")
    two = verdict("study-monthly", "met", notes=several)
    assert message(two, zh).count("顺延") == 1
    assert "到期日不上班的，顺延到下一个工作日" in message(two, zh)
    assert "carried on to the next working day" in message(two, en)


def test_nothing_that_could_be_completed(verdict: Make, zh: Told, en: Told) -> None:
    """Where it is not known what is lacking, that is said, and no remedy made up."""
    for missing in ((), ("",)):
        one = verdict("filed", "undecidable", missing=missing)
        assert message(one, zh).endswith("：记录不全，无法判断")
        assert message(one, en).endswith(": the records do not tell")
        assert remedy(one, zh) == remedy(one, en) == ""


def test_a_list_that_lacks_a_word(
    verdict: Make, report_of: Callable[..., Report]
) -> None:
    """The words that are lacking where they are known, else what there should be."""
    used = PackUsed("shapes-2016", "1.0", "", "", str(SHAPES))
    zh, en = (
        told_of(report_of(packs=(used,)).branches[0], AS_OF, lang)
        for lang in ("zh", "en")
    )
    whole = verdict("lists", "overdue", missing=("negative",))
    whole = whole._replace(rule="shapes-2016/lists")
    assert message(whole, zh) == "清单：“负面”没有写全（要有 不讲规矩）；补正即可"
    assert message(whole, en) == (
        "Lists: “negative” lacks some of 不讲规矩; putting it right is enough"
    )
    known = whole._replace(missing=("negative:不讲规矩",))
    assert message(known, zh) == "清单：“负面”里缺 不讲规矩；补正即可"


def test_more_than_there_may_be_in_some_periods(
    verdict: Make, zh: Told, en: Told
) -> None:
    """Told of the periods; how many there were in each is not."""
    one = verdict(
        "study-monthly",
        "missed",
        need="≤2",
        have="3",
        failing=("2016-05", "2016-06"),
        due=date(2016, 6, 30),
        until=date(2016, 6, 30),
    )
    assert "超过上限2" in message(one, zh)
    assert "more than 2" in message(one, en)


def test_what_is_said_alike_is_said_of_each(verdict: Make, zh: Told, en: Told) -> None:
    """The words of one verdict are never those of another: by whose it is, whether he is
    on leave, the day of the record, the language, the day of the check, the rules."""
    one = verdict("study-monthly", "open", need="1", have="0", due=date(2016, 10, 7))
    li, chen = (
        one._replace(subject=Subject("member", name)) for name in ("李娜", "陈静")
    )
    assert message(li, zh) == "每月集体学习：还没有记录：李娜；10月7日前，还有7天"
    assert message(chen, zh) == message(li, zh).replace("李娜", "陈静")
    away = li._replace(notes=("leave:驻外",))
    assert message(away, zh) == message(li, zh).replace("李娜", "李娜（长期请假）")
    assert message(one, zh) == message(li, zh).replace("：李娜", "")
    later = zh._replace(as_of=date(2016, 10, 1))
    assert message(li, later) == message(li, zh).replace("7天", "6天")
    assert message(li, en).endswith("no record yet: 李娜; by 7 Oct, 7 days left")
    bare = zh._replace(book=rulebook(()))
    assert message(li, bare).startswith(f"{li.rule}：")
    held = [
        li._replace(outcome=Outcome.MET, records=(Evidence(Origin("a"), day, ()),))
        for day in (date(2016, 9, 1), date(2016, 9, 2))
    ]
    assert [message(each, zh)[-7:] for each in held] == ["9月1日：李娜", "9月2日：李娜"]


@pytest.mark.parametrize(
    ("roles", "chinese", "english"),
    [
        ("present", "没有到会", "was not there"),
        (
            ("present", "excused"),
            "没有到会，也没有请假",
            "was neither there nor excused",
        ),
        (
            "ordinary",
            "没有写本人以普通党员身份参加",
            "does not say: the person being an ordinary member",
        ),
        (
            ("lecturer", "speaker"),
            "没有写本人主讲或本人发言",
            "does not say: given by the person or the person speaking",
        ),
    ],
)
def test_who_does_not_stand_in_a_record_as_asked(
    zh: Told, en: Told, roles: str | tuple[str, ...], chinese: str, english: str
) -> None:
    """Who was there, and is not said to be what is asked for, is not told to be away."""
    assert _fails("as", roles, [], zh, ()) == chinese
    assert _fails("as", roles, [], en, ()) == english


@pytest.mark.parametrize(
    ("days", "chinese", "english"),
    [
        ((2,), "应在7月2日前", "due 2 Jul"),
        ((29, 2), "最早的应在7月2日前", "the first of them due 2 Jul"),
    ],
)
def test_several_that_were_late_each_on_a_day_of_its_own(
    verdict: Make, zh: Told, en: Told, days: tuple[int, ...], chinese: str, english: str
) -> None:
    """One day is not told for all of them."""
    late = tuple(
        verdict("study-eight", "late", due=date(2016, 7, day), need="1", have="1")
        for day in days
    )
    entry = Entry("late", late)
    assert (timing(entry, zh), timing(entry, en)) == (chinese, english)


@pytest.mark.parametrize(
    ("lecture", "day", "chinese", "english"),
    [
        ("", "12-25", "没写期限，当年办，还有6天", "within the year, 6 days left"),
        ("", "12-31", "今天到期", "due today"),
        ("", "01-10", "当年没有办，现在办仍算", "not done in that year, still counts"),
        (
            "",
            "03-01",
            "当年没有办，现在补仍算（记为迟办）",
            "not done in that year, still counts, as late",
        ),
        ("2017-02-20", "03-01", "没写期限，应在当年办", "it was for that year"),
    ],
)
def test_the_end_of_a_year_that_no_text_names(
    tmp_path: Path, lecture: str, day: str, chinese: str, english: str
) -> None:
    """What follows something and is due on no day is not told as due on the last."""
    rule = (
        "{for: fact, each: {kind: quiz}, when: {after: subject, band: {to: 31d}, "
        "late: ever}, count: {of: {kind: party-lecture}}}"
    )
    (tmp_path / "trial-2016").mkdir()
    (tmp_path / "trial-2016" / "pack.yaml").write_text(pack_text(rule), "utf-8")
    branch = BRANCH.lstrip().replace("trial-2016", "./trial-2016")
    (tmp_path / "branch.yaml").write_text(branch, "utf-8")
    records = "- {kind: quiz, date: 2016-12-20, attendance: all}\n"
    if lecture:
        records += f"- {{kind: party-lecture, date: {lecture}, attendance: all}}\n"
    (tmp_path / "a.yaml").write_text(records, "utf-8")
    as_of = f"{2016 if day.startswith('12') else 2017}-{day}"
    report = check([tmp_path], Options(date.fromisoformat(as_of), year=2016))
    for lang, text in (("zh", chinese), ("en", english)):
        assert text in in_full("json", report, Style(lang=lang))
