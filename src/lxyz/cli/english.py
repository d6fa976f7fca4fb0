"""The help pages in English: what stands in Chinese at the commands, by paragraph.

typer's own headings are English already. A text that is missing here would be shown in
Chinese; `tests/cli/test_english.py` goes through the whole tree.
"""

from __future__ import annotations

from typing import Any

_COMMANDS = {
    "党支部组织生活台账检查：按规则包核对一年的记录，说清缺什么、何时到期、怎么补。": "Checks a Party branch's year of records against rule packs: what is missing, when "
    "it is due, how to make it good.",
    "新建一个支部的台账文件夹：名册、记录样例、编辑器和 CI 的设置，建好就能检查。": "Starts the records folder of a branch: roster, sample records, settings of editors "
    "and CI; it can be checked at once.",
    "检查一个或多个支部的台账，列出缺口、逾期和要补的内容。": "Checks the records of one or more branches: gaps, what is overdue, what to add.",
    "从前到现在变了什么：新逾期的、新错过的、再也补不了的、补上了的、办成的，变差的在最前。": "What changed since then: newly overdue, newly missed, now too late, made good, "
    "done; what is worse comes first.",
    "今后几天要到期的事，按日子排：逾期还能补的在最前；到期的、要提前动手的、计划里的，"
    "各写明做什么、谁负责、依据哪一条。": "What comes due in the next days, by day: first what is overdue and can still be "
    "made good; of each what to do, who is responsible, by which clause.",
    "从规则倒推一年的计划：开几次会、写哪些材料、哪天、谁负责，照办就没有缺口。": "Plans a year backwards from the rules: which meetings and papers, on which days, "
    "by whom; carried out, it leaves no gap.",
    "说明一条规则：要求什么、对谁、何时到期、依据哪一条、怎样的记录算数。": "Explains a rule: what it asks, of whom, when it is due, by which clause, and what "
    "record counts.",
    "改掉记录里只有一种改法的写法错误：全角冒号、冒号后缺空格、列表记号、看不见的字符、连写的日期……": "Fixes slips in records that leave only one way to fix them: full-width colons, a "
    "missing space after a colon, list marks, invisible characters, dates run together.",
    "接受现在的缺口，从今以后只看新的：写进支部的 .lxyz/baseline.json，和记录一起提交。": "Accepts today's gaps, so that only new ones count from now on: written to the "
    "branch's .lxyz/baseline.json, to be committed with the records.",
    "列出豁免：哪条规则、哪几天、谁批的、为什么；快到期的、已到期的、没用上的各标出来。": "Lists waivers: which rule, which days, who approved it, why; those that end soon, "
    "have ended or excuse nothing are marked.",
    "打印 JSON Schema：给编辑器补全和标红用，或给读报告的程序用；记录的连同 --pack 自带的类。": "Prints a JSON Schema, for editors or for programs that read reports; that of "
    "records with the kinds of --pack.",
    "规则包：列出规则、对照条款、运行样例、检查写法。": "Rule packs: list rules, trace clauses, run cases, look for mistakes.",
    "列出规则包和规则，和 lxyz rules 一样。": "Lists packs and rules, as lxyz rules does.",
    "逐条列出文件的每一条款由哪些规则判断，不判断的为什么。": "Lists for each clause of a document which rules judge it, or why none does.",
    "运行规则包的样例（cases.yaml），并说出哪些规则缺样例。": "Runs the cases of packs (cases.yaml), and says which rules lack one.",
    "新建一个规则包：四种检验各一条带注释的规则，连同条款和样例。在终端里没写的会问。": "Starts a rule pack: a rule of each of the four tests with comments, its clauses "
    "and cases. At a terminal it asks for what was not given.",
    "检查规则包的写法：错误、可疑之处和没有着落的条款。": "Looks for mistakes in packs: errors, doubts, and clauses that nothing accounts for.",
}
_BELOW = {
    "例：": "Examples:",
    "退出码：0 没有达到门槛的发现；1 有缺口、逾期或记录错误；2 用法或规则包有误；"
    "3 没有可检查的支部；70 程序自身缺陷；130 被中断。": "Exit codes: 0 nothing at or above the threshold; 1 gaps, overdue items or faults "
    "in records; 2 usage or a rule pack; 3 no branch to check; 70 a defect of lxyz "
    "itself; 130 interrupted.",
    "lxyz init 第三党支部/ --name 第三党支部 --pack bj-2016 --member 王敏 --member 陈静": "lxyz init branch-03/ --name 第三党支部 --pack bj-2016 --member 王敏 --member 陈静",
    "lxyz init --members 名单.txt --ci gitlab": "lxyz init --members members.txt --ci gitlab",
    "在终端里没写的会问；不在终端里不问。已有的文件一个也不动。名单一行一个，姓名后面可以写转入日期。": "At a terminal it asks for what was not given, elsewhere not. Existing files are not "
    "touched. A list of members has one per line; a day of joining may follow the name.",
    "lxyz check 各支部/ --jobs 4 --fail-on should": "lxyz check branches/ --jobs 4 --fail-on should",
    "OLD、NEW 可以是 json 报告、日子、git 的提交；不写 NEW 是现在的文件。"
    "提交里的文件另外读出来，工作区一个字也不动。": "OLD and NEW are each a JSON report, a day, or a git commit; without NEW it is the "
    "files as they are. Those of a commit are read apart, the work tree is not touched.",
    "lxyz diff main    现在的文件和 main 比，都算到今天": "lxyz diff main    the files as they are against main, both as of today",
    "lxyz diff main...HEAD    这个分支从 main 分出来以后改了什么": "lxyz diff main...HEAD    what this git branch changed since it left main",
    "lxyz diff 2016-06-30 2016-09-30 --path branch-11/    同一份台账，从这一天到那一天": "lxyz diff 2016-06-30 2016-09-30 --path branch-11/    the same records on two days",
    "lxyz diff 上月.json    lxyz check --format json --output 上月.json 写的报告": "lxyz diff last.json    a report of lxyz check --format json --output last.json",
    "退出码：0 没有达到门槛的变差；1 有；2 用法、git 或规则包有误；3 没有可比的支部。": "Exit codes: 0 nothing became worse at or above the threshold; 1 something did; "
    "2 usage, git or a rule pack; 3 no branch to compare.",
    "lxyz next branch-11/ --output 提醒.ics    导入日历，提前三天提醒": "lxyz next branch-11/ --output due.ics    for a calendar, reminds three days before",
    "退出码：0 读完了，不论有没有要到期的；2 用法或规则包有误；3 没有可看的支部，或有支部用不了。": "Exit codes: 0 all was read, whether anything comes due or not; 2 usage or a rule "
    "pack; 3 no branch, or one that cannot be used.",
    "lxyz plan branch-11/ --as-of 2016-09-30    年中补救：还能补的都排上": "lxyz plan branch-11/ --as-of 2016-09-30    within a year: all that can still be done",
    "lxyz plan branch-11/ --year 2017 --output branch-11/2017年计划.yaml": "lxyz plan branch-11/ --year 2017 --output branch-11/plan-2017.yaml",
    "lxyz plan branch-11/ --year 2017 --update branch-11/2017年计划.yaml    只补缺的": "lxyz plan branch-11/ --year 2017 --update branch-11/plan-2017.yaml    adds what is missing",
    "lxyz plan 各支部/ --year 2017 --output 计划/    几个支部一起排，同一个人不会同一天两处开会": "lxyz plan branches/ --year 2017 --output plans/    several branches together: nobody "
    "is to be in two places on one day",
    "退出码：0 计划照办就没有缺口（已误的除外）；1 有合不拢的，不写计划（--partial 除外），"
    "或有要自己写进计划的；2 用法或规则包有误；3 没有可计划的支部。": "Exit codes: 0 the plan leaves no gap but what is missed already; 1 something does "
    "not fit, and no plan is written (except with --partial), or something is left for you "
    "to write into it; 2 usage or a rule pack; 3 no branch to plan for.",
    "lxyz fix branch-11/ --diff    先看要改什么，不写文件": "lxyz fix branch-11/ --diff    shows what would be fixed, writes nothing",
    "只动写错的那几个字，注释、次序、换行都不动；拿不准的不改，照 lxyz check 的提示改。"
    "退出码：0 已改好或没有可改的；1 --diff 时有可改的；2 用法有误或文件写不了；3 没有支部。": "Only the wrong characters are touched; comments, order and line ends stay. What is "
    "doubtful is left: lxyz check says how to fix it. Exit codes: 0 fixed, or nothing "
    "to fix; 1 with --diff something to fix; 2 usage, or a file that cannot be "
    "written; 3 no branch.",
    "再运行一次，改好了的就从基线里去掉；新的缺口不会自己进去，要写 --add。": "Run again, it drops what was made good; new gaps are added only with --add.",
    "lxyz baseline branch-11/ --dry-run    只说会怎样，不写文件": "lxyz baseline branch-11/ --dry-run    says what it would do, writes nothing",
    "退出码：0 写好了；2 用法或规则包有误；3 没有支部，或有支部用不了。lxyz check --no-waivers 不管基线。": "Exit codes: 0 written; 2 usage or a rule pack; 3 no branch, or one that cannot be "
    "used. lxyz check --no-waivers ignores it.",
    "退出码：0 列好了；2 用法有误；3 没有支部，或有支部用不了。": "Exit codes: 0 listed; 2 usage; 3 no branch, or one that cannot be used.",
}
_OPTIONS = {
    "显示版本。": "Shows the version.",
    "文件夹。": "The folder.",
    "支部名称。": "Name of the branch.",
    "规则包（可重复）；有哪些见 lxyz rules。": "A rule pack (may be repeated); lxyz rules lists them.",
    "上级党组织。": "The Party organisation above.",
    "书记。": "The secretary.",
    "党员（可重复）。": "A member (may be repeated).",
    "党员名单文件，一行一个；- 为标准输入。": "A file that lists the members, one per line; - is standard input.",
    "从哪一年记起。": "The first year of the records.",
    "哪一家的 CI。": "Whose CI.",
    "CI 从哪里装 lxyz：git+https 地址、lxyz==版本，或 wheel 文件（抄进去）。": "Where CI installs lxyz from: a git+https address, lxyz==version, or a wheel (it "
    "is copied).",
    "语言：zh 或 en。": "The language: zh or en.",
    "颜色。NO_COLOR、FORCE_COLOR 也有效。": "Colours. NO_COLOR and FORCE_COLOR are honoured.",
    "支部文件夹，或装有多个支部的文件夹。": "Folders of branches, or folders with several.",
    "检查到哪一天，如 2016-09-30。": "The day of the check, such as 2016-09-30.",
    "检查哪一年。": "The year to check.",
    "只用这些规则包（可重复），代替 branch.yaml 里的。": "Only these rule packs (may be repeated), instead of those of branch.yaml.",
    "输出格式，可重复。": "The format; may be repeated.",
    "写到文件，不写到屏幕；属于它前面的那个格式。": "Writes to a file, not to the screen; it belongs to the format before it.",
    "退出码为 1 的门槛。": "How bad a finding must be for exit code 1.",
    "另外列出：met 已达标及其记录、open 未到期、folded 已归并、not-applicable 不适用、all。": "Also lists: met, with its records; open; folded; not-applicable; all.",
    "假设照这份计划办下去（lxyz plan 写的文件），缺口还剩哪些。": "Which gaps would remain if this plan (written by lxyz plan) were carried out.",
    "和这个提交、日子或 json 报告比：github、markdown 另外说变了什么。": "Compares with a commit, a day or a JSON report: github and markdown also say what "
    "changed.",
    "参数是改动的文件：只列出这些文件里写错的、写漏的（供 pre-commit 用）。": "The arguments are changed files: lists only what is wrong or missing in these "
    "(for pre-commit).",
    "算上豁免和基线；--no-waivers 看本来的样子。": "Honours waivers and the baseline; --no-waivers shows things as they are.",
    "人名换成代号（党员01），每次、每种格式都一样；给外面的人看时用。": "Replaces names by pseudonyms (党员01), the same in each run and format; for outsiders.",
    "同时检查几个支部；0 为全部核心。": "How many branches are checked at once; 0: as many as there are cores.",
    "显示进度条。": "Shows progress.",
    "从前：报告、日子或提交。": "Before: a report, a day or a commit.",
    "后来：报告、日子或提交。": "Afterwards: a report, a day or a commit.",
    "支部文件夹，或装有多个支部的文件夹（可重复）。": "A folder of a branch, or with several (may be repeated).",
    "输出格式。": "The format.",
    "写到文件，不写到屏幕。": "Writes to a file, not to the screen.",
    "变差到什么程度退出码是 1。": "What must become worse for an exit code of 1.",
    "all：一件也不省略。": "all: leaves nothing out.",
    "看今后几天。": "How many days ahead.",
    "从哪一天看起。": "Looks ahead from this day.",
    "计划哪一年。": "The year to plan.",
    "从哪一天起排。": "Plans from this day on.",
    "写成新文件（几个支部：写进这个文件夹，各一份）；已有的不会覆盖。": "Writes a new file (of several branches: one each into this folder); nothing is "
    "overwritten.",
    "往这份计划里补缺的，原文不动。": "Adds what is missing to this plan; what is there stays as it is.",
    "有合不拢的也写出其余部分。": "Writes the rest even where something does not fit.",
    "规则名，如 bj-2016/collective-study-eight。": "A rule, such as bj-2016/collective-study-eight.",
    "支部文件夹，或其中的文件。": "Folders of branches, or files in them.",
    "只显示要改什么，不写文件。": "Shows what would be fixed, writes nothing.",
    "把 GBK、UTF-16 和带 BOM 的文件也转成 UTF-8。": "Makes UTF-8 of files in GBK or UTF-16, or with a BOM, too.",
    "把新的缺口也接受下来。": "Accepts new gaps too.",
    "只说会怎样，不写文件。": "Says what it would do, writes nothing.",
    "哪一种：record（记录）、branch（branch.yaml）、unit（unit.yaml）、pack（规则包）、"
    "report（报告）、diff（比较）或 next（近期要办的事）。": "Which one: record, branch (branch.yaml), unit (unit.yaml), pack (rule pack), "
    "report, diff, or next (what comes due).",
    "规则包名或文件夹；不写为全部。": "Names or folders of packs; all if none is given.",
    "新规则包的文件夹，如 city-2016。": "The folder of the new pack, such as city-2016.",
    "规则包名。": "Name of the pack.",
    "标题。": "Its title, in Chinese.",
    "英文标题。": "Its title in English.",
    "什么文件，谁对谁说的。": "Which document, by whom, for whom.",
    "文件讲的年度。": "The year of which the document speaks.",
}
_DEFAULTS = {
    "当前文件夹": "this folder",
    "文件夹名": "name of the folder",
    "第一个党员": "the first member",
    "今年": "this year",
    "这个 lxyz 是从哪里装的": "where this lxyz was installed from",
    "今天（北京时间）": "today in Beijing",
    "终端 text，管道 lines": "text at a terminal, lines in a pipe",
    "现在的文件": "the files as they are",
    "text，文件看扩展名": "text, of a file by its ending",
    "当年": "the year of the day",
    "终端 text，管道 yaml，文件看扩展名": "text at a terminal, yaml in a pipe, of a file by its ending",
    "包名": "name of the pack",
}
ENGLISH = _COMMANDS | _BELOW | _OPTIONS | _DEFAULTS
"""A paragraph of help in Chinese, its lines joined, and the same in English."""


def in_english(command: Any) -> None:
    """Gives a command and all below it English help."""
    command.help = _english(command.help)
    command.epilog = _english(command.epilog)
    for parameter in command.params:
        for name in ("help", "show_default"):
            told = getattr(parameter, name, None)
            if isinstance(told, str):
                setattr(parameter, name, _english(told))
    for inner in getattr(command, "commands", {}).values():
        in_english(inner)


def _english(text: str | None) -> str | None:
    if text is None:
        return None
    paragraphs = ("".join(one.split("\n")) for one in text.strip().split("\n\n"))
    return "\n\n".join(ENGLISH.get(one, one) for one in paragraphs)
