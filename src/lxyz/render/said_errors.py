"""Sentences for what ends a run: (Chinese, English) by code; see `said_files`."""

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
    "E203": (
        "写不了 {path}：{why}",
        "cannot write {path}: {why}",
    ),
    "E204": (
        "命令行读不懂：{text}（lxyz --help 看用法）",
        "{text} (see lxyz --help)",
    ),
    "E205": (
        "没有 {option} 这个选项[[，是否 {like}？]]",
        "no such option: {option}[[; did you mean {like}?]]",
    ),
    "E206": (
        "还缺 {name}（lxyz --help 看用法）",
        "{name} is missing (see lxyz --help)",
    ),
    "E210": (
        "没有“{rule}”这条规则[[，是否 {like}？]]（lxyz rules 列出全部）",
        "there is no rule “{rule}”[[; did you mean {like}?]] (lxyz rules lists all)",
    ),
    "E301": (
        "读不了 {path}：{why}",
        "cannot read {path}: {why}",
    ),
    "E302": (
        "{path} 里没有支部：支部文件夹要有 branch.yaml",
        "no branch in {path}: a branch folder has a branch.yaml",
    ),
    "E700": (
        "lxyz 自身出错（{what}），请把这一行和版本号告诉维护的人",
        "a defect of lxyz itself ({what}); please report this line and the version",
    ),
    "E701": (
        "没有 YAML 的 C 解析器，读得慢十倍：重装 PyYAML 的官方轮子即可",
        "no C parser of YAML: reading is ten times slower; reinstall PyYAML's wheel",
    ),
    "P001": (
        "找不到规则包“{pack}”，现有：{known}；自己的规则包写文件夹路径",
        "no rule pack “{pack}”; there are {known}; write your own as a path",
    ),
    "P002": (
        "规则包写法有误：{file} 第 {line} 行：{text}[[（另有 {more} 处）]]",
        "the rule pack cannot be used: {file}, line {line}: {text}[[ ({more} more)]]",
    ),
    "P003": (
        "规则包 {pack} 的参数不合用：{text}；核对 branch.yaml 里的“参数”",
        "a parameter of pack {pack} does not fit: {text}; check params in branch.yaml",
    ),
}
