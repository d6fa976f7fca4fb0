"""Random small branches: their profile and their records. All names are made up."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from .drawn import answers, records
from .held import days
from .program import PACKS, Branch, Told, bound

NAMES = tuple("王敏 陈静 赵强 周建国 李娜 刘洋 孙丽华 许诺 胡斌 宋涛".split())
GROUPS = ("第一党小组", "第二党小组")


@st.composite
def profiles(draw: st.DrawFn, pack: str) -> Branch:
    """A branch without records: 6 to 10 members, one of them on leave, one who leaves,
    one probationary, one leading cadre."""
    year = int(bound(pack).pack.head.year)
    count = draw(st.integers(6, 10))
    names = NAMES[:count]
    here = f"{year - 2}-11-20"
    away, gone = draw(days(year)), draw(days(year))
    back = away + timedelta(draw(st.integers(20, 300)))
    joined = draw(st.sampled_from((f"{year - 1}-06-01", f"{year}-03-01")))
    leave = {"reason": "驻外", "from": away.isoformat(), "until": back.isoformat()}
    members: list[Told] = [
        {"name": "、".join(names[:2]), "from": here, "cadre": "yes"},
        {"name": names[2], "from": f"{year - 1}-03-01", "cadre": "yes", "rank": "处级"},
        {"name": names[3], "from": here, "leave": leave},
        {"name": names[4], "from": here, "until": gone.isoformat()},
        {"name": names[5], "from": joined, "status": "probationary"},
    ]
    if names[6:]:
        members.append({"name": "、".join(names[6:]), "from": here})
    posts = [("书记", names[0]), ("组织委员", names[1]), ("纪检委员", names[2])]
    posts = posts if draw(st.booleans()) else posts[:1]
    groups = draw(st.sampled_from(((), GROUPS[:1], GROUPS)))
    profile: Told = {
        "name": "样例支部",
        "unit": "机关党委",
        "packs": [bound(pack).pack.id],
        "category": "机关",
        "fixed_day": "7",
        "elected_on": here,
        "committee": [
            {"post": post, "name": name, "since": here} for post, name in posts
        ],
        "members": members,
    }
    if groups:
        halves = (names[::2], names[1::2]) if len(groups) == 2 else (names,)
        profile["groups"] = [
            {"name": group, "leader": half[0], "members": "、".join(half)}
            for group, half in zip(groups, halves, strict=True)
        ]
    return Branch(pack, profile, [], names, groups)


@st.composite
def branches(draw: st.DrawFn, least: int = 0, most: int = 14) -> Branch:
    """A branch with some records."""
    branch = draw(profiles(draw(st.sampled_from(PACKS))))
    found: list[Told] = []
    for _ in range(draw(st.integers(least, most))):
        so_far = branch._replace(records=found)
        one = st.one_of(*[records(so_far)] * 5, answers(so_far))
        found.append(draw(one))
    return branch._replace(records=found)
