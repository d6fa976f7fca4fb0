"""One vocabulary, two languages: every word means the same in both."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.files import read_text
from lxyz.records import Record, read_profile, read_records
from lxyz.vocabulary import Key, folded, folded_name, nearest, vocabulary

WORDS = vocabulary()
SAMPLES = {
    "kinds": "党课",
    "date": "2016-06-24",
    "dates": "2016-06-24、2016-06-30",
    "time": "14:00-16:30",
    "period": "2016",
    "month": "2016-06",
    "when": "2016-06",
    "span": "2016-06-10",
    "text": "一段话",
    "texts": "一段话",
    "terms": "甲、乙",
    "titles": "《中国共产党章程》",
    "name": "王敏",
    "names": "王敏、陈静",
    "reasons": "王敏（出差）",
    "int": "25",
    "number": "24",
    "refs": "2016-06-24 党课",
    "tagged": "学习：党章",
    "path": "materials/a.jpg",
    "paths": "materials/a.jpg",
    "sections": "{基本情况: 一段话}",
    "filings": "{机关党委: 2016-06-25}",
    "steps": "通报、评议",
    "speakers": "{lecturer: 王敏}",
    "attendance": "全体",
    "owner": "支部",
    "by": "本人",
    "day-of-month": "7",
    "fixed-day": "7",
    "slot": "friday 15:00-16:00",
    "pairs": "{王敏: 96}",
    "params": "{bj-2016/often: 31d}",
    "value-names": "{普通党员: 王敏}",
    "records": "[]",
}


def sample(key: Key, lang: str) -> str:
    """A value that the type of a key takes, its closed words in a language."""
    word, _, rest = key.type.partition(" ")
    if word in ("one", "some"):
        slug = next(iter(WORDS.value_names[rest]))
        return slug if lang == "en" else WORDS.value_names[rest][slug]
    if word == "value-names" and rest:
        slug = next(iter(WORDS.value_names[rest]))
        return f"{{{slug if lang == 'en' else WORDS.value_names[rest][slug]}: 王敏}}"
    if word in ("map", "list"):
        inner = {
            slug: keys[0]
            for slug, keys in WORDS.key_slugs(rest).items()
            if keys[0].type.split()[0] not in ("map", "list", "records")
        }
        pairs = (
            f"{slug if lang == 'en' else one.zh}: {sample(one, lang)}"
            for slug, one in inner.items()
        )
        body = "{" + ", ".join(pairs) + "}"
        return body if word == "map" else f"[{body}]"
    return SAMPLES[word]


def kind_with(key: Key) -> str:
    """A kind of record that may have the key."""
    for slug, kind in WORDS.kinds.items():
        if kind.family == "judgement" and key.serves and slug not in key.serves:
            continue
        if not key.serves or {slug, kind.family} & key.serves:
            return slug
    raise AssertionError(key)


RECORD_KEYS = [
    (slug, key)
    for slug, keys in WORDS.key_slugs("record").items()
    for key in keys
    if slug not in ("kind", "rows", "documents", "date")
]


def plainly(record: Record) -> object:
    """A record without its places."""
    import re

    return re.sub(
        r"(line|column)=\d+", "", re.sub(r"Origin\([^)]*\)", "", repr(record))
    )


@pytest.mark.parametrize(("slug", "key"), RECORD_KEYS, ids=lambda one: str(one)[:30])
def test_twins(slug: str, key: Key) -> None:
    """A record written with Chinese words and its English twin are the same record."""
    kind = kind_with(key)
    english = f"kind: {kind}\ndate: 2016-06-24\n{slug}: {sample(key, 'en')}\n"
    chinese = f"类型: {WORDS.kinds[kind].zh}\n日期: 2016-06-24\n{key.zh}: {sample(key, 'zh')}\n"
    made = []
    for text in (english, chinese):
        document = read_text(text.encode(), "x.yaml")
        assert document.faults == (), text
        records, faults = read_records(document, WORDS)
        # Keys that must stand beside it are not there; of sums it is told each time.
        unread = [f for f in faults if f.code not in ("F205", "F312")]
        assert unread == [], (text, unread)
        made.append([plainly(record) for record in records])
    assert made[0] == made[1]
    assert made[0]


def test_branch_twins() -> None:
    """The profile too can be written in either language."""
    texts = []
    for lang in ("en", "zh"):
        lines = []
        for slug, keys in WORDS.key_slugs("branch").items():
            if slug in ("waivers", "secretary"):
                continue
            name = slug if lang == "en" else keys[0].zh
            lines.append(f"{name}: {sample(keys[0], lang)}")
        texts.append("\n".join(lines))
    profiles = []
    for text in texts:
        document = read_text(text.encode(), "branch.yaml")
        profile, faults = read_profile(document, WORDS)
        assert [f for f in faults if f.code in ("F201", "F204", "F303", "F304")] == []
        assert profile is not None
        profiles.append(plainly(profile))  # type: ignore[arg-type]
    assert profiles[0] == profiles[1]


@pytest.mark.parametrize("slug", sorted(WORDS.kinds))
def test_kinds_in_both_languages(slug: str) -> None:
    """A kind is known by its slug and its Chinese name, blanks and width aside."""
    zh = WORDS.kinds[slug].zh
    assert (
        WORDS.kind(slug) == WORDS.kind(zh) == WORDS.kind(f" {zh[:1]} {zh[1:]} ") == slug
    )
    assert WORDS.kind_name(slug) == zh
    assert WORDS.kind_name(slug, "en") == slug


def test_no_word_means_two_things() -> None:
    """Within a context no word stands for two keys that one record could both have."""
    for context in WORDS.contexts():
        for slug, keys in WORDS.key_slugs(context).items():
            for key in keys:
                for meaning in WORDS.keys(context, key.zh):
                    same = meaning.slug == slug
                    apart = (
                        meaning.serves
                        and key.serves
                        and not meaning.serves & key.serves
                    )
                    assert same or apart, (context, key.zh, slug, meaning.slug)


def test_words_known_but_refused_are_not_words() -> None:
    """What is ambiguous or misplaced is no kind and no key."""
    assert [word for word in WORDS.ambiguous if WORDS.kind(word)] == []
    known = [
        word
        for context, words in WORDS.misplaced.items()
        for word in words
        if any(not k.serves for k in WORDS.keys(context, word))
    ]
    assert known == []


def test_likeness() -> None:
    """The nearest word is shown; nothing near is an empty text, or all values."""
    assert WORDS.kind_like("集体学习会") == "集体学习"
    assert WORDS.kind_like("zzzz") == ""
    assert WORDS.key_like("record", "counts-for") == "counts_for"
    assert WORDS.value_like("status", "已经开展") == "已开展"
    assert "取消" in WORDS.value_like("status", "zzzz")
    assert nearest("刘扬", ["刘洋", "王敏"], 0.5) == "刘洋"
    assert nearest("zzz", ["刘洋"]) == ""


def test_folding() -> None:
    """What an input method makes of a word is folded for comparison, no more."""
    assert folded(" 党 课 ") == folded("党课")
    assert folded("学党章，坚定") == folded("学党章,坚定")
    assert (
        folded_name("张 三")
        == folded_name("张\u3000三")
        == folded_name("张三\u200b")
        == "张三"
    )
    assert folded_name("买买提•艾力") == folded_name("买买提·艾力")
    assert folded_name("John Smith") == "John Smith"
    assert folded_name("张三") != folded_name("张山")


def test_ids_are_texts() -> None:
    """No value is ever turned into a number, a day or a yes."""
    text = "类型: 党课\n日期: 2016-06-24\n状态: 已开展\n编号: 007\n主题: yes\n地点: 2016.10\n"
    records, faults = read_records(read_text(text.encode(), "x.yaml"), WORDS)
    assert faults == []
    assert records[0].id == "007"
    assert records[0].more["theme"] == "yes"
    assert records[0].more["place"] == "2016.10"
    assert records[0].date == date(2016, 6, 24)


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("主持认", "主持"),
        ("counts-for", "counts_for"),
        ("日 期", "日期"),
        ("KIND", "kind"),
        ("日棋", "日期"),
        ("甲乙", ""),
        ("", ""),
        ("x" * 99, ""),
    ],
)
def test_nearest_key(word: str, like: str) -> None:
    """What was perhaps meant by a key that is none."""
    assert WORDS.key_like("record", word) == like


def test_nearest_key_of_a_kind() -> None:
    """A key that only records of other kinds have is not meant."""
    assert WORDS.key_like("record", "事项") == "议定事项"
    serves = frozenset(("persons", "points-register"))
    assert WORDS.key_like("record", "事项", serves) == "项目"


def test_nearest_of_nothing() -> None:
    """An empty or endless text is like nothing."""
    assert nearest("", ["甲"]) == ""
    assert nearest("甲" * 61, ["甲"]) == ""


def test_key_of_two_meanings() -> None:
    """Without a kind it has none; with one, that of the kind; else none."""
    assert "from" not in WORDS.table("record", frozenset())
    talk = WORDS.table("record", WORDS.families(("heart-to-heart-talk",)))
    waiver = WORDS.table("record", WORDS.families(("waiver",)))
    assert (talk["from"].type, waiver["from"].type) == ("names", "date")
    assert "from" not in WORDS.table("record", WORDS.families(("party-lecture",)))


def test_what_is_one_in_a_period() -> None:
    """Dues, plans, points; not essays, honours, talks."""
    once = {slug for slug, kind in WORDS.kinds.items() if kind.once}
    assert {"dues-payment", "personal-study-plan", "points-register"} <= once
    assert not once & {"reflection-essay", "commendation", "heart-to-heart-talk"}
