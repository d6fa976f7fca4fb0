"""The commands: options in, one call, text out. No judgement here.

Findings go to stdout; progress and errors to stderr.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lxyz.cli.terminal import (
    Progress,
    Spool,
    asked,
    day,
    is_terminal,
    one_of,
    style,
    warn_if_slow,
    write,
    write_all,
)

if TYPE_CHECKING:
    from lxyz.packs.load import Pack

_EPILOG = (
    "退出码：0 没有达到门槛的发现；1 有缺口、逾期或记录错误；2 用法或规则包有误；"
    "3 没有可检查的支部；70 程序自身缺陷；130 被中断。"
)
_CHECK_HELP = """检查一个或多个支部的台账，列出缺口、逾期和要补的内容。

例：

lxyz check branch-11/

lxyz check branch-11/ --as-of 2016-09-30 --show met

lxyz check . --format json --output report.json

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

Lang = Annotated[str, typer.Option("--lang", help="语言：zh 或 en。", metavar="zh|en")]
Color = Annotated[
    str,
    typer.Option(
        "--color",
        help="颜色。NO_COLOR、FORCE_COLOR 也有效。",
        metavar="auto|always|never",
    ),
]
Packs = Annotated[
    list[str] | None,
    typer.Option(
        "--pack", "-p", help="只用这些规则包（可重复），代替 branch.yaml 里的。"
    ),
]


def _version(asked: bool) -> None:
    if asked:
        from lxyz import __version__

        typer.echo(f"lxyz {__version__}")
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="显示版本。", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """党支部组织生活台账检查。"""


@app.command(help=_CHECK_HELP, epilog=_EPILOG)
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="支部文件夹，或装有多个支部的文件夹。", show_default="当前文件夹"
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            help="检查到哪一天，如 2016-09-30。",
            show_default="今天（北京时间）",
        ),
    ] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="检查哪一年。", min=1900, max=2199)
    ] = None,
    pack: Packs = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="输出格式。",
            metavar="text|lines|json",
            show_default="终端 text，管道 lines",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写到文件，不写到屏幕。")
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            help="退出码为 1 的门槛。",
            metavar="must|should|overdue|fault|never",
        ),
    ] = "must",
    show: Annotated[
        list[str] | None,
        typer.Option(
            "--show",
            help="另外列出：met 已达标及其记录、open 未到期、"
            "folded 已归并、not-applicable 不适用、all。",
        ),
    ] = None,
    assume: Annotated[
        Path | None,
        typer.Option(
            "--assume",
            help="假设照这份计划办下去（lxyz plan 写的文件），缺口还剩哪些。",
        ),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", help="同时检查几个支部；0 为全部核心。", min=0),
    ] = 0,
    lang: Lang = "",
    color: Color = "auto",
    progress: Annotated[
        bool, typer.Option("--progress/--no-progress", help="显示进度条。")
    ] = True,
) -> None:
    """Checks branches and prints what was found."""
    from lxyz.fleet import Options, check_each, find_branches, must_open, workers
    from lxyz.render import FORMATS, Run
    from lxyz.report import FAIL_ON, Totals

    one_of("--fail-on", fail_on, FAIL_ON)
    name = format_ or ("text" if is_terminal(output) else "lines")
    one_of("--format", name, tuple(FORMATS))
    shown = frozenset(word for words in show or () for word in words.split(","))
    for word in shown:
        one_of("--show", word, _SHOWN)
    how = style(lang, color, shown, output)
    options = Options(day(as_of), year, tuple(pack or ()), assume)
    warn_if_slow(how.lang)
    found = find_branches(paths or [Path()])
    if assume is not None:
        must_open(assume)
    count = workers(jobs, len(found), os.cpu_count() or 1)
    form, totals = FORMATS[name], Totals(options.as_of)
    make = form.maker(Run(options.as_of, len(found), how))
    parts: Spool | list[Any]
    with Spool() if len(found) > FEW else nullcontext([]) as parts:
        with Progress(len(found), shown=progress) as bar:
            each = check_each(found, options, make, jobs=count, progress=bar.step)
            for outline, part in each:
                totals.add(outline)
                parts.append(part)
        write_all(form.whole(parts, totals, how), output)
    raise typer.Exit(totals.exit_code(fail_on))


FEW = 8
"""Branches whose parts are kept in memory."""
_SHOWN = (
    "met",
    "attest",
    "open",
    "planned",
    "folded",
    "not-applicable",
    "waived",
    "all",
)


@app.command()
def explain(
    rule: Annotated[
        str, typer.Argument(help="规则名，如 bj-2016/collective-study-eight。")
    ],
    pack: Packs = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """说明一条规则：要求什么、对谁、何时到期、依据哪一条、怎样的记录算数。"""
    from lxyz.render.explain import explain as explained

    how = style(lang, color, frozenset(), None)
    packs = _packs(tuple(pack or ()) or _named_by(rule))
    write(explained(rule, packs, how), None)


@app.command()
def schema(
    what: Annotated[
        str,
        typer.Argument(
            help="哪一种：report（报告）或 pack（规则包）。", metavar="report|pack"
        ),
    ],
) -> None:
    """打印 JSON Schema。"""
    import json

    from lxyz.render.json_v1 import report_schema
    from lxyz.workshop.schema import pack_schema

    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "report": report_schema,
        "pack": pack_schema,
    }
    one_of("SCHEMA", what, tuple(makers))
    write(json.dumps(makers[what](), ensure_ascii=False, indent=2) + "\n", None)


@rules_app.callback(invoke_without_command=True)
def rules(
    ctx: typer.Context, pack: Packs = None, lang: Lang = "", color: Color = "auto"
) -> None:
    """列出规则包和规则；子命令见下。"""
    if ctx.invoked_subcommand is None:
        from lxyz.render.explain import rules_table

        write(
            rules_table(
                _packs(tuple(pack or ())), style(lang, color, frozenset(), None)
            ),
            None,
        )


PackName = Annotated[
    list[str] | None, typer.Argument(help="规则包名或文件夹；不写为全部。")
]


@rules_app.command("trace")
def rules_trace(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """逐条列出文件的每一条款由哪些规则判断，不判断的为什么。"""
    from lxyz.render.explain import trace_table
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
    from lxyz.render.explain import cases_table
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
    from lxyz.render.tables import started
    from lxyz.workshop.scaffold import FILES, Answers, id_of, scaffold, write_new

    how = style(lang, color, frozenset(), None)
    name = id_ or id_of(folder) or asked("规则包名", "")
    title = title or asked("标题", f"{name} 规则包")
    answers = Answers(
        name,
        title,
        title_en or f"Rules of {name}",
        document or asked("什么文件，谁对谁说的", title),
        year or asked("文件讲的年度", str(day(None).year)),
    )
    write_new(folder, scaffold(answers))
    write(started(folder, FILES, how), None)


@rules_app.command("lint")
def rules_lint(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """检查规则包的写法：错误、可疑之处和没有着落的条款。"""
    from lxyz.packs.load import find_pack, read_pack, shipped
    from lxyz.render.explain import problems_table
    from lxyz.workshop.lint import lint

    how = style(lang, color, frozenset(), None)
    worst = 0
    for name in packs or shipped():
        pack = read_pack(find_pack(name))
        problems = lint(pack)
        worst = max(worst, 2 if pack.problems else int(bool(problems)))
        write(problems_table(pack, problems, how), None)
    raise typer.Exit(worst)


def _packs(names: tuple[str, ...]) -> list[Pack]:
    from lxyz.packs.load import find_pack, load_pack, shipped

    return [load_pack(find_pack(name)) for name in names or shipped()]


def _named_by(rule: str) -> tuple[str, ...]:
    """The pack that a full rule id names, if it is a shipped one."""
    from lxyz.packs.load import shipped

    pack = rule.partition("/")[0]
    return (pack,) if pack in shipped() else ()


def command_for(arguments: list[str]) -> Any:
    """The command tree; with Chinese headings where help is asked for."""
    import lxyz.cli.planning  # noqa: F401 - it adds its command

    command = typer.main.get_command(app)
    asked = not arguments or any(word in ("-h", "--help") for word in arguments)
    if asked and "en" not in arguments:
        from lxyz.cli.chinese import in_chinese

        in_chinese(command)
    return command
