"""What `lxyz check` may be told: the one table of its options.

A field of `Check` is an argument or an option. The command that typer makes
(`cli/typed.py`) and the quick reader that does without typer (`cli/quick.py`) are both
made from it: what is added here can be said at once, and `check` finds it.
"""

# Without `from __future__ import annotations`: the table is read when the program runs.

from pathlib import Path
from typing import Annotated, Any, get_type_hints

from lxyz.base.named import NamedTuple


class Option(NamedTuple):
    """How an option is called (no name: the arguments of the command) and shown.

    A field of type bool has two names, for yes and for no, and takes no value. One of
    type list may be repeated. `least` and `most` bound whole numbers, both inclusive.
    """

    names: tuple[str, ...]
    help: str
    metavar: str | None = None
    shown: str | None = None
    least: int | None = None
    most: int | None = None


_TODAY = "今天（北京时间）"
PACK = Option(("--pack", "-p"), "只用这些规则包（可重复），代替 branch.yaml 里的。")
PATHS = Option((), "支部文件夹，或装有多个支部的文件夹。", shown="当前文件夹")
AS_OF = Option(("--as-of",), "检查到哪一天，如 2016-09-30。", shown=_TODAY)
YEAR = Option(("--year",), "检查哪一年。", shown="当年", least=1900, most=2199)
LANG = Option(("--lang",), "语言：zh 或 en。", "zh|en")
COLOR = Option(
    ("--color",), "颜色。NO_COLOR、FORCE_COLOR 也有效。", "auto|always|never"
)
REDACT = Option(
    ("--redact", "--no-redact"),
    "人名换成代号（党员01），每次、每种格式都一样；给外面的人看时用。",
)
WAIVERS = Option(
    ("--waivers", "--no-waivers"), "算上豁免和基线；--no-waivers 看本来的样子。"
)
DRY_RUN = Option(("--dry-run",), "只说会怎样，不写文件。")
TO_FILE = Option(("--output", "-o"), "写到文件，不写到屏幕。")
JOBS = Option(("--jobs", "-j"), "同时检查几个支部；0 为全部核心。", least=0)
PROGRESS = Option(("--progress", "--no-progress"), "显示进度条。")


def format_option(known: str, shown: str = "text，文件看扩展名") -> Option:
    """The format of a command that has one of a few, `a|b|c`; `shown` is which it is
    where none is named."""
    return Option(("--format", "-f"), "输出格式。", known, shown)


def year_option(told: str, shown: str) -> Option:
    """The year of a command that says otherwise than `check` what it is."""
    return YEAR._replace(help=told, shown=shown)


def day_option(told: str) -> Option:
    """The day of a command that says otherwise than `check` what it is."""
    return Option(("--as-of",), told, shown=_TODAY)


THRESHOLDS = "must|should|overdue|fault|never"
ORDERED = ("format_", "output")
"""The options of which it matters in which order they are written."""


class Check(NamedTuple):
    """The arguments and options of a check, a field each; their help says what they
    are.

    `order` is no option: it has the options of `ORDERED` in the order in which they
    were written, each as often as it was."""

    paths: Annotated[list[Path] | None, PATHS] = None
    as_of: Annotated[str | None, AS_OF] = None
    year: Annotated[int | None, YEAR] = None
    pack: Annotated[list[str] | None, PACK] = None
    format_: Annotated[
        list[str] | None,
        Option(
            ("--format", "-f"),
            "输出格式，可重复。",
            "text|lines|json|html|sarif|junit|github|gitlab|markdown|csv",
            shown="终端 text，管道 lines",
        ),
    ] = None
    output: Annotated[
        list[Path] | None,
        Option(("--output", "-o"), "写到文件，不写到屏幕；属于它前面的那个格式。"),
    ] = None
    fail_on: Annotated[
        str, Option(("--fail-on",), "退出码为 1 的门槛。", THRESHOLDS)
    ] = "must"
    show: Annotated[
        list[str] | None,
        Option(
            ("--show",),
            "另外列出：met 已达标及其记录、open 未到期、"
            "folded 已归并、not-applicable 不适用、all。",
        ),
    ] = None
    assume: Annotated[
        Path | None,
        Option(
            ("--assume",), "假设照这份计划办下去（lxyz plan 写的文件），缺口还剩哪些。"
        ),
    ] = None
    since: Annotated[
        str | None,
        Option(
            ("--since",),
            "和这个提交、日子或 json 报告比：github、markdown 另外说变了什么。",
            "COMMIT|DAY|REPORT",
        ),
    ] = None
    changed: Annotated[
        bool,
        Option(
            ("--changed", "--no-changed"),
            "参数是改动的文件：只列出这些文件里写错的、写漏的（供 pre-commit 用）。",
        ),
    ] = False
    waivers: Annotated[bool, WAIVERS] = True
    redact: Annotated[bool, REDACT] = False
    jobs: Annotated[int, JOBS] = 0
    lang: Annotated[str, LANG] = ""
    color: Annotated[str, COLOR] = "auto"
    progress: Annotated[bool, PROGRESS] = True
    order: tuple[str, ...] = ()


def table() -> dict[str, Any]:
    """The options by the name of their field, with their types as annotated."""
    hints = get_type_hints(Check, include_extras=True)
    return {name: hint for name, hint in hints.items() if name != "order"}
