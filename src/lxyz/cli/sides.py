"""What OLD and NEW of `lxyz diff`, and `--since` of `lxyz check`, mean: a report, a day,
a commit, or the files as they are; and the branches on that side."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from lxyz.base.asked import ended_as_interrupted
from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.base.there import is_folder, is_there
from lxyz.cli.terminal import day, remark
from lxyz.errors import NothingToCheckError, UsageError, why_of
from lxyz.render.diff.moment import Moment, span_words

if TYPE_CHECKING:
    from lxyz.change.stored import Stored
    from lxyz.files.history import Commit
    from lxyz.fleet.branch import Options
    from lxyz.fleet.pairs import Pair, Side
    from lxyz.report import Since


_RANGE = late(r"(.*?)(?<![/.\\])(\.{2,3})(?![/.\\])(.*)")


class Meant(NamedTuple):
    """What a word for one side means; if all are empty, the files as they are.

    - `text`: the word
    - `stored`: a report
    - `day`: a day
    - `commit`: a commit"""

    text: str = ""
    stored: Stored | None = None
    day: date | None = None
    commit: Commit | None = None

    @property
    def as_of(self) -> date | None:
        """The day that it says by itself."""
        return self.stored.as_of if self.stored else self.day

    def moment(self, as_of: date, today: date) -> Moment:
        """This side in words, judged on a day."""
        kind = "report" if self.stored else "day" if self.day else "now"
        short = ""
        if self.commit is not None:
            kind, short = "commit", self.commit.short
        return Moment(kind, self.text, as_of, short, as_of == today)


def meant(text: str, paths: list[Path]) -> Meant:
    """What a word means: a report where it ends in .json, a day where it is written as
    one, else a commit; a file that is no commit is a report.

    Raises UsageError: E255 for a folder, those of `read_report` and `find_commit`.
    """
    file = Path(text)
    if file.suffix.lower() == ".json":
        return Meant(text, stored=_stored(file))
    from lxyz.dates.days import DateProblem, parse_date

    try:
        return Meant(text, day=parse_date(text))
    except DateProblem:
        pass
    from lxyz.files.history import find_commit

    try:
        return Meant(text, commit=find_commit(text, paths[0]))
    except UsageError as error:
        if error.code == "E270":
            raise
        if is_there(file):
            if is_folder(file):
                raise UsageError("E255", path=text) from None
            return Meant(text, stored=_stored(file))
        raise


def both(old: str, new: str | None, paths: list[Path]) -> tuple[Meant, Meant]:
    """What the two words mean: where there is one, the files as they are come second,
    or it is a range as git has them. `main..topic` are the two, `main...topic` is topic
    against where it left main; a side left out is HEAD.

    Raises UsageError as `meant` does.
    """
    if new is not None:
        return meant(old, paths), meant(new, paths)
    ends = _RANGE.fullmatch(old)
    if ends is None or not (ends[1] or ends[3]):
        return meant(old, paths), Meant()
    first, last = (meant(end or "HEAD", paths) for end in (ends[1], ends[3]))
    if ends[2] == "..." and first.commit and last.commit:
        from lxyz.files.history import common

        first = Meant(old, commit=common(first.commit, last.commit))
    return first, last


def tell_of_missing(both: tuple[Meant, Meant], lang: str) -> None:
    """Says on stderr that files may seem to be gone which git only left out, where
    those that are here are compared with a commit."""
    from lxyz.files.history import is_partly_here

    commits = [one.commit for one in both if one.commit is not None]
    read = any(one.commit is None and one.stored is None for one in both)
    if read and any(is_partly_here(one) for one in commits):
        remark("E705", lang)


def must_keep(both: tuple[Meant, Meant], output: Path | None) -> None:
    """Raises UsageError E238 for an output that is one of the reports compared: what
    stands in it is no longer what `lxyz check` wrote."""
    for one in both:
        if (
            one.stored
            and output
            and os.path.realpath(output) == os.path.realpath(one.text)
        ):
            raise UsageError("E238", path=output)


def _stored(file: Path) -> Stored:
    from lxyz.change.stored import read_report

    return read_report(file)


def sides(
    one: Meant, paths: list[Path], options: Options, stack: ExitStack
) -> list[Side]:
    """The branches at and below some paths on a side, each with what is asked of it;
    maybe none. The copy of a commit is in a folder that is gone when the stack is.

    Raises UsageError as `lay_out` does, E257 for a report in which names were to be
    replaced: who of the words in it is a person, it does not say.
    """
    from lxyz.fleet.many import Asked
    from lxyz.fleet.pairs import Kept, There
    from lxyz.report import Earlier

    if one.stored is not None:
        if options.redact:
            raise UsageError("E257", one="--redact", other=one.text)
        as_of = one.stored.as_of
        return [Kept(Earlier(branch, as_of)) for branch in one.stored.branches]
    if one.commit is None:
        return [There(Asked(path, options), str(path)) for path in _found(paths)]
    from lxyz.files.history import lay_out
    from lxyz.fleet.gather import Copy

    stack.enter_context(ended_as_interrupted())
    folder = stack.enter_context(TemporaryDirectory(prefix="lxyz-"))
    root, real = Path(folder).resolve(), one.commit.root
    lay_out(one.commit, paths, root)
    options = options._replace(assume=None, attachments=False, copy=Copy(root, real))
    inner = [root / path.resolve().relative_to(real) for path in paths]
    return [
        There(Asked(path, options), str(_shown(real / path.relative_to(root))))
        for path in _found(inner)
    ]


def asked_about(pairs: list[Pair], paths: list[Path] | None) -> list[Pair]:
    """The pairs without those branches of a stored report that are not on the other
    side, but were not asked about: where paths are named, only what lay at or below
    them can be new or gone."""
    from lxyz.fleet.pairs import Kept

    asked = [_whole(path) for path in paths or ()]

    def is_meant(pair: Pair) -> bool:
        alone = pair.old if pair.new is None else pair.new if pair.old is None else None
        if not asked or not isinstance(alone, Kept):
            return True
        return any(_whole(alone.path).is_relative_to(path) for path in asked)

    return [pair for pair in pairs if is_meant(pair)]


def _whole(path: str | Path) -> Path:
    """A path from the root, links not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100


def since(
    text: str,
    paths: list[Path] | None,
    found: list[Path],
    options: Options,
    lang: str,
    stack: ExitStack,
) -> tuple[list[Pair], Since]:
    """The branches that were found, each with what it was at another time; and what
    that time is, with the branches that were there then and are gone.

    Raises UsageError as `meant` and `lay_out` do.
    """
    from lxyz.fleet.many import Asked
    from lxyz.fleet.pairs import There, paired
    from lxyz.report import Since

    today, where = day(None), paths or [Path()]
    first = meant(text, where)
    tell_of_missing((first, Meant()), lang)
    before = first.as_of or options.as_of
    old = sides(first, where, options._replace(as_of=before), stack)
    new = [There(Asked(path, options), str(path)) for path in found]
    pairs = asked_about(paired(old, new), paths)
    gone = [(p.old.name(), p.old.path) for p in pairs if p.old and not p.new]
    moments = first.moment(before, today), Meant().moment(options.as_of, today)
    words = span_words(*moments, lang)
    return [pair._replace(by_new=True) for pair in pairs if pair.new], Since(
        words, tuple(gone)
    )


def _found(paths: list[Path]) -> Iterator[Path]:
    """The branch folders at and below those of the paths that are there, each once."""
    from lxyz.files import branches

    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys(branches(path)))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise NothingToCheckError("E301", path=path, why=why_of(error)) from error
    return iter(found)


def _shown(path: Path) -> Path:
    """A path as seen from the working directory, where it lies below it."""
    here = Path.cwd().resolve()
    return path.relative_to(here) if path.is_relative_to(here) else path


def must_be_some(old: list[Side], new: list[Side], paths: list[Path]) -> None:
    """Raises NothingToCheckError where no side has a branch."""
    if not old and not new:
        from lxyz.fleet.find import find_branches

        find_branches(paths)
        raise NothingToCheckError("E302", path="、".join(str(path) for path in paths))


def days(old: Meant, new: Meant, as_of: str | None, today: date) -> tuple[date, date]:
    """The days on which both sides are judged: those they say themselves; else that
    which was asked for; an old commit beside a report that of the report; else today.

    Raises UsageError E256 for a day that was asked for and is of no use.
    """
    if as_of is not None and old.as_of and new.as_of:
        raise UsageError("E256", option="--as-of")
    asked = today if as_of is None else day(as_of)
    beside = new.stored.as_of if as_of is None and new.stored else asked
    return old.as_of or beside, new.as_of or asked
