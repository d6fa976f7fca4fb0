"""A branch's repository to start from: profile, samples, schemas, settings, CI.

The files lie in `home/` as templates, with `%name%` in the place of an answer. Samples
are written to a hidden folder, which a check never reads: so they do not count as
records.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.dates.days import DateProblem, parse_date
from lxyz.errors import UsageError, why_of
from lxyz.files.find import BRANCH_FILE
from lxyz.files.writing import create
from lxyz.packs.load import find_pack, load_packs, shipped
from lxyz.packs.ownkinds import kinds_in
from lxyz.packs.types import Pack
from lxyz.workshop.address import NOWHERE, Source
from lxyz.workshop.scaffold import filled, must_be_free
from lxyz.workshop.schema_records import branch_schema, record_schema

CI = ("github", "gitlab", "none")
_TEMPLATES = Path(__file__).parent / "home"
_SAMPLES = "samples.yaml"


class Service(NamedTuple):
    """A CI service: the path of the file that it reads, and our template of it."""

    path: str
    template: str


SERVICES = {
    "github": Service(".github/workflows/lxyz.yml", "github.yaml"),
    "gitlab": Service(".gitlab-ci.yml", "gitlab.yaml"),
}
_UPGRADE = {
    True: "\nCI 从哪里装 lxyz，写在它的文件里 `LXYZ_INSTALL` 一处；升级只改那里。\n"
}
_BARE = late(r"[\w·、（）()\-]+")


class Member(NamedTuple):
    """A member for the roster.

    - `name`: the name
    - `since`: the day of joining (empty: the first day of the year)"""

    name: str
    since: str = ""


class Home(NamedTuple):
    """The answers for a new repository.

    - `name`: the name of the branch
    - `packs`: its packs, as `branch.yaml` names them
    - `members`: its members
    - `year`: the first year of its records
    - `secretary`: the name of the secretary
    - `unit`: the Party organisation above it
    - `ci`: the CI service, one of `CI`
    - `source`: from where pip installs lxyz"""

    name: str
    packs: tuple[str, ...]
    members: tuple[Member, ...]
    year: int
    secretary: str = ""
    unit: str = ""
    ci: str = "github"
    source: Source = NOWHERE

    def roster(self) -> tuple[Member, ...]:
        """The members, the secretary first."""
        first = self.secretary or (self.members[0].name if self.members else "姓名")
        known = [one for one in self.members if one.name == first] or [Member(first)]
        return (*known, *(one for one in self.members if one.name != first))


class People(NamedTuple):
    """A roster read from pasted lines.

    - `members`: the members, each name once
    - `twice`: names that were there more than once
    - `left`: words beside names and days that were not used"""

    members: tuple[Member, ...]
    twice: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def members_of(lines: Iterable[str]) -> People:
    """Reads the roster from pasted lines.

    A line has a name, perhaps with the day of joining (blank, comma or tab between), or
    several names with 、 between them. Numbers before a name and the head of a table are
    skipped. All other words go to `left`."""
    found: dict[str, Member] = {}
    twice: dict[str, None] = {}
    left: dict[str, None] = {}
    for line in lines:
        for part in re.split("[、；;]", line):
            one, rest = _member(part)
            if one.name:
                left.update(dict.fromkeys(rest))
            if one.name in found:
                twice[one.name] = None
            elif one.name:
                found[one.name] = one
    return People(tuple(found.values()), tuple(twice), tuple(left))


_NUMBER = late(r"[（(]?\d{1,3}(?:[)）.．]\s*|\s+|(?=[^\d\s年/.\-])|$)")
_HEADS = frozenset(("姓名", "序号", "name", "Name", "党员", "党员姓名"))


_BRACKETS = late(r"[（(][^（）()]*[)）]$")


def _member(text: str) -> tuple[Member, list[str]]:
    """The member that a text names, and the words that were not used.

    The name is the first words that are no number and no day, without brackets after
    them. It is empty for the head of a table."""
    text = text.strip(" \t\r\n-•·*\ufeff\u3000")
    found = _NUMBER.match(text)
    name, since, left = "", "", []
    for word in re.split(r"[\s,，]+", text[found.end() :] if found else text):
        try:
            since = parse_date(word).isoformat()
        except DateProblem:
            if not name or len(name) == len(word) == 1:
                name += word
            elif word:
                left.append(word)
    aside = _BRACKETS.search(name)
    if aside and aside.start():
        name, left = name[: aside.start()], [aside[0], *left]
    return Member("" if name in _HEADS else name, since), left


def pack_named(name: str, folder: Path) -> str:
    """A pack as `branch.yaml` names it: a folder by its path relative to the branch."""
    if name in shipped():
        return name
    return Path(os.path.relpath(Path(name).resolve(), folder.resolve())).as_posix()


def home_files(home: Home, folder: Path = Path()) -> dict[str, str | bytes]:
    """The contents of the files of a new repository in a folder, by path.

    A branch without members gets a roster to fill in. A wheel is copied, so that CI
    needs no address.

    Raises PackError if a pack cannot be used.
    """
    roster, packs = home.roster(), _loaded(home.packs, folder)
    names = [one.name for one in roster]
    values = {
        "name": _scalar(home.name),
        "title": " ".join(home.name.split()),
        "unit": _scalar(home.unit or "上级党组织"),
        "packs": _scalar("、".join(home.packs)),
        "everyone": _scalar("、".join(names)),
        **_rules(packs),
        "year": str(home.year),
        "secretary": _scalar(names[0]),
        "someone": _scalar((names[1:] or names)[0]),
        "source": json.dumps(home.source.told, ensure_ascii=False),
        "upgrade": _UPGRADE.get(home.ci in SERVICES, ""),
        "install": f'"{home.source.told}"' if home.source.told else "git+https://…",
        "members": "\n".join(_row(one, home.year) for one in roster),
    }
    made: dict[str, str | bytes] = {
        BRANCH_FILE: filled(_TEMPLATES / "branch.yaml", values),
        "README.md": filled(_TEMPLATES / "README.md", values),
        ".vscode/settings.json": filled(_TEMPLATES / "settings.json", values),
        ".vscode/extensions.json": filled(_TEMPLATES / "extensions.json", values),
        ".pre-commit-config.yaml": filled(_TEMPLATES / "pre-commit.yaml", values),
        ".lxyz/branch.schema.json": _json(branch_schema()),
        ".lxyz/record.schema.json": _json(record_schema(kinds_in(packs))),
        **home.source.files,
    }
    if home.ci in SERVICES:
        service = SERVICES[home.ci]
        made[service.path] = filled(_TEMPLATES / service.template, values)
    for sample in filled(_TEMPLATES / _SAMPLES, values).split("\n\n"):
        kind = sample.partition("类型: ")[2].partition("\n")[0]
        head = "# yaml-language-server: $schema=../.lxyz/record.schema.json\n"
        made[f".样例/{kind}.yaml"] = f"{head}{sample.strip()}\n"
    return made


def write_home(
    folder: Path, files: Mapping[str, str | bytes]
) -> tuple[list[str], list[str]]:
    """Writes the files that do not exist yet, and never overwrites one.

    Returns the paths that were written, and those that were there already. The profile
    is written last: without it the folder is no branch yet, so that the same command
    can go on after an interruption.

    Raises UsageError E216 if there is a branch in the folder already, E203 if it cannot
    be written.
    """
    must_be_free(folder, (BRANCH_FILE,))
    wrote, kept = [], []
    for name, text in sorted(files.items(), key=lambda one: one[0] == BRANCH_FILE):
        path = folder / name
        if os.path.lexists(path):
            kept.append(name)
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            data = text if isinstance(text, bytes) else text.encode(errors="replace")
            create(path, [data])
        except (OSError, ValueError) as error:
            raise UsageError("E203", path=path, why=why_of(error)) from None
        wrote.append(name)
    return wrote, kept


def _row(member: Member, year: int) -> str:
    return (
        f"  - {{姓名: {_scalar(member.name)}, 起: {member.since or f'{year}-01-01'}}}"
    )


def _scalar(text: str) -> str:
    """A text as it may stand anywhere in YAML, on one line."""
    plain = " ".join(text.split())
    if _BARE.fullmatch(plain) and not plain.startswith("-"):
        return plain
    return json.dumps(plain, ensure_ascii=False)


def _loaded(names: tuple[str, ...], folder: Path) -> tuple[Pack, ...]:
    """Loads the packs that a branch in a folder names."""
    known = shipped()
    return load_packs(
        tuple(
            find_pack(one if one in known else os.path.normpath(folder / one))
            for one in names
        )
    )


def _rules(packs: tuple[Pack, ...]) -> dict[str, str]:
    """A rule that a person must attest, and one that records decide, as samples."""
    rules = [
        (f"{pack.id}/{raw.id}", raw.written) for pack in packs for raw in pack.raws
    ]
    by_hand = [name for name, written in rules if "attest" in written]
    decided = [name for name, written in rules if "attest" not in written]
    return {
        "attested": (by_hand or decided or ["规则名"])[0],
        "waived": (decided or by_hand or ["规则名"])[0],
    }


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"
