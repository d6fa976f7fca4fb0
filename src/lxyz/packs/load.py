"""Reads a pack folder.

Shipped packs lie in `rules/` inside the package, in a source tree beside `src/`. A
branch may also name a pack by the path of its folder. Rules are made of a pack by
`bind`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file, is_folder
from lxyz.errors import PackError
from lxyz.files import Mapping
from lxyz.packs import expand
from lxyz.packs.bind import raw_of
from lxyz.packs.check import problems_of, troubles_of_head
from lxyz.packs.compiled import compiled
from lxyz.packs.over import firm_trouble, in_force, setting_trouble, trouble, written
from lxyz.packs.ownkinds import disagreement, own_kinds, unknown_implied
from lxyz.packs.pack import PackFile, Param
from lxyz.packs.reading import checked, clauses, line_of, lines_of, read
from lxyz.packs.texts import NO_TIER
from lxyz.packs.types import MOST_PROBLEMS, Aside, Pack, Problem, Problems, Raw
from lxyz.vocabulary import nearest

_QUOTES = "“”\"'‘’《》「」"
_DEEPEST = 9  # at most so many packs may stand one on the other


def rules_folder() -> Path:
    """The folder of the shipped packs."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def shipped() -> list[str]:
    """The ids of the shipped packs."""
    folder = rules_folder()
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if (one / "pack.yaml").is_file())


def usurps(pack: Pack) -> bool:
    """Whether a pack has the id of a shipped one and is neither that nor a copy of
    it."""
    own = rules_folder() / pack.id
    file = "pack.yaml"
    return (
        pack.folder != own
        and is_file(own / file)
        and (own / file).read_bytes() != (pack.folder / file).read_bytes()
    )


def find_pack(name: str, near: Path | None = None, here: Path = Path()) -> Path:
    """The absolute folder of a pack, by the id of a shipped one or by a path.

    A path named by a branch or a pack is relative to `near`, its folder, and to nothing
    else: it must not mean another pack wherever the program is run. A name that is no
    path is looked for in `here`, the working directory, too. Without `near` all is
    looked for there.

    Raises PackError P001 if there is no pack of that name, P004 if there is none at
    that path."""
    looks_like_path = "/" in name or "\\" in name or name.startswith(".")
    own = rules_folder() / name
    if not looks_like_path and is_file(own / "pack.yaml"):
        return own
    bases = [here] if near is None else [near] if looks_like_path else [near, here]
    bases = bases if name else []  # an empty name would mean the folder itself
    for base in bases:
        if is_file(base / name / "pack.yaml"):
            return (base / name).resolve()
    is_a_file = any(is_file(base / name) for base in bases)
    if looks_like_path or is_a_file or any(is_folder(base / name) for base in bases):
        plain = name.strip(_QUOTES).replace("\\", "/")
        meant = any(is_file(base / plain / "pack.yaml") for base in bases)
        folder = Path(name).parent if is_a_file else plain if meant else ""
        raise PackError("P004", pack=name, base=near or "", folder=folder)
    known = shipped()
    like = nearest(name, known)
    raise PackError("P001", pack=name, known="、".join(known), like=like)


def load_pack(folder: Path) -> Pack:
    """The pack in a folder. Raises PackError P002 with its first problem."""
    loaded = _loaded(folder)
    if isinstance(loaded, Pack):
        return loaded
    raise loaded.with_traceback(None)


@lru_cache(maxsize=64)
def _loaded(folder: Path) -> Pack | UnusablePackError:
    """A pack, or the error why it cannot be used; kept, as every branch would ask
    anew."""
    own = folder.parent == rules_folder()
    try:
        pack = compiled(folder, read_pack) if own else read_pack(folder)
    except UnusablePackError as error:
        return error
    return _unusable(list(pack.problems)) if pack.problems else pack


@lru_cache(maxsize=64)
def load_packs(folders: tuple[Path, ...]) -> tuple[Pack, ...]:
    """The packs in some folders and all that they extend, as they are in force
    together.

    What packs over others set or set aside is applied.

    Raises PackError P001, P002, P003, P004, P006, P007."""
    found: dict[str, Pack] = {}

    def add(folder: Path) -> None:
        pack = load_pack(folder)
        for name in pack.head.extends:
            add(find_pack(name, folder.parent))
        known = found.setdefault(pack.id, pack)
        if known.folder.resolve() != folder.resolve():
            raise PackError("P007", pack=pack.id, one=known.folder, other=folder)

    for folder in folders:
        add(folder)
    kind, pack_id = disagreement(found.values())
    if kind:
        raise PackError("P006", pack=pack_id, kind=kind)
    return in_force(tuple(found.values()))


class UnusablePackError(PackError):
    """A pack that cannot be used; the message names the first of its `problems`."""

    problems: tuple[Problem, ...] = ()


def _unusable(problems: list[Problem]) -> UnusablePackError:
    first = problems[0]
    more = len(problems) - 1
    error = UnusablePackError(
        "P002", file=first.file, line=first.line, text=first.text, more=more
    )
    error.problems = tuple(problems)
    return error


def read_pack(
    folder: Path, under: tuple[Path, ...] = (), uppers: dict[Path, Pack] | None = None
) -> Pack:
    """The pack in a folder with all its problems.

    `under` are the folders of the packs that extend it; `uppers` keeps those that it
    extends by folder, so that each is read once.

    Raises UnusablePackError P002 only where nothing could be called a pack."""
    problems = Problems()
    document = read(folder / "pack.yaml", problems)
    file: PackFile | None = checked(PackFile, document, problems)
    if file is None:
        raise _unusable(problems)
    root = document.root
    assert isinstance(root, Mapping)
    before = {} if uppers is None else uppers
    by_id: dict[str, Pack] = {}
    problems.extend(
        Problem(document.file, line, text)
        for line, text in _uppers(file, root, (*under, folder), before, by_id)
    )
    problems.extend(_of_settings(file, document.file, root, by_id))
    kinds, wrongs = own_kinds(file.kinds, by_id.values())
    problems.extend(
        Problem(document.file, line_of(root, ("kinds", kind)), f"kinds: {wrong}")
        for kind, wrong in wrongs
    )
    rules = _rules(file, document.file, root, by_id, problems)
    pack = Pack(
        file.pack,
        folder,
        file.leaders,
        file.implies,
        rules.params,
        file.words,
        tuple(rules.raws),
        clauses(folder, problems),
        (),
        sets=file.set,
        unwaivable=file.unwaivable,
        instead=rules.instead,
        above=tuple(
            dict.fromkeys(x for one in by_id.values() for x in (*one.above, one.id))
        ),
        kinds=kinds,
    )
    problems.extend(
        Problem(document.file, line_of(root, ("implies", kind)), f"implies: {wrong}")
        for kind, wrong in unknown_implied(pack, file.kinds)
    )
    problems.extend(problems_of(pack, file.kinds))
    return pack._replace(problems=tuple(problems))


def _of_settings(
    file: PackFile, name: str, root: Mapping, uppers: dict[str, Pack]
) -> Iterator[Problem]:
    """The problems of the parameters that a pack has or sets, and of its `unwaivable`
    rules."""
    for keys, wrong in troubles_of_head(file):
        yield Problem(name, line_of(root, keys), wrong)
    for of, setting in file.set.items():
        if wrong := setting_trouble(of, setting, uppers):
            yield Problem(name, line_of(root, ("set", of)), wrong)
    for rule in file.unwaivable:
        if wrong := firm_trouble(rule, uppers):
            yield Problem(name, line_of(root, ("unwaivable", rule)), wrong)


class _Rules(NamedTuple):
    """The rules of a pack while it is read.

    - `raws`: the rules, each row and each tier by itself
    - `params`: all parameters that they may name
    - `instead`: the rules that replace rules of other packs, by the full id of those
    """

    raws: list[Raw]
    params: dict[str, Param]
    instead: dict[str, tuple[Aside, ...]]


def _rules(
    file: PackFile,
    name: str,
    root: Mapping,
    uppers: dict[str, Pack],
    problems: Problems,
) -> _Rules:
    """The rules of a pack; what is wrong with them is added to `problems`."""
    found = _Rules([], dict(file.params), {})
    for rule, line in zip(file.rules, lines_of(root, "rules"), strict=True):
        if problems.is_full:
            break
        one, wrong = written(rule, file.pack, uppers, file.set)
        crooked = expand.table_trouble(one.rule)
        of = rule.get("id", "?")
        troubles = [f"{of}: {text}" for text in (wrong, crooked) if text]
        for param, its in one.params.items():
            found.params.setdefault(param, its)
        values = {param: its.value for param, its in found.params.items()}
        table = () if crooked else expand.rows(one.rule)
        if any(str(row.get("id", "")).endswith("~") for row in table):
            troubles.append(f"{of}: id: {NO_TIER}")
        for tight in (tier for row in table for tier in expand.soft(row)):
            if len(troubles) > MOST_PROBLEMS:
                break
            raw, more = raw_of(tight, line, values)
            troubles += more
            if wrong := trouble(one, raw):
                troubles.append(wrong)
            found.raws.append(raw)
            if one.verb == "instead" and raw.rule and not raw.id.endswith("~"):
                first, last = raw.rule.from_ or "", raw.rule.to or ""
                aside = Aside(f"{file.pack.id}/{raw.id}", first, last)
                found.instead[one.of] = (*found.instead.get(one.of, ()), aside)
        problems.extend(Problem(name, line, text) for text in troubles)
    return found


def _uppers(
    file: PackFile,
    root: Mapping,
    under: tuple[Path, ...],
    before: dict[Path, Pack],
    found: dict[str, Pack],
) -> Iterator[tuple[int, str]]:
    """Adds the packs that a pack extends to `found`; yields what is wrong, with its
    line.

    No pack may be reached twice: each has one origin."""
    line = line_of(root, ("pack", "extends"))
    origins: set[str] = set()
    listed: set[str] = set()
    for name in file.pack.extends:
        if name in listed:
            yield line, f"extends: {name}: {name} twice"
            continue
        listed.add(name)
        try:
            folder = find_pack(name, under[-1].parent)
            if folder in under:
                yield line, f"extends in a circle: {name}"
                continue
            if len(under) > _DEEPEST:
                yield line, f"extends: {name}: more than {_DEEPEST} on one another"
                continue
            if folder not in before:
                before[folder] = read_pack(folder, under, before)
            upper = before[folder]
        except PackError as error:
            yield line, f"extends: {name}: {error}"
            continue
        twice = origins.intersection((*upper.above, upper.id))
        if upper.problems:
            yield line, f"extends: {name}: {upper.problems[0].text}"
        elif twice:
            yield line, f"extends: {name}: {'、'.join(sorted(twice))} twice"
        else:
            origins.update((*upper.above, upper.id))
            found[upper.id] = upper
