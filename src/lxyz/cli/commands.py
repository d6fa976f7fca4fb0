"""The commands: options in, one call, text out. No judgement here.

Findings go to stdout; progress and errors to stderr.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lxyz.cli.checking import check
from lxyz.cli.completing import rule_names, words
from lxyz.cli.helptexts import help_of
from lxyz.cli.inorder import InOrder
from lxyz.cli.options import (
    AS_OF,
    COLOR,
    DRY_RUN,
    JOBS,
    LANG,
    PACK,
    PATHS,
    PROGRESS,
    REDACT,
    TO_FILE,
    WAIVERS,
    YEAR,
)
from lxyz.cli.terminal import one_of, style, write
from lxyz.cli.typed import argument, command_of, option, typed
from lxyz.errors import UsageError

if TYPE_CHECKING:
    from lxyz.packs.types import Pack


app = typer.Typer(
    name="lxyz",
    help="党支部组织生活台账检查：按规则包核对一年的记录，说清缺什么、何时到期、怎么补。",
    epilog=help_of("check")["epilog"],
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)

Text = str | None
Texts = list[str] | None
File = Path | None
Files = list[Path] | None
Lang = Annotated[str, typed(LANG)]
Color = Annotated[str, typed(COLOR)]
Packs = Annotated[Texts, typed(PACK)]
Paths = Annotated[Files, typed(PATHS)]
AsOf = Annotated[Text, typed(AS_OF)]
Year = Annotated[int | None, typed(YEAR)]
Redact = Annotated[bool, typed(REDACT)]
Waivers = Annotated[bool, typed(WAIVERS)]
DryRun = Annotated[bool, typed(DRY_RUN)]
Output = Annotated[File, typed(TO_FILE)]
Jobs = Annotated[int, typed(JOBS)]
Shown = Annotated[bool, typed(PROGRESS)]


_SCHEMAS = "record|branch|unit|pack|report|diff|next"
_WHICH = (
    "哪一种：record（记录）、branch（branch.yaml）、unit（unit.yaml）、"
    "pack（规则包）、report（报告）、diff（比较）或 next（近期要办的事）。"
)


def _version(asked: bool) -> None:
    if asked:
        from lxyz import __version__

        typer.echo(f"lxyz {__version__}")
        raise typer.Exit


@app.callback()
def main(
    ctx: typer.Context,
    *,
    version: Annotated[  # noqa: ARG001 - its callback ends the run
        bool, option("--version -V", "显示版本。", callback=_version, is_eager=True)
    ] = False,
    lang: Lang = "",
) -> None:
    """党支部组织生活台账检查。"""
    if lang:
        ctx.default_map = _spoken(ctx.command, lang)


def _spoken(command: Any, lang: str) -> dict[str, Any]:
    """The defaults of a command, by which all below it speak a language."""
    below = getattr(command, "commands", {}).items()
    return {"lang": lang} | {name: _spoken(one, lang) for name, one in below}


app.command("check", **help_of("check"), cls=InOrder)(command_of(check))


@app.command()
def explain(
    rule: Annotated[
        str,
        argument(
            "规则名，如 bj-2016/collective-study-eight。", autocompletion=rule_names
        ),
    ],
    pack: Packs = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """说明一条规则：要求什么、对谁、何时到期、依据哪一条、怎样的记录算数。"""
    from lxyz.render.rule.explain import explain as explained

    how = style(lang, color)
    named = tuple(pack or ()) or _named_by(rule)
    own = () if named else _of_the_branch_here()
    write(explained(rule, [*_in_force(named), *own], how))


@app.command("schema")
def print_schema(
    what: Annotated[str, argument(_WHICH, **words(_SCHEMAS) | {"metavar": "SCHEMA"})],
    pack: Packs = None,
) -> None:
    """打印 JSON Schema：给编辑器补全和标红用，或给读报告的程序用；记录的连同 --pack 自带的类。"""
    import json
    from functools import partial

    from lxyz.packs.ownkinds import kinds_in
    from lxyz.render.page.jsontext import json_schema
    from lxyz.workshop import schema, schema_records

    def record() -> dict[str, Any]:
        packs = _in_force(tuple(pack)) if pack else ()
        return schema_records.record_schema(kinds_in(packs))

    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "record": record,
        "branch": schema_records.branch_schema,
        "unit": schema_records.unit_schema,
        "pack": schema.pack_schema,
        **{name: partial(json_schema, name) for name in ("report", "diff", "next")},
    }
    one_of("SCHEMA", what, tuple(makers))
    if pack and what != "record":
        raise UsageError("E248", option="--pack", what=what)
    text = json.dumps(makers[what](), ensure_ascii=False, indent=2) + "\n"
    write(text, escapes="json")


def _in_force(names: tuple[str, ...]) -> list[Pack]:
    """Packs as they are in force together, with those they stand on."""
    from lxyz.packs.load import find_pack, load_packs, shipped

    return list(load_packs(tuple(find_pack(name) for name in names or shipped())))


def _of_the_branch_here() -> tuple[Pack, ...]:
    """The packs of the branch in the working directory, if that is one."""
    from lxyz.files.find import BRANCH_FILE
    from lxyz.fleet.gather import packs_of

    return packs_of(Path()) if Path(BRANCH_FILE).is_file() else ()


def _named_by(rule: str) -> tuple[str, ...]:
    """The pack that a full rule id names, if it is a shipped one or lies here."""
    from lxyz.errors import PackError
    from lxyz.packs.load import find_pack

    pack = rule.partition("/")[0]
    try:
        find_pack(pack)
    except PackError:
        return ()
    return (pack,)


# As the help lists them: in the order in which a branch comes to need them.
_ORDER = tuple("init check diff next plan explain fix baseline waivers schema".split())


def _rank(one: typer.models.CommandInfo) -> int:
    name = one.name or getattr(one.callback, "__name__", "")
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def command_for(arguments: list[str], lang: str = "zh") -> Any:
    """The command tree; in one language, with its headings, where help is asked for."""
    import lxyz.cli.adopting
    import lxyz.cli.coming
    import lxyz.cli.comparing
    import lxyz.cli.mending
    import lxyz.cli.planning
    import lxyz.cli.rules
    import lxyz.cli.starting  # noqa: F401 - they add their commands

    app.registered_commands.sort(key=_rank)
    command = typer.main.get_command(app)
    asked = not arguments or any(word in ("-h", "--help") for word in arguments)
    if asked:
        from lxyz.cli.chinese import laid_out

        laid_out(command)
    if asked and lang == "en":
        from lxyz.cli.english import in_english

        in_english(command)
    elif asked:
        from lxyz.cli.chinese import in_chinese

        in_chinese(command)
    return command
