"""Wishes to drafts: served by a record that is planned already, else by one more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lxyz.dates import Span, shift
from lxyz.facts import Fact
from lxyz.packs.asked import (
    attributes_of,
    kinds_of,
    levels_of,
    roles_of,
    wants_all,
)
from lxyz.packs.load import Bound
from lxyz.packs.model import Condition
from lxyz.plan import inside
from lxyz.plan.cast import Cast, cast_of
from lxyz.plan.days import choose
from lxyz.plan.document import PERSONAL, STUDY_PLAN, add_item, demand
from lxyz.plan.draft import FILE, Draft, MisfitError, split
from lxyz.plan.fill import differ, put
from lxyz.plan.roles import stand, talk
from lxyz.plan.wish import Wish
from lxyz.records import Profile
from lxyz.records.making import REQUIRED
from lxyz.vocabulary import vocabulary

# Sittings of the whole branch that may be one (A24, A25): never twice the same kind.
_TOGETHER = frozenset(
    "collective-study thematic-discussion party-lecture micro-lecture expert-lecture "
    "theme-party-day party-activity-day party-member-activity warning-education "
    "site-visit all-member-meeting organization-life-meeting democratic-evaluation "
    "oath-review party-spirit-analysis secretary-appraisal study-exchange "
    "learning-check quiz self-study-review show-identity party-history-education "
    "kickoff-meeting reverse-assessment performance micro-video".split()
)
_IN_GROUPS = frozenset("group-meeting collective-study thematic-discussion".split())
# What looks back on the year, and so comes last.
_YEAR_END = frozenset(
    "organization-life-meeting democratic-evaluation secretary-appraisal "
    "annual-assessment democratic-life-meeting party-work-summary study-summary "
    "secretary-report".split()
)
_EARLY = frozenset(
    "study-plan personal-study-plan three-meetings-plan party-work-plan "
    "member-development-plan quarterly-arrangement lecture-arrangement "
    "implementation-plan kickoff-meeting opinion-survey commitment post-assignment "
    "committee-division responsibility-list duty-list problem-list publicity "
    "preparation-report experience-review org-relation-check role-requirements "
    "lecture-material study-systems positive-negative-list".split()
)
_PLAN_ITEMS = frozenset(("plan-item", "personal-plan-item"))


def _same_kinds(wish: Wish) -> frozenset[str] | None:
    """The kinds of which one must be, where they are to be the partner's."""
    fact = wish.case.fact
    for text in wish.pattern.same:
        own, _, other = (part.strip() for part in text.partition("="))
        if own == "kind" and fact is not None:
            named = fact.kinds if other in ("", "kind") else fact.attrs.get(other, ())
            return frozenset(named)
    return None


Sitting = tuple[str, date, str]
"""A kind, a day, and the group that sat (empty: the branch)."""


class Arranging:
    """The drafts of a year as they come to be. What serves the most wishes with the
    least is tried first; a wish that cannot be served changes nothing."""

    def __init__(
        self,
        profile: Profile,
        packs: Sequence[Bound],
        start: date,
        horizon: date,
        held: frozenset[Sitting] = frozenset(),
    ) -> None:
        """`held` are the sittings that are on record: a second of the same kind on one
        day would be taken for the same."""
        self.profile = profile
        self.start = start
        self.horizon = horizon
        self.held = held
        self.drafts: list[Draft] = []
        self.known = vocabulary().kinds
        self._weights = Counter(
            kind
            for bound in packs
            for rule in bound.rules
            if rule.each is not None
            for kind in kinds_of(rule.each)
        )

    def serve(self, wish: Wish) -> bool:
        """Whether something was done for a wish."""
        done = 0
        while done < wish.number and self._serve_once(wish):
            done += 1
        return bool(done) or self._postpone(wish)

    def _serve_once(self, wish: Wish) -> bool:
        """One record for a wish, of the first of its patterns that can be."""
        for pattern in (wish.pattern, *wish.others):
            try:
                if self._serve(wish._replace(pattern=pattern)):
                    return True
            except MisfitError:
                continue
        return False

    def _while_there(self, wish: Wish, slug: str) -> Wish:
        """The days from which all its persons are on the roster; what is made early in
        the year does not wait for those who join later."""
        if not wish.persons or not wish.spans:
            return wish
        known = {name: self.profile.member(name) for name in wish.persons}
        first = {name: one.first for name, one in known.items() if one is not None}
        begin = max(wish.spans[0].first, min(first.values(), default=self.start))
        persons = wish.persons
        if slug in _EARLY:
            persons = tuple(one for one in persons if first.get(one, begin) <= begin)
        last = max((first[one] for one in persons if one in first), default=begin)
        spans = tuple(
            Span(max(span.first, last), span.last)
            for span in wish.spans
            if last <= span.last
        )
        return wish._replace(persons=persons, spans=spans)

    def draft_of(self, fact: Fact | None) -> Draft | None:
        """The draft that a fact comes from."""
        if fact is None or fact.origin.file != FILE:
            return None
        return self.drafts[fact.origin.line - 1]

    def _serve(self, wish: Wish) -> bool:
        first = kinds_of(wish.pattern)[0]
        if wish.rule.has is not None:
            return self._complete(wish)
        if first in _PLAN_ITEMS:
            return self._item(wish)
        wish = self._while_there(wish, inside.LISTS.get(first, first))
        if not wish.spans:
            return False
        if first in inside.PARTS:
            return self._part(wish)
        slug = inside.LISTS.get(first, first)
        if slug not in self.known:
            return False
        return self._join(wish, wish.spans[0]) or self._add(wish, slug)

    # --- in a draft that is there -------------------------------------------------

    def _replace(self, old: Draft, new: Draft, wish: Wish) -> bool:
        if new.values == old.values and new.kinds == old.kinds:
            return False
        new.serves[wish.key] = wish.rule_id
        self.drafts[self.drafts.index(old)] = new
        return True

    def _complete(self, wish: Wish) -> bool:
        """What a record itself must say; what a person wrote is not for us to change."""
        fact = wish.case.fact
        draft = self.draft_of(fact)
        if draft is None or fact is None:
            return False
        changed = draft.copy()
        if fact.kinds & _PLAN_ITEMS:
            demand(changed, wish)
            return self._replace(draft, changed, wish)
        cast = cast_of(wish.world, draft.day, wish.persons)
        if not fact.kinds.isdisjoint(inside.LISTS):
            for item in changed.values["items"]:
                inside.complete(item, wish, draft.day)
            return self._replace(draft, changed, wish)
        target, inner = changed, None
        if not fact.kinds & set(draft.kinds):
            inner = next(
                (
                    one
                    for one in changed.values.get("documents", ())
                    if fact.kinds & set(one["kind"])
                ),
                None,
            )
            if inner is None:
                raise MisfitError(min(fact.kinds))
            target = Draft(inner["kind"], draft.day, "document", draft.within)
            target.values = inner
        for name, wanted in (wish.rule.has or {}).items():
            if name == "as":
                roles = (wanted,) if isinstance(wanted, str) else wanted
                assert isinstance(roles, tuple)
                stand(target, roles, cast)
            else:
                put(target, name, wanted, cast, wish.world)
        return self._replace(draft, changed, wish)

    def _item(self, wish: Wish) -> bool:
        """An item of a plan that is made: of the study plan, or of a person's own."""
        own = kinds_of(wish.pattern)[0] == "personal-plan-item"
        root = wish.pattern.root or (PERSONAL if own else STUDY_PLAN)
        done = False
        for draft in [one for one in self.drafts if root in one.kinds]:
            names = split(str(draft.values.get("members", "all")))
            if own and "all" not in names and {*names}.isdisjoint(wish.persons):
                continue
            changed = draft.copy()
            add_item(changed, wish)
            done = self._replace(draft, changed, wish) or done
        return done

    def _part(self, wish: Wish) -> bool:
        draft = self.draft_of(wish.case.fact)
        if draft is None and kinds_of(wish.pattern)[0] == "filing":
            draft = self._to_file(wish)
        if draft is None:
            return False
        changed = draft.copy()
        inside.add_part(changed, wish, cast_of(wish.world, draft.day, wish.persons))
        return self._replace(draft, changed, wish)

    def _to_file(self, wish: Wish) -> Draft | None:
        """The draft that a filing of a kind carries."""
        what = attributes_of(wish.pattern).get("what", ())
        kinds = (
            {what}
            if isinstance(what, str)
            else set(what)
            if isinstance(what, tuple)
            else set()
        )
        return next((d for d in self.drafts if kinds & set(d.kinds)), None)

    def _join(self, wish: Wish, span: Span) -> bool:
        """Lets a draft serve the wish besides, the one that changes least."""
        for draft in sorted(
            (d for d in self.drafts if self._may_join(d, wish, span)),
            key=lambda one: self._burden(one, wish),
        ):
            changed = draft.copy()
            try:
                self._fulfil(changed, wish)
            except MisfitError:
                continue
            if not self._is_free(changed.day, changed, draft):
                continue
            changed.serves[wish.key] = wish.rule_id
            changed.within = Span(
                max(changed.within.first, span.first),
                min(changed.within.last, span.last),
            )
            self.drafts[self.drafts.index(draft)] = changed
            return True
        return False

    def _burden(self, draft: Draft, wish: Wish) -> tuple[int, int, int, date]:
        """What it costs to let a draft serve a wish: first what rules hang on the kinds
        that it would be besides (a second life meeting brings all its preparation),
        then how early it looks back on the year, then what it serves already."""
        wanted = self._kinds(draft, wish)
        added = sum(1 + self._weights[kind] for kind in wanted - set(draft.kinds))
        back = bool(_YEAR_END & wanted)
        early = (self.horizon - draft.day).days if back else 0
        return added, early, len(draft.serves), draft.day

    def _may_join(self, draft: Draft, wish: Wish, span: Span) -> bool:
        if wish.key in draft.serves or draft.day not in span:
            return False
        if (levels_of(wish.pattern)[:1] == ("above",)) != draft.is_above:
            return False
        wanted = self._kinds(draft, wish)
        if draft.family != "activity":
            return wanted <= set(draft.kinds)
        if draft.group != wish.case.group:
            return False
        kinds = wanted | set(draft.kinds)
        together = _IN_GROUPS if draft.group else _TOGETHER
        return wanted <= set(draft.kinds) or draft.is_above or kinds <= together

    def _kinds(self, draft: Draft | None, wish: Wish) -> set[str]:
        """The kinds that a draft must be of: one it is already, where any will do."""
        kinds = [inside.LISTS.get(kind, kind) for kind in kinds_of(wish.pattern)]
        if (shared := _same_kinds(wish)) is not None:
            kinds = [kind for kind in kinds if kind in shared]
            if not kinds:
                raise MisfitError("kind")
        if wants_all(wish.pattern):
            return set(kinds)
        if draft is not None:
            for kind in kinds:
                own = wish.world.kinds(kind) & set(draft.kinds)
                if own:
                    return {min(own)}
        together = [kind for kind in kinds if kind in _TOGETHER]
        return {(together or kinds)[0]}

    # --- in one more --------------------------------------------------------------

    def _add(self, wish: Wish, slug: str) -> bool:
        family = self.known[slug].family
        kinds = self._kinds(None, wish)
        span = wish.spans[0]
        slot = wish.case.window.slot
        if slot is not None and slot.day in span:
            span = Span(slot.day, slot.day)
        bare = Draft(kinds, span.first, family, span, wish.case.group)
        day = self._day(bare, span, early=bool(kinds & _EARLY))
        draft = Draft((), day, family, span, wish.case.group)
        self._fulfil(draft, wish)
        draft.serves[wish.key] = wish.rule_id
        self.drafts.append(draft)
        return True

    def _day(self, draft: Draft, span: Span, *, early: bool) -> date:
        """A day of a span for a draft. Raises MisfitError where on none of them there
        is room for one more of its kinds."""
        taken = [
            one.day
            for one in self.drafts
            if one.family == "activity" and one.group == draft.group
        ]
        days = [shift(span.first, number) for number in range(span.days)]
        free = [day for day in days if self._is_free(day, draft)]
        if not free:
            raise MisfitError("date")
        return choose(self.profile, free, taken, early=early)

    def _is_free(
        self, day: date, draft: Draft, instead_of: Draft | None = None
    ) -> bool:
        """Whether no other sitting of the day is of one of the kinds of a draft."""
        if draft.family != "activity":
            return True
        if any((kind, day, draft.group) in self.held for kind in draft.kinds):
            return False
        return not any(
            one.day == day
            and one.group == draft.group
            and one.family == "activity"
            and not set(one.kinds).isdisjoint(draft.kinds)
            for one in self.drafts
            if one is not instead_of
        )

    def _fulfil(self, draft: Draft, wish: Wish) -> None:
        """Makes a draft what a wish asks for. Raises MisfitError if it cannot be."""
        for kind in sorted(self._kinds(draft, wish)):
            if not wish.world.kinds(kind) & set(draft.kinds):
                draft.kinds.append(kind)
        cast = cast_of(wish.world, draft.day, wish.persons)
        self._people(draft, wish, cast)
        self._period(draft, wish)
        if kinds_of(wish.pattern)[0] in inside.LISTS:
            inside.add_problem(draft, wish)
            return
        for name, wanted in self._attributes(wish):
            put(draft, name, wanted, cast, wish.world)
        if wish.rule.count is not None and wish.rule.count.distinct:
            done = [one for one in self.drafts if wish.key in one.serves]
            differ(draft, wish.rule.count.distinct, done, cast, wish.world)
        for text in wish.pattern.same:
            own, _, other = (part.strip() for part in text.partition("="))
            fact = wish.case.fact
            if own == "kind":
                continue
            if fact is not None and (other or own) in fact.attrs:
                shared = str(fact.attrs[other or own])
                if draft.values.setdefault(own, shared) != shared:
                    raise MisfitError(own)
        fact = wish.case.fact
        if wish.pattern.link and fact is not None and fact.date is not None:
            kind = vocabulary().kind_name(min(fact.kinds))
            draft.values["based_on"] = f"{fact.date} {kind}"

    def _attributes(
        self, wish: Wish
    ) -> Iterator[tuple[str, str | tuple[str, ...] | Condition]]:
        for name, wanted in (*attributes_of(wish.pattern).items(), *wish.extra.items()):
            giver = name in ("from", "to") and isinstance(wanted, Condition)
            if not giver:
                yield name, wanted
        count = wish.rule.count
        if count is not None and (measured := count.sum or count.mean):
            yield measured, Condition(min=count.min, over=count.over)

    def _people(self, draft: Draft, wish: Wish, cast: Cast) -> None:
        roles, levels = roles_of(wish.pattern), levels_of(wish.pattern)
        if levels[:1] == ("above",):
            if not self.profile.unit:
                raise MisfitError("organizer")
            draft.values.setdefault("organizer", self.profile.unit)
        if "heart-to-heart-talk" in draft.kinds:
            talk(draft, roles, attributes_of(wish.pattern).get("from"), cast)
        elif wish.persons and roles:
            stand(draft, roles, cast)
        elif draft.family == "persons" and levels[:1] in ((), ("branch",)):
            self._of_the_branch(draft, cast)
        elif (draft.family == "persons" and "members" not in draft.values) or (
            draft.family == "document" and levels[:1] == ("member",)
        ):
            draft.values["members"] = "all"

    def _of_the_branch(self, draft: Draft, cast: Cast) -> None:
        """A record of the branch itself is not one of its members besides; where such
        records always name somebody, it is the secretary."""
        if any("members" in REQUIRED.get(kind, ()) for kind in draft.kinds):
            if not cast.secretary:
                raise MisfitError("members")
            draft.values.setdefault("members", cast.secretary)
        elif "members" in draft.values:
            raise MisfitError("owner")
        else:
            draft.values["owner"] = "branch"

    def _period(self, draft: Draft, wish: Wish) -> None:
        """What it counts for, where a record says so apart from its day."""
        period = wish.case.window.period
        if "dues-payment" in draft.kinds and period is not None:
            month = f"{period.first:%Y-%m}"
            if draft.values.setdefault("month", month) != month:
                raise MisfitError("month")
            draft.values.setdefault("by", "self")
        elif (
            period is not None
            and draft.family == "document"
            and _EARLY & set(draft.kinds)
        ):
            draft.values.setdefault("period", period.label)

    # --- on a later day -----------------------------------------------------------

    def _postpone(self, wish: Wish) -> bool:
        """Where something must come before a planned record and no day is left for it:
        that record later, as far as all it serves allows."""
        draft = self.draft_of(wish.case.fact)
        last = wish.case.window.inside.last
        if draft is None or wish.rule.count is None or last >= self.start:
            return False
        span = Span(shift(self.start, (draft.day - last).days), draft.within.last)
        if span.first > span.last:
            return False
        days = [shift(span.first, number) for number in range(span.days)]
        free = [day for day in days if self._is_free(day, draft, draft)]
        if not free:
            return False
        changed = draft.copy()
        changed.day = choose(self.profile, free, (), early=True)
        self.drafts[self.drafts.index(draft)] = changed
        return True
