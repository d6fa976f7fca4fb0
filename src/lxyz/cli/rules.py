"""The commands `rules …`: for those who write and read rule packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lxyz.cli.asking import asked
from lxyz.cli.commands import Color, Lang, Packs, Text, Texts, app
from lxyz.cli.completing import pack_names
from lxyz.cli.terminal import day, style, write
from lxyz.cli.typed import argument, option
from lxyz.render.page.style import Style

if TYPE_CHECKING:
    from lxyz.packs.types import Pack

rules_app = typer.Typer(
    help="规则包：列出规则、对照条款、运行样例、检查写法。",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")


_COMMANDS = ("list", "trace", "test", "new", "lint")


@rules_app.callback(invoke_without_command=True)
def rules(
    ctx: typer.Context, pack: Packs = None, lang: Lang = "", color: Color = "auto"
) -> None:
    """列出规则包和规则；子命令见下。"""
    if ctx.invoked_subcommand is None:
        rules_list(_named(None, pack), style(lang, color))
        return
    # What is said before a command is said to it.
    told = {"pack": pack, "lang": lang, "color": color}
    given = {name: value for name, value in told.items() if value}
    ctx.default_map = dict.fromkeys(_COMMANDS, given)


PackName = Annotated[
    Texts,
    argument("规则包名或文件夹；不写为随程序提供的全部。", autocompletion=pack_names),
]
Work = Callable[[list[str], Style], int]


def _of_packs(name: str) -> Callable[[Work], Work]:
    """A command of what works on packs, by their names, and returns the exit code."""

    def command_of(work: Work) -> Work:
        def command(
            packs: PackName = None,
            pack: Packs = None,
            lang: Lang = "",
            color: Color = "auto",
        ) -> None:
            raise typer.Exit(work(_named(packs, pack), style(lang, color)))

        rules_app.command(name, help=work.__doc__)(command)
        return work

    return command_of


@_of_packs("list")
def rules_list(names: list[str], how: Style) -> int:
    """列出规则包和规则，和 lxyz rules 一样。"""
    from lxyz.render.rule.tables import rules_table

    write(rules_table(_loaded(names), how))
    return 0


@_of_packs("trace")
def rules_trace(names: list[str], how: Style) -> int:
    """逐条列出文件的每一条款由哪些规则判断，不判断的为什么。"""
    from lxyz.render.rule.tables import trace_table
    from lxyz.workshop.trace import trace

    wrong = False
    for one in _loaded(names):
        traced = trace(one)
        wrong = wrong or any(entry.wrong for entry in traced)
        write(trace_table(one, traced, how))
    return int(wrong)


@_of_packs("test")
def rules_test(names: list[str], how: Style) -> int:
    """运行规则包的样例（cases.yaml），并说出哪些规则缺样例。"""
    from lxyz.render.rule.tables import cases_table
    from lxyz.workshop.cases import run_cases, without_cases

    wrong = False
    for one in _loaded(names):
        results = run_cases(one, one.folder)
        lacking = without_cases(one, results)
        wrong = wrong or bool(lacking) or any(result.wrong for result in results)
        write(cases_table(one, results, lacking, how))
    return int(wrong)


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
    from lxyz.files.find import PACK_FILES
    from lxyz.render.rule.tables import started
    from lxyz.workshop.scaffold import Answers, id_of, must_be_free, scaffold, write_new

    how = style(lang, color)
    must_be_free(folder, PACK_FILES)
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
    write(started(folder, how))


@_of_packs("lint")
def rules_lint(names: list[str], how: Style) -> int:
    """检查规则包的写法：错误、可疑之处和没有着落的条款。"""
    from lxyz.packs.load import UnusablePackError, find_pack, read_pack
    from lxyz.render.rule.tables import problems_table
    from lxyz.workshop.lint import lint

    worst = 0
    for name in names:
        folder = find_pack(name)
        try:
            one = read_pack(folder)
        except UnusablePackError as error:
            known, problems, usable = folder.name, error.problems, False
        else:
            known, problems, usable = one.id, tuple(lint(one)), not one.problems
        worst = max(worst, int(bool(problems)) if usable else 2)
        write(problems_table(known, problems, how, usable=usable))
    return worst


def _loaded(names: list[str]) -> list[Pack]:
    from lxyz.packs.load import find_pack, load_pack

    return [load_pack(find_pack(name)) for name in names]


def _named(packs: Texts, pack: Texts) -> list[str]:
    """The packs named as arguments, and by --pack; all that come with lxyz if none is."""
    from lxyz.packs.load import shipped

    return [*(packs or ()), *(pack or ())] or shipped()
