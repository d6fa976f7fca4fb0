"""A report with pseudonyms for names, in every text that it holds.

What is no text of a branch stays: rules, kinds, keys of facts, days, numbers, codes.
"""

from __future__ import annotations

from lxyz.facts.fact import Waiver
from lxyz.files.origin import Fault, Origin
from lxyz.judge import Behind
from lxyz.redact.people import together
from lxyz.redact.pseudonyms import Pseudonyms
from lxyz.report import Ahead, Attached, BranchReport
from lxyz.verdicts import PERSONS, Clash, Evidence, Subject, Verdict

_OURS = frozenset("why wanted side state asked where by packs what char".split())
"""Values of faults that are words of lxyz."""
_PATHS = frozenset(("file", "folder", "near", "path"))


def redacted(
    branch: BranchReport, pseudonyms: Pseudonyms | None = None
) -> BranchReport:
    """A report with pseudonyms in place of names.

    Without `pseudonyms`, they are made of the people of the report and of the report
    with which it is compared."""
    if pseudonyms is None:
        old = branch.before.report.people if branch.before else ()
        pseudonyms = Pseudonyms(together(branch.people, old))
    made = _Redacted(pseudonyms).branch(branch)
    if branch.before is None:
        return made
    report = redacted(branch.before.report, pseudonyms)
    return made._replace(before=branch.before._replace(report=report))


def redacted_waiver(waiver: Waiver, pseudonyms: Pseudonyms) -> Waiver:
    """A waiver with pseudonyms for the names in it."""
    return waiver._replace(
        members=frozenset(pseudonyms.person(name) for name in waiver.members),
        reason=pseudonyms.text(waiver.reason),
        approved_by=pseudonyms.person(waiver.approved_by),
        origin=_Redacted(pseudonyms).origin(waiver.origin),
    )


class _Redacted:
    """Makes the parts of a report anew."""

    def __init__(self, pseudonyms: Pseudonyms) -> None:
        self.say = pseudonyms.text
        self.person = pseudonyms.person
        self.quoted = pseudonyms.quoted
        self._keys: dict[tuple[str, str, str, str], tuple[str, str, str, str]] = {}

    def branch(self, one: BranchReport) -> BranchReport:
        """A report on a branch."""
        made = [self.verdict(verdict) for verdict in one.verdicts]
        pairs = zip(one.verdicts, made, strict=True)
        self._keys = {old.key(): new.key() for old, new in pairs}
        joined = {"|".join(old): "|".join(new) for old, new in self._keys.items()}
        folded = [
            new._replace(folded_into=joined.get(new.folded_into or "", ""))
            if new.folded_into is not None
            else new
            for new in made
        ]
        packs = [verdict.rule.partition("/")[0] for verdict in made]
        order = {pack: number for number, pack in enumerate(dict.fromkeys(packs))}
        # In the order of the pseudonyms: that of the names would tell of them.
        folded.sort(key=lambda v: (order[v.rule.partition("/")[0]], v.key()))
        error = one.error
        if error is not None:
            told = tuple((name, self.say(text)) for name, text in error.values)
            error = error._replace(values=told)
        return one._replace(
            path=self.say(one.path),
            name=self.say(one.name),
            faults=tuple(self.fault(fault) for fault in one.faults),
            accepted_faults=tuple(self.fault(fault) for fault in one.accepted_faults),
            verdicts=tuple(folded),
            error=error,
            ahead=tuple(self.ahead(ahead) for ahead in one.ahead),
            sittings=tuple(self.evidence(record) for record in one.sittings),
            clashes=tuple(self.clash(clash) for clash in one.clashes),
            behind=tuple(self.behind(behind) for behind in one.behind),
            listed=tuple(
                (type_, self._named(type_, name), self.origin(origin))
                for type_, name, origin in one.listed
            ),
            attached=tuple(self.attached(attached) for attached in one.attached),
            remarks=(),  # they may say anything of anybody
            people=(),
            redacted=True,
        )

    def verdict(self, one: Verdict) -> Verdict:
        """A verdict, without the verdict into which it is folded: that is looked up
        later."""
        type_, name = one.subject
        return one._replace(
            subject=Subject(type_, self._named(type_, name)),
            label=None if one.label is None else self.say(one.label),
            records=tuple(self.evidence(record) for record in one.records),
            near=tuple(self.evidence(record) for record in one.near),
            about=tuple(self.origin(origin) for origin in one.about),
            notes=tuple(self._tagged(text) for text in one.notes),
            missing=tuple(self._tagged(text) for text in one.missing),
            failing=tuple(self.say(text) for text in one.failing),
            parts=tuple((self.say(label), outcome) for label, outcome in one.parts),
        )

    def evidence(self, one: Evidence) -> Evidence:
        """A record that decided, and what it lacked."""
        return one._replace(origin=self.origin(one.origin), why=self._tagged(one.why))

    def fault(self, one: Fault) -> Fault:
        """A fault; what it quotes of a record stays only if it cannot be a name."""
        values = tuple((name, self._value(name, text)) for name, text in one.values)
        return one._replace(file=self.say(one.file), column=1, values=values)

    def ahead(self, one: Ahead) -> Ahead:
        """Something planned."""
        return one._replace(
            label=self.say(one.label),
            who=tuple(self.person(name) for name in one.who),
            what=self.say(one.what),
            group=self.say(one.group),
            origin=self.origin(one.origin),
        )

    def behind(self, one: Behind) -> Behind:
        """Something planned that has no record."""
        return one._replace(
            group=self.say(one.group),
            origin=self.origin(one.origin),
            label=self.say(one.label),
        )

    def attached(self, one: Attached) -> Attached:
        """An attachment, which may be called by a name; what is in it is not said."""
        return one._replace(record=self.origin(one.record), path=self.say(one.path))

    def clash(self, one: Clash) -> Clash:
        """Duties that can no longer all be done; those that are not in the report, which
        nobody shows, are left out."""
        keys = tuple(self._keys[key] for key in one.keys if key in self._keys)
        return one._replace(keys=keys)

    def origin(self, one: Origin) -> Origin:
        """A place; the name of a file may be that of a person: 心得体会-张三.md. Columns
        would say how long the names before it are."""
        return one._replace(file=self.say(one.file), column=1)

    def _named(self, type_: str, name: str) -> str:
        """A subject: the name of one person is a name, whatever words are in it; the key
        of a fact has none."""
        if type_ in PERSONS:
            return self.person(name)
        return name if type_ == "fact" else self.say(name)

    def _tagged(self, text: str) -> str:
        """A key, and behind `:` what somebody wrote."""
        tag, colon, rest = text.partition(":")
        if colon:
            return f"{tag}:{self.person(rest)}"
        return text if text.isascii() else self.say(text)

    def _value(self, name: str, text: str) -> str:
        if name in _OURS:
            return text
        return self.say(text) if name in _PATHS else self.quoted(text)
