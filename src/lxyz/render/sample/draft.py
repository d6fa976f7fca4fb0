"""A record being put together: its kinds, its day, and the keys put to it so far."""

from __future__ import annotations

from datetime import date

from lxyz.render.page.yamltext import Value
from lxyz.vocabulary import Key, Vocabulary

SPEAKERS = {"lecturer": "主讲", "keynote": "主题发言", "speaker": "交流发言"}


class Draft:
    """A record of some kinds on a day, with the keys put to it so far."""

    def __init__(self, kinds: tuple[str, ...], day: date, words: Vocabulary) -> None:
        self.words = words
        self.kinds = kinds
        self.day = day
        self.families = self.words.families(kinds)
        self.activity = "activity" in self.families
        names = "、".join(self.words.kind_name(kind) for kind in kinds)
        self.made: dict[str, Value] = {"类型": names}
        if any(kind.endswith("plan") for kind in kinds):
            self.made["期间"] = str(day.year)
        if "dues-payment" in self.families:
            self.made["月份"] = f"{day:%Y-%m}"
        self.made["日期"] = day.isoformat()

    def value(self) -> dict[str, Value]:
        """The record; of an activity it is said that it was held."""
        if self.activity:
            held = "状态" if "党员" in self.made else "出席情况"
            self.made.setdefault(held, "已开展" if held == "状态" else "全体")
        return self.made

    def key(self, slug: str) -> Key | None:
        """The key of a record of these kinds, or None if it has none such."""
        return self.words.key_of(slug, self.kinds)

    def put(self, slug: str, value: Value) -> bool:
        """Sets a key, if records of these kinds have it."""
        key = self.key(slug)
        if key is None:
            return False
        self.made[key.zh] = value
        return True

    def also(self, kind: str) -> None:
        """One kind more."""
        self.kinds = tuple(dict.fromkeys((*self.kinds, kind)))
        names = [self.words.kind_name(one) for one in self.kinds]
        self.made["类型"] = "、".join(names)

    def speaker(self, role: str, name: str) -> None:
        """Someone who spoke."""
        self.put("speakers", {SPEAKERS[role]: name})

    def away(self, name: str, *, excused: bool) -> None:
        """Someone who was not there, all others being so."""
        said: Value = {name: "病假"} if excused else name
        self.made["出席情况"] = {"出席": "其余", "请假" if excused else "缺席": said}

    def refer(self, kind: str, day: date) -> None:
        """The link to the record it is joined to."""
        self.put("based_on", f"{day} {self.words.kind_name(kind)}")
