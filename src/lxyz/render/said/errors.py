"""Sentences for what ends a run: (Chinese, English) by code; see `said/files`."""

from __future__ import annotations

ERRORS: dict[str, tuple[str, str]] = {
    "E201": (
        "{option} 不能是“{value}”，可以是：{allowed}",
        "{option} cannot be “{value}”; choose from {allowed}",
    ),
    "E202": (
        "“{value}”不是日期，写成 {shown}",
        "“{value}” is no date; write {shown}",
    ),
    "E214": (
        "没有 {value} 这一天[[，是否 {shown}？]]",
        "there is no such day: {value}[[; did you mean {shown}?]]",
    ),
    "E203": (
        "写不了 {path}：{why}",
        "cannot write {path}: {why}",
    ),
    "E204": (
        "命令行读不懂：{text}（lxyz --help 看用法）",
        "{text} (see lxyz --help)",
    ),
    "E215": (
        "“{value}”的星期不对，那天是{shown}",
        "“{value}”: the weekday does not agree (it is {shown})",
    ),
    "E205": (
        "没有 {option} 这个选项[[，是否 {like}？]]",
        "no such option: {option}[[; did you mean {like}?]]",
    ),
    "E206": (
        "还缺 {name}[[（{what}）]]；lxyz --help 看用法",
        "{name} is missing; see lxyz --help",
    ),
    "E207": (
        "{option} 不能是“{value}”，要写整数[[，至少 {ge}]][[，至多 {le}]]",
        "{option} must be a whole number, not “{value}”[[, {ge} at least]][[, {le} at most]]",
    ),
    "E208": (
        "{option} 后面要写值（lxyz --help 看用法）",
        "{option} needs a value (see lxyz --help)",
    ),
    "E209": (
        "多写了 {text}（lxyz --help 看用法）",
        "unexpected: {text} (see lxyz --help)",
    ),
    "E220": (
        "{path} 已经有了，没有改动；换一个文件名，或者先移开它",
        "{path} is there already and was left alone; choose another name",
    ),
    "E221": (
        "{year}年在 {day} 之前已经过完，没有日子可排；看缺什么：lxyz check --year {year}",
        "{year} is over by {day}, no day left; what it lacks: lxyz check --year {year}",
    ),
    "E231": (
        "不知道 {output} 用什么格式写：在它前面写 --format，一个 --output 配一个 --format",
        "no format for {output}: put a --format before it, one for each --output",
    ),
    "E232": (
        "屏幕上只能有一种格式（写了 {formats}）：后面加 --output，写到文件",
        "only one format fits the screen ({formats}): add an --output to the others",
    ),
    "E234": (
        "有一个路径是空的（变量没有值？）：写上文件夹，当前文件夹写 .",
        "a path is empty (a variable without value?): name a folder, or . for this one",
    ),
    "E233": (
        "{path} 写了两次：每种格式各用一个文件",
        "{path} is named twice: each format needs a file of its own",
    ),
    "E222": (
        "写 {format} 要先装 {library}：pip install {library}",
        "{format} needs {library}: pip install {library}",
    ),
    "E223": (
        "{path} 在读它以后改过，没有动它；再运行一次",
        "{path} has changed since it was read and was left alone; run this again",
    ),
    "E225": (
        "{path} 里有读不懂的地方（见上），先改好再补",
        "{path} has parts that cannot be read (see above); fix them first",
    ),
    "E226": (
        "{path} 只有一条记录，没有写成列表，加不进别的记录：第一行前加“- ”，其余各行缩进两格",
        "{path} holds one record and no list: put “- ” before it and indent its other lines by two",
    ),
    "E227": (
        "--update 只往 YAML 记录里补，不和 {option} 一起用",
        "--update adds to YAML records only; leave {option} out",
    ),
    "E228": (
        "{path} 补上这些就太长，读不了了，没有动它；另写一份：--output",
        "{path} would become too long to be read and was left alone; use --output",
    ),
    "E224": (
        "{format} 要写成文件：--output 计划.{format}",
        "{format} is written to a file: --output plan.{format}",
    ),
    "E210": (
        "没有“{rule}”这条规则[[，是否 {like}？]]（lxyz rules 列出全部）",
        "there is no rule “{rule}”[[; did you mean {like}?]] (lxyz rules lists all)",
    ),
    "E211": (
        "{option} 后面不写值",
        "{option} takes no value",
    ),
    "E212": (
        "没有 {name} 这个命令[[，是否 {like}？]]（有：{known}）",
        "there is no command {name}[[; did you mean {like}?]] (there are {known})",
    ),
    "E213": (
        "{path} 不是命令；检查它写：lxyz check {path}",
        "{path} is no command; to check it: lxyz check {path}",
    ),
    "E216": (
        "{path} 里已有 {file}，不覆盖；换一个文件夹",
        "there is a {file} in {path} already; name another folder",
    ),
    "E217": (
        "规则包名[[“{id}”]]不行，只用小写字母、数字、连字符，如 city-2016：--id city-2016",
        "[[“{id}” is ]]no id of a pack: small letters, digits, hyphens; --id city-2016",
    ),
    "E218": (
        "年度 {year} 不行，写 1901 到 2198",
        "the year {year} is out of range: 1901 to 2198",
    ),
    "E239": (
        "{value} 太远：年份要在1900到2199之间",
        "{value} is too far off: years go from 1900 to 2199",
    ),
    "E240": (
        "用哪个规则包？如 --pack bj-2016（有：{known}）",
        "which rule pack? such as --pack bj-2016 (there are {known})",
    ),
    "E250": (
        "几个支部的 {format} 计划要写成文件，一个支部一份：--output 文件夹",
        "plans of several branches as {format} are written to files: --output FOLDER",
    ),
    "E251": (
        "{option} 一次只用于一个支部：写那个支部的文件夹",
        "{option} is for one branch at a time: name its folder",
    ),
    "E255": (
        "{path} 是文件夹；OLD、NEW 写提交、日子或 json 报告，支部文件夹写 --path {path}",
        "{path} is a folder; OLD and NEW are commits, days or JSON reports: --path {path}",
    ),
    "E256": (
        "{option} 没有用处：OLD 和 NEW 自己都定了，去掉它",
        "{option} is of no use: OLD and NEW settle it themselves; leave it out",
    ),
    "E257": (
        "{one} 和 {other} 不能一起用，去掉一个",
        "{one} and {other} do not go together; leave one out",
    ),
    "E258": (
        "--since 用于 --format github 和 markdown；看变了什么：lxyz diff {since}",
        "--since is for --format github and markdown; to see what changed: lxyz diff {since}",
    ),
    "E260": (
        "读不了报告 {path}：{why}",
        "cannot read the report {path}: {why}",
    ),
    "E261": (
        "{path}:{line}:{column} 不是 JSON，可能没有写完：重新用 lxyz check --format json 写一份",
        "{path}:{line}:{column} is no JSON, or is cut off: write it anew with lxyz check --format json",
    ),
    "E262": (
        "{path} 不是这个版本读得懂的报告[[（它写的是“{found}”）]]，要 {known}：用 lxyz check --format json 写",
        "{path} is no report that this version reads[[ (it says “{found}”)]]; it must be {known}: lxyz check --format json",
    ),
    "E263": (
        "{path} 太大，最多读 {most} MB：按支部分开写报告，分开比",
        "{path} is too large, {most} MB at most: write reports of fewer branches",
    ),
    "E264": (
        "{path} 里的 {where} 缺了或者不对：报告改过，或是旧版本写的，重新用 lxyz check --format json 写一份",
        "{where} in {path} is missing or wrong: the report was changed, or is of an older version; write it anew with lxyz check --format json",
    ),
    "E270": (
        "和提交比要用 git，这台机器上没有：装上 git，或者比两份 json 报告",
        "comparing commits needs git, and there is none here: install it, or compare two JSON reports",
    ),
    "E271": (
        "{path} 不在 git 仓库的工作区里，没有提交可比[[（git：{why}）]]",
        "{path} is in no work tree of git: there are no commits[[ (git: {why})]]",
    ),
    "E272": (
        "“{name}”不是提交、分支、日子或 json 报告[[，是否 {like}？]]",
        "“{name}” is no commit, branch, day or JSON report[[; did you mean {like}?]]",
    ),
    "E273": (
        "这是浅克隆，里面没有“{name}”：git fetch --unshallow；CI 里 fetch-depth: 0 或 GIT_DEPTH: 0",
        "“{name}” is not in this shallow clone: git fetch --unshallow; in CI fetch-depth: 0 or GIT_DEPTH: 0",
    ),
    "E274": (
        "git 读不出 {name} 的内容（{root}）：仓库不完整，git fetch 或 git submodule update 以后再试",
        "git cannot read what {name} holds ({root}): the repository is not whole; git fetch or git submodule update, and try again",
    ),
    "E275": (
        "{path} 不在仓库 {root} 里：一次比一个仓库",
        "{path} is not in the repository {root}: compare one repository at a time",
    ),
    "E241": (
        "读不了名单 {path}：{why}",
        "cannot read the list {path}: {why}",
    ),
    "E242": (
        "读不了 {path}：{why}",
        "cannot read {path}: {why}",
    ),
    "E244": (
        "CI 到不了文件夹 {path}：--source 写 git+https 地址，或一个 wheel 文件（抄进 .lxyz/）",
        "CI cannot reach the folder {path}: name a git+https address, or a wheel file",
    ),
    "E243": (
        "{path} 不是 lxyz 的基线：从 git 里取回它，或者删去后重做",
        "{path} is no baseline of lxyz: take it from git again, or delete it",
    ),
    "E236": (
        "看不出 {path} 要写成哪种格式；后缀写成 {known} 之一，或加 --format",
        "the name {path} does not say its format; end it with one of {known}, or add --format",
    ),
    "E237": (
        "{path} 是记录用的后缀，没有写：报告换一个，如 报告.json",
        "{path} is named like a record, nothing was written; name the report otherwise, as report.json",
    ),
    "E238": (
        "{path} 不是可以盖掉的报告，没有改动：换一个文件名",
        "{path} is no report that may be written over, and was left alone; choose another name",
    ),
    "E235": (
        "结果没有写完：屏幕（标准输出）{why}",
        "not all could be written to the screen (standard output): {why}",
    ),
    "E301": (
        "读不了 {path}：{why}",
        "cannot read {path}: {why}",
    ),
    "E302": (
        "{path} 里没有支部：支部文件夹要有 branch.yaml",
        "no branch in {path}: a branch folder has a branch.yaml",
    ),
    "E303": (
        "{path} 是一个文件；要写文件夹：lxyz check {folder}",
        "{path} is a file; name a folder: lxyz check {folder}",
    ),
    "E304": (
        "{path} 在支部 {folder} 里面，一次检查整个支部：lxyz check {folder}",
        "{path} lies in the branch {folder}; check it as a whole: lxyz check {folder}",
    ),
    "E306": (
        "当前文件夹已经不在了（删了，或者改了名）：换到别的文件夹再运行",
        "the working directory is gone (deleted or renamed): run this from another",
    ),
    "E305": (
        "{path} 的 branch.yaml 用不了，哪里要改：lxyz check {path}",
        "the branch.yaml of {path} cannot be used; how to fix it: lxyz check {path}",
    ),
    "E700": (
        "lxyz 自身出错（{what}），请把这一行和版本号告诉维护的人",
        "a defect of lxyz itself ({what}); please report this line and the version",
    ),
    "E702": (
        "这些文件都不在支部文件夹（有 branch.yaml 的）里，没有要查的",
        "none of these files lies in a branch (a folder with branch.yaml): nothing to check",
    ),
    "E704": (
        "{path} 里有 YAML 文件，没有 branch.yaml：不当作支部，没有检查",
        "{path} holds YAML files but no branch.yaml: it is no branch, and was not checked",
    ),
    "E701": (
        "没有 YAML 的 C 解析器，读得慢十倍：重装 PyYAML 的官方轮子即可",
        "no C parser of YAML: reading is ten times slower; reinstall PyYAML's wheel",
    ),
    "P001": (
        "找不到规则包“{pack}”[[，是否 {like}？]]（现有：{known}；自己的规则包写文件夹路径）",
        "no rule pack “{pack}”[[; did you mean {like}?]] (there are {known}; name your own by its folder)",
    ),
    "P005": (
        "还没有 {file}；写法见 docs/from-document-to-pack.md",
        "there is no {file} yet; see docs/from-document-to-pack.md",
    ),
    "P004": (
        "找不到规则包：{pack} 里没有 pack.yaml[[（从 {base} 算起）]]",
        "no rule pack: there is no pack.yaml in {pack}[[ (seen from {base})]]",
    ),
    "P002": (
        "规则包写法有误：{file} 第 {line} 行：{text}[[（另有 {more} 处）]]",
        "the rule pack cannot be used: {file}, line {line}: {text}[[ ({more} more)]]",
    ),
    "E248": (
        "{option} 只用于 lxyz schema record，{what} 的不随规则包变；去掉它",
        "{option} is for lxyz schema record; that of {what} is the same for all packs",
    ),
    "P006": (
        "规则包 {pack} 所说的“{kind}”和另一个规则包的不是一类记录；改其中一个的 kinds",
        "pack {pack} means another kind of record by {kind} than another pack; change kinds in one",
    ),
    "P007": (
        "两个规则包都叫 {pack}：{one} 和 {other}；只留一个，或者改其中一个的 id",
        "two packs are called {pack}: {one} and {other}; name one only, or change an id",
    ),
    "P003": (
        "规则包 {pack} 的参数不合用：{text}；核对 branch.yaml 里的“参数”",
        "a parameter of pack {pack} does not fit: {text}; check params in branch.yaml",
    ),
}
