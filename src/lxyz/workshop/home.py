"""A branch's repository to start from: profile, samples, schemas, settings, CI.

The files lie in `home/` as they are written, with `%name%` where an answer goes. Samples
go into the hidden folder `.lxyz`, into which a check never looks: nothing of them counts
as held.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lxyz.dates import DateProblem, parse_date
from lxyz.errors import UsageError, why_of
from lxyz.files.find import BRANCH_FILE
from lxyz.late import late
from lxyz.packs.load import find_pack, load_packs
from lxyz.workshop.address import NOWHERE, Source
from lxyz.workshop.schema_records import branch_schema, record_schema
from lxyz.writing import create

CI = ("github", "gitlab", "none")
_TEMPLATES = Path(__file__).parent / "home"
_SAMPLES = "samples.yaml"


class Service(NamedTuple):
    """Which file a service reads, and our template of it."""

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
    """A name for the roster, and since when (empty: the first day of the year)."""

    name: str
    since: str = ""


class Home(NamedTuple):
    """What is asked for a new repository; `ci` is one of `CI`, `source` from where
    pip installs lxyz."""

    name: str
    packs: tuple[str, ...]
    members: tuple[Member, ...]
    year: int
    secretary: str = ""
    unit: str = ""
    ci: str = "github"
    source: Source = NOWHERE


def members_of(lines: Iterable[str]) -> tuple[Member, ...]:
    """The roster from pasted lines: a name, perhaps with the day of joining behind it
    (blank, comma or tab between); names in one line with 、. Each name once."""
    found: dict[str, Member] = {}
    for line in lines:
        for part in re.split("[、；;]", line):
            words = re.split(r"[\s,，]+", part.strip(" \t\r\n-•·*\ufeff"))
            name, since = words[0], ""
            for word in words[1:]:
                try:
                    since = parse_date(word).isoformat()
                except DateProblem:
                    name += word if len(name) == 1 and len(word) == 1 else ""
            if name:
                found.setdefault(name, Member(name, since))
    return tuple(found.values())


def home_files(home: Home) -> dict[str, str | bytes]:
    """The files of a new repository by path. A branch without members gets a roster to
    be filled in. A wheel is copied into it, so that CI needs no address.

    Raises PackError if a pack cannot be used.
    """
    secretary = home.secretary or (home.members[0].name if home.members else "姓名")
    listed = dict.fromkeys((Member(secretary), *home.members))
    names = {one.name: one for one in listed}
    others = [name for name in names if name != secretary] or [secretary]
    values = {
        "name": _scalar(home.name),
        "title": " ".join(home.name.split()),
        "unit": _scalar(home.unit or "上级党组织"),
        "packs": "、".join(home.packs),
        "everyone": _scalar("、".join(names)),
        **_rules(home.packs),
        "year": str(home.year),
        "secretary": _scalar(secretary),
        "someone": _scalar(others[0]),
        "source": json.dumps(home.source.told, ensure_ascii=False),
        "upgrade": _UPGRADE.get(home.ci in SERVICES, ""),
        "install": f'"{home.source.told}"' if home.source.told else "git+https://…",
        "members": "\n".join(_row(one, home.year) for one in names.values()),
    }
    made: dict[str, str | bytes] = {
        BRANCH_FILE: _filled("branch.yaml", values),
        "README.md": _filled("README.md", values),
        ".vscode/settings.json": _filled("settings.json", values),
        ".pre-commit-config.yaml": _filled("pre-commit.yaml", values),
        ".lxyz/branch.schema.json": _json(branch_schema()),
        ".lxyz/record.schema.json": _json(record_schema()),
        **home.source.files,
    }
    if home.ci in SERVICES:
        service = SERVICES[home.ci]
        made[service.path] = _filled(service.template, values)
    for sample in _filled(_SAMPLES, values).split("\n\n"):
        kind = sample.partition("类型: ")[2].partition("\n")[0]
        head = "# yaml-language-server: $schema=../record.schema.json\n"
        made[f".lxyz/样例/{kind}.yaml"] = f"{head}{sample.strip()}\n"
    return made


def write_home(
    folder: Path, files: Mapping[str, str | bytes]
) -> tuple[list[str], list[str]]:
    """Writes files that are not there; returns those written and those that were there
    already, which stay as they are. The profile comes last: without it, the folder is
    no branch yet, and the same command goes on where it was interrupted.

    Raises UsageError E216 if there is a branch in the folder already, E203 if it cannot
    be written.
    """
    if os.path.lexists(folder / BRANCH_FILE):
        raise UsageError("E216", path=folder, file=BRANCH_FILE)
    wrote, kept = [], []
    try:
        for name, text in sorted(files.items(), key=lambda one: one[0] == BRANCH_FILE):
            path = folder / name
            if os.path.lexists(path):
                kept.append(name)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            create(path, [text if isinstance(text, bytes) else text.encode()])
            wrote.append(name)
    except OSError as error:
        raise UsageError("E203", path=folder, why=why_of(error)) from None
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


def _filled(name: str, values: dict[str, str]) -> str:
    text = (_TEMPLATES / name).read_text("utf-8")
    return re.sub(r"%([a-z]+)%", lambda found: values[found[1]], text)


def _rules(packs: tuple[str, ...]) -> dict[str, str]:
    """A rule that a person must attest, and one that records decide, as samples."""
    found = load_packs(tuple(find_pack(name) for name in packs))
    rules = [
        (f"{pack.id}/{raw.id}", raw.written) for pack in found for raw in pack.raws
    ]
    by_hand = [name for name, written in rules if "attest" in written]
    decided = [name for name, written in rules if "attest" not in written]
    return {
        "attested": (by_hand or decided or ["规则名"])[0],
        "waived": (decided or by_hand or ["规则名"])[0],
    }


def _json(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n"
