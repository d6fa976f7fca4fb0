"""The commands `rules …`: for those who write and read rule packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lxyz.cli.asking import asked
from lxyz.cli.commands import Color, Lang, Packs, Text, Texts, app
from lxyz.cli.completing import pack_names
from lxyz.cli.terminal import day, style, write
from lxyz.cli.typed import argument, option

if TYPE_CHECKING:
    from lxyz.packs.types import Pack

rules_app = typer.Typer(
    help="规则包：列出规则、对照条款、运行样例、检查写法。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")


@rules_app.callback(invoke_without_command=True)
def rules(
    ctx: typer.Context, pack: Packs = None, lang: Lang = "", color: Color = "auto"
) -> None:
    """列出规则包和规则；子命令见下。"""
    if ctx.invoked_subcommand is None:
        rules_list(pack, lang, color)


PackName = Annotated[
    Texts,
    argument("规则包名或文件夹；不写为随程序提供的全部。", autocompletion=pack_names),
]


@rules_app.command("list")
def rules_list(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """列出规则包和规则，和 lxyz rules 一样。"""
    from lxyz.render.rule.tables import rules_table

    how = style(lang, color)
    write(rules_table(_packs(tuple(packs or ())), how), None)


@rules_app.command("trace")
def rules_trace(packs: PackName = None, lang: Lang = "", color: Color = "auto") -> None:
    """逐条列出文件的每一条款由哪些规则判断，不判断的为什么。"""
    from lxyz.render.rule.tables import trace_table
    from lxyz.workshop.trace import trace

    how = style(lang, color)
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

    how = style(lang, color)
    wrong = False
    for pack in _packs(tuple(packs or ())):
        results = run_cases(pack, pack.folder)
        lacking = without_cases(pack, results)
        wrong = wrong or bool(lacking) or any(result.wrong for result in results)
        write(cases_table(pack, results, lacking, how), None)
    raise typer.Exit(int(wrong))


@rules_app.command("new")
def rules_new(
    folder: Annotated[Path, argument("新规则包的文件夹，如 city-2016。", "PACK")],
    id_: Annotated[Text, option("--id", "规则包名。", shown="文件夹名")] = None,
    title: Annotated[Text, option("--title", "标题。")] = None,
    title_en: Annotated[Text, option("--title-en", "英文标题。", shown="包名")] = None,
    document: Annotated[Text, option("--document", "什么文件，谁对谁说的。")] = None,
    year: Annotated[Text, option("--year", "文件讲的年度。", shown="今年")] = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """新建一个规则包：四种检验各一条带注释的规则，连同条款和样例。在终端里没写的会问。"""
    from lxyz.render.rule.tables import started
    from lxyz.workshop.scaffold import FILES, Answers, id_of, scaffold, write_new

    how = style(lang, color)
    name = id_ or id_of(folder) or asked(how.say("规则包名", "name of the pack"), "")
    title = title or asked(how.say("标题", "title, in Chinese"), f"{name} 规则包")
    what = how.say("什么文件，谁对谁说的", "which document, by whom, for whom")
    which = how.say("文件讲的年度", "its year")
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

    how = style(lang, color)
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
