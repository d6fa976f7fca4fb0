"""The commands: options in, one call, text out. No judgement here.

Findings go to stdout; progress and errors to stderr.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lxyz.cli.asking import asked
from lxyz.cli.checking import check
from lxyz.cli.completing import pack_names, rule_names, words
from lxyz.cli.inorder import InOrder
from lxyz.cli.options import (
    AS_OF,
    COLOR,
    JOBS,
    LANG,
    PACK,
    PATHS,
    PROGRESS,
    REDACT,
    TO_FILE,
    YEAR,
)
from lxyz.cli.terminal import day, one_of, style, write
from lxyz.cli.typed import command_of, typed
from lxyz.errors import UsageError

if TYPE_CHECKING:
    from lxyz.packs.types import Pack

_EPILOG = (
    "退出码：0 没有达到门槛的发现；1 有缺口、逾期或记录错误；2 用法或规则包有误；"
    "3 没有可检查的支部；70 程序自身缺陷；130 被中断。"
)
_CHECK_HELP = """检查一个或多个支部的台账，列出缺口、逾期和要补的内容。

例：

lxyz check branch-11/

lxyz check branch-11/ --as-of 2016-09-30 --show met

lxyz check . --format json --output report.json

lxyz check . --format text --format json --output report.json

lxyz check 各支部/ --jobs 4 --fail-on should
"""

app = typer.Typer(
    name="lxyz",
    help="党支部组织生活台账检查：按规则包核对一年的记录，说清缺什么、何时到期、怎么补。",
    epilog=_EPILOG,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
)
rules_app = typer.Typer(
    help="规则包：列出规则、对照条款、运行样例、检查写法。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")

Lang = Annotated[str, typed(LANG)]
Color = Annotated[str, typed(COLOR)]
Packs = Annotated[list[str] | None, typed(PACK)]
Paths = Annotated[list[Path] | None, typed(PATHS)]
AsOf = Annotated[str | None, typed(AS_OF)]
Year = Annotated[int | None, typed(YEAR)]
Redact = Annotated[bool, typed(REDACT)]
Output = Annotated[Path | None, typed(TO_FILE)]
Jobs = Annotated[int, typed(JOBS)]
Shown = Annotated[bool, typed(PROGRESS)]


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
        bool,
        typer.Option(
            "--version", "-V", help="显示版本。", callback=_version, is_eager=True
        ),
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


app.command("check", help=_CHECK_HELP, epilog=_EPILOG, cls=InOrder)(command_of(check))


@app.command()
def explain(
    rule: Annotated[
        str,
        typer.Argument(
            help="规则名，如 bj-2016/collective-study-eight。",
            autocompletion=rule_names,
        ),
    ],
    pack: Packs = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """说明一条规则：要求什么、对谁、何时到期、依据哪一条、怎样的记录算数。"""
    from lxyz.render.rule.explain import explain as explained

    how = style(lang, color, frozenset(), None)
    packs = _in_force(tuple(pack or ()) or _named_by(rule))
    write(explained(rule, packs, how), None)


@app.command("schema")
def print_schema(
    what: Annotated[
        str,
        typer.Argument(
            help="哪一种：record（记录）、branch（branch.yaml）、unit（unit.yaml）、"
            "pack（规则包）、report（报告）、diff（比较）或 next（近期要办的事）。",
            **(
                words("record|branch|unit|pack|report|diff|next")
                | {"metavar": "SCHEMA"}
            ),
        ),
    ],
    pack: Packs = None,
) -> None:
    """打印 JSON Schema：给编辑器补全和标红用，或给读报告的程序用；记录的连同 --pack 自带的类。"""
    import json

    from lxyz.packs.ownkinds import kinds_in
    from lxyz.render.diff.value import diff_schema
    from lxyz.render.formats.json_v1 import report_schema
    from lxyz.render.next.json import next_schema
    from lxyz.workshop import schema, schema_records

    def record() -> dict[str, Any]:
        packs = _in_force(tuple(pack)) if pack else ()
        return schema_records.record_schema(kinds_in(packs))

    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "record": record,
        "branch": schema_records.branch_schema,
        "unit": schema_records.unit_schema,
        "pack": schema.pack_schema,
        "report": report_schema,
        "diff": diff_schema,
        "next": next_schema,
    }
    one_of("SCHEMA", what, tuple(makers))
    if pack and what != "record":
        raise UsageError("E248", option="--pack", what=what)
    write(json.dumps(makers[what](), ensure_ascii=False, indent=2) + "\n", None)


@rules_app.callback(invoke_without_command=True)
def rules(
    ctx: typer.Context, pack: Packs = None, lang: Lang = "", color: Color = "auto"
) -> None:
    """列出规则包和规则；子命令见下。"""
    if ctx.invoked_subcommand is None:
        rules_list(pack, lang, color)


PackName = Annotated[
    list[str] | None,
    typer.Argument(help="规则包名或文件夹；不写为全部。", autocompletion=pack_names),
]


@rules_app.command("list")
def rules_list(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """列出规则包和规则，和 lxyz rules 一样。"""
    from lxyz.render.rule.tables import rules_table

    how = style(lang, color, frozenset(), None)
    write(rules_table(_packs(tuple(packs or ())), how), None)


@rules_app.command("trace")
def rules_trace(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """逐条列出文件的每一条款由哪些规则判断，不判断的为什么。"""
    from lxyz.render.rule.tables import trace_table
    from lxyz.workshop.trace import trace

    how = style(lang, color, frozenset(), None)
    wrong = False
    for pack in _packs(tuple(packs or ())):
        traced = trace(pack)
        wrong = wrong or any(one.wrong for one in traced)
        write(trace_table(pack, traced, how), None)
    raise typer.Exit(int(wrong))


@rules_app.command("test")
def rules_test(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """运行规则包的样例（cases.yaml），并说出哪些规则缺样例。"""
    from lxyz.render.rule.tables import cases_table
    from lxyz.workshop.cases import run_cases, without_cases

    how = style(lang, color, frozenset(), None)
    wrong = False
    for pack in _packs(tuple(packs or ())):
        results = run_cases(pack, pack.folder)
        lacking = without_cases(pack, results)
        wrong = wrong or bool(lacking) or any(result.wrong for result in results)
        write(cases_table(pack, results, lacking, how), None)
    raise typer.Exit(int(wrong))


@rules_app.command("new")
def rules_new(
    folder: Annotated[
        Path, typer.Argument(metavar="PACK", help="新规则包的文件夹，如 city-2016。")
    ],
    id_: Annotated[
        str | None, typer.Option("--id", help="规则包名。", show_default="文件夹名")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="标题。")] = None,
    title_en: Annotated[
        str | None, typer.Option("--title-en", help="英文标题。", show_default="包名")
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", help="什么文件，谁对谁说的。")
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", help="文件讲的年度。", show_default="今年")
    ] = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """新建一个规则包：四种检验各一条带注释的规则，连同条款和样例。在终端里没写的会问。"""
    from lxyz.render.rule.tables import started
    from lxyz.workshop.scaffold import FILES, Answers, id_of, scaffold, write_new

    how = style(lang, color, frozenset(), None)
    zh = how.lang == "zh"
    name = id_ or id_of(folder) or asked("规则包名" if zh else "name of the pack", "")
    title = title or asked("标题" if zh else "title, in Chinese", f"{name} 规则包")
    what = "什么文件，谁对谁说的" if zh else "which document, by whom, for whom"
    which = "文件讲的年度" if zh else "its year"
    answers = Answers(
        name,
        title,
        title_en or f"Rules of {name}",
        document or asked(what, title),
        year or asked(which, str(day(None).year)),
    )
    write_new(folder, scaffold(answers))
    write(started(folder, FILES, how), None)


@rules_app.command("lint")
def rules_lint(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """检查规则包的写法：错误、可疑之处和没有着落的条款。"""
    from lxyz.packs.load import UnusablePackError, find_pack, read_pack, shipped
    from lxyz.render.rule.tables import problems_table
    from lxyz.workshop.lint import lint

    how = style(lang, color, frozenset(), None)
    worst = 0
    for name in packs or shipped():
        folder = find_pack(name)
        try:
            pack = read_pack(folder)
        except UnusablePackError as error:
            known, problems, usable = folder.name, error.problems, False
        else:
            known, problems, usable = pack.id, tuple(lint(pack)), not pack.problems
        worst = max(worst, int(bool(problems)) if usable else 2)
        write(problems_table(known, problems, how, usable=usable), None)
    raise typer.Exit(worst)


def _packs(names: tuple[str, ...]) -> list[Pack]:
    from lxyz.packs.load import find_pack, load_pack, shipped

    return [load_pack(find_pack(name)) for name in names or shipped()]


def _in_force(names: tuple[str, ...]) -> list[Pack]:
    """Packs as they are in force together, with those they stand on."""
    from lxyz.packs.load import find_pack, load_packs, shipped

    return list(load_packs(tuple(find_pack(name) for name in names or shipped())))


def _named_by(rule: str) -> tuple[str, ...]:
    """The pack that a full rule id names, if it is a shipped one."""
    from lxyz.packs.load import shipped

    pack = rule.partition("/")[0]
    return (pack,) if pack in shipped() else ()


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
    import lxyz.cli.starting  # noqa: F401 - they add their commands

    app.registered_commands.sort(key=_rank)
    command = typer.main.get_command(app)
    asked = not arguments or any(word in ("-h", "--help") for word in arguments)
    if asked and lang == "en":
        from lxyz.cli.english import in_english

        in_english(command)
    elif asked:
        from lxyz.cli.chinese import in_chinese

        in_chinese(command)
    return command
