"""What stands with the names of people, and what only looks like one."""

from __future__ import annotations

from lxyz.base.late import late

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
"""Han letters, as a range of a pattern."""
TITLES = (
    "书记 支书 委员 组长 主任 处长 科长 股长 局长 厅长 部长 院长 校长 所长 站长 馆长 "
    "队长 主席 秘书长 总经理 经理 董事长 同志 老师 教授 调研员 巡视员 专员 干事"
).split()
"""What a person is called by, behind the surname or the name."""
_BODIES = (
    "支部 党委 党组 总支 小组 支委 支委会 委员会 党员 干部 群众 代表 人员 部门 处室 "
    "科室 办公室 中心 公司 学院 学校 医院 单位 机关 工会 妇联 团委 纪委 工委 县委 市委 省委 区委 领导 班子 专家 教师 讲师 组织员 学员"
).split()
_BODY_ENDS = "委部处科室办局厅组会院校队站所"
_GIVEN = "科会校"
"""Of these, what a given name ends with, too: 王晓会 is a person, 学生会 is none."""
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏"
    "卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵"
    "孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
"""The hundred most frequent ones."""
COMPOUND = frozenset(
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 端木 "
    "独孤 南宫 百里 闻人 申屠 轩辕 钟离 西门 呼延 拓跋 第五 公冶 赫连 澹台".split()
)
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
_BODY = late(f"(?:{'|'.join((*_BODIES, *TITLES))})$")
_BETWEEN = late(
    f"[、，,；;：:。（）()《》“”\\[\\]/]+|(?<![A-Za-z])\\s+|\\s+(?![A-Za-z])|副?(?:{_TITLE})|以及"
)
_HAN = late(f"[{HAN}]+")
_APART_BY = late(f"[大小老]([{HAN}]{{2,3}})|([{HAN}]{{2,4}})[A-Za-z0-9]{{1,2}}")
_AND = late("[和与及]")
_CALLED = late(f"([{HAN}])副?(?:{_TITLE})")
_NAME = late(
    f"[{HAN}]{{2,4}}[A-Za-z0-9]?|[{HAN}]+(?:[·•‧∙⋅・･.][{HAN}]+)+"
    r"|[A-Z][A-Za-z'.-]*(?:\s+[A-Z][A-Za-z'.-]*){0,3}"
)
_APART = late(f"(?<![{HAN}])([{HAN}])\\s+([{HAN}])(?![{HAN}])")
_NEVER = frozenset(_BODY_ENDS + "支副正原任前老小各本党团的")


def before_title() -> str:
    """The pattern of a title that follows a surname."""
    return f"(?=副?(?:{_TITLE}))"


def surname(name: str) -> str:
    """The surname of a Han name; empty for a name of another kind."""
    plain = "".join(name.split())
    if len(plain) < 2 or not _HAN.fullmatch(plain):
        return ""
    return plain[:2] if plain[:2] in COMPOUND and len(plain) > 2 else plain[0]


def told_apart(name: str) -> str:
    """The name that two people have of whom one is called by this: 张伟 of 大张伟, of
    张伟2; empty for a name of another kind."""
    found = _APART_BY.fullmatch("".join(name.split()))
    return (found[1] or found[2]) if found else ""


def is_body(name: str) -> bool:
    """Whether what stands for a person is a body or a post instead: 党支部, 书记."""
    return _BODY.search(name) is not None


def names_in(text: str) -> list[str]:
    """What may be names of people in a text that may name bodies as well, as one of
    who was there, or who approved, does."""
    found: list[str] = []
    for part in _BETWEEN.split(_APART.sub(r"\1\2", text)):
        # 和 joins two names, and is in some: of 王芳和李娜 only the two are names.
        each = _AND.split(part)
        found += [one for one in (part, *each) if _may_be_name(one)]
    return list(dict.fromkeys(found))


def _may_be_name(part: str) -> bool:
    return bool(
        _NAME.fullmatch(part)
        and not is_body(part)
        and (len(part) < 3 or part[-1] not in _BODY_ENDS or _is_given(part))
    )


def _is_given(part: str) -> bool:
    """Whether what ends like a body is a surname and a given name all the same: rather
    a body without its name than a person with it."""
    return len(part) == 3 and part[0] in _SURNAMES and part[-1] in _GIVEN


def called_in(text: str) -> list[str]:
    """The surnames that stand before a title in such a text: 李 of 李书记."""
    return [one for one in _CALLED.findall(text) if one not in _NEVER]
