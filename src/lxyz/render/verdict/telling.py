"""The context of sentences: the language, the day, and the words of the rules."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Origin
from lxyz.render.page.safe import clean, shortened
from lxyz.render.rule.rulebook import Rulebook, rulebook
from lxyz.render.wording.periods import day
from lxyz.render.wording.terms import sentence, term
from lxyz.render.wording.words import aside, commas, lacking, listed
from lxyz.report import BranchReport
from lxyz.verdicts import PERSONS, Verdict
from lxyz.vocabulary import Said

_TODAY = "今天", "today"
_THAT_DAY = "当天", "that day"
_REMARK = 60
"""Characters of a remark that are shown."""


class Told(NamedTuple):
    """The context in which sentences about a branch are made.

    - `lang`: `zh` or `en`
    - `as_of`: the day of the report
    - `year`: its year; the words for days and periods leave this year out
    - `book`: the words of the rules
    - `persons`: how many persons each rule is about, by rule id
    - `firm`: the rules that nobody may waive
    - `is_today`: whether `as_of` is today
    - `remarks`: what people wrote beside records, by the place of the record"""

    lang: str
    as_of: date
    year: int
    book: Rulebook
    persons: dict[str, int] = {}
    firm: frozenset[str] = frozenset()
    is_today: bool = True
    remarks: dict[Origin, str] = {}

    def say(self, chinese: Said, english: Said) -> Said:
        """The Chinese or the English text, by the language."""
        return english if self.lang == "en" else chinese

    def tell(self, name: str, /, **values: object) -> str:
        """A sentence of the table `told` in `terms.txt`, with values in its holes."""
        return sentence("told", name, self.lang, **values)

    def day(self, when: date) -> str:
        """A day in words."""
        return day(when, self.lang, self.year)

    def row(self, words: list[str]) -> str:
        """Words in a row."""
        return listed(words, self.lang)

    def commas(self, parts: Iterable[str]) -> str:
        """Parts of a sentence in a row."""
        return commas(parts, self.lang)

    def aside(self, text: str) -> str:
        """A text in brackets, to follow another; an empty text stays empty."""
        return aside(text, self.lang)

    def head(self, title: str, number: int, unit: str = "件") -> str:
        """A heading with how many there are below it."""
        return title + self.say(f"（{number} {unit}）", f" ({number})")

    def part(self, name: str, number: int | None = None, unit: str = "件") -> str:
        """The heading of a part of a report, with how many there are in it."""
        title = term("parts", name, self.lang)
        return title if number is None else self.head(title, number, unit)

    def titles(self, names: list[str]) -> str:
        """Titles of rules in a row; in English they are sentences."""
        return self.say("、", "; ").join(names)

    def stops(self, parts: Iterable[str]) -> str:
        """Clauses in one sentence."""
        return self.say("；", "; ").join(filter(None, parts))

    def params(self, verdict: Verdict) -> str:
        """The parameters without which a verdict is undecidable, by their full names,
        in a row."""
        return self.row(self.names_of_params(verdict))

    def names_of_params(self, verdict: Verdict) -> list[str]:
        """The full names of these parameters, as a list."""
        pack = verdict.rule.partition("/")[0]
        return [clean(f"{pack}/{name}") for name in verdict.missing]

    def remark(self, record: Origin) -> str:
        """What people wrote beside a record, cut if it is long; empty if they wrote
        nothing."""
        return shortened(clean(self.remarks.get(record, "")), _REMARK)

    def unwritten(self, verdicts: Iterable[Verdict]) -> str:
        """What has to be written so that undecidable verdicts can be decided."""
        keys = dict.fromkeys(
            n.partition(":")[0] for v in verdicts for n in v.missing if n
        )
        return self.row([lacking(name, self.lang) for name in keys])

    @property
    def today(self) -> str:
        """The words for the day of the report, for what is due on that day."""
        return self.say(*(_TODAY if self.is_today else _THAT_DAY))

    @property
    def colon(self) -> str:
        """A colon as the language writes it."""
        return self.say("：", ": ")


def told_of(
    branch: BranchReport, as_of: date, lang: str, *, today: bool = True
) -> Told:
    """The context in which sentences about a branch are made."""
    named: dict[str, set[str]] = {}
    for one in branch.verdicts:
        if one.subject.type in PERSONS:
            named.setdefault(one.rule, set()).add(one.subject.name)
    persons = {rule: len(names) for rule, names in named.items()}
    firm = frozenset(branch.unwaivable)
    book, remarks = rulebook(branch.packs), dict(branch.remarks)
    return Told(lang, as_of, branch.year, book, persons, firm, today, remarks)
