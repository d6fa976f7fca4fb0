"""A branch whose records name people wherever they can, and odd names to fill in."""

from __future__ import annotations

from pathlib import Path

# {0}…{3} are members, {4} is an outsider who speaks, {5} one who approves, {6} a guest.
FILES = {
    "branch.yaml": """\
名称: {0}支部
规则包: b11-2016、bj-2016
支委会:
  - {{姓名: {0}, 职务: 书记, 任职日期: 2014-11-20}}
  - {{姓名: {1}, 职务: 组织委员, 任职日期: 2014-11-20}}
党小组:
  - {{名称: {1}小组, 组长: {1}, 党员: {0}、{1}、{2}、{3}}}
党员:
  - {{姓名: {0}、{1}, 起: 2014-11-20}}
  - {{姓名: {2}, 起: 2015-03-01, 级别: 处级}}
  - {{姓名: {3}, 起: 2015-06-01, 长期请假: {{原因: 陪护{2}, 起: 2016-03-01, 止: 2016-12-31}}}}
豁免:
  - {{类型: 豁免, 规则: bj-2016/dues-each-month, 党员: {2}, 日期: 2016-01-05, 起: 2016-01-01, 止: 2016-12-31, 原因: "{2}病假，{1}代办", 审定人: {5}}}
""",
    "2016/计划-{1}.yaml": """\
类型: 学习计划
日期: 2016-03-31
状态: 完成
条目:
  - {{时段: 2016-05, 类型: 集体学习, 专题: 向{0}学习, 责任人: {1}}}
  - {{时段: 2016-11, 类型: 党课, 内容: "{2}谈体会", 地点: {3}家, 责任人: {2}}}
""",
    "2016/党课-{2}.yaml": """\
类型: 党课
日期: 2016-08-05
主题: "{4}和{0}谈初心"
主持人: {0}
出席情况: {{出席: 全体, 请假: "{1}（看望{2}）", 列席: "{6}"}}
发言:
  - {{姓名: {2}, 角色: 主讲}}
  - {{姓名: {4}, 角色: 主讲, 来自: 市委党校}}
附件: 材料/心得体会-{1}.md
""",
    "2016/取消.yaml": """\
- {{类型: 支委会, 日期: 2016-06-03, 状态: 取消, 原因: "{0}出差"}}
- {{类型: 支委会, 日期: 2016-05-03, 主持人：{1}, 出席情况: 全体}}
""",
    "2016/人工.yaml": """\
- {{类型: 人工确认, 规则: bj-2016/avoid-formalism, 日期: 2016-06-30, 结论: 是, 由谁: {5}}}
- {{类型: 党员大会, 日期: 2016-07-01, 主持人: {0}, 出席情况: {{出席: "{0}、{1}", 缺席: "{3}（公务）"}}}}
""",
}
NEUTRAL = ("甲甲甲", "乙乙乙", "丙丙丙", "丁丁丁", "戊戊戊", "己己己", "庚庚庚")
ODD = (
    "王芳",
    "王芳华",
    "芳华",
    "高山",
    "任重远",
    "欧阳高山",
    "党日",
    "党课",
    "买买提·吐尔逊",
    "Anna Li",
    "An",
    "李　娜",
    "李娜2",
    "习方",
    "和平",
    "学习",
    "㐀𠮷",
)


def write(folder: Path, names: tuple[str, ...]) -> Path:
    """The branch with these people, seven of them."""
    branch = folder / f"{names[0]}的支部"
    for name, text in FILES.items():
        file = branch / name.format(*names)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(*names), "utf-8")
    note = branch / f"材料/心得体会-{names[1]}.md"
    note.parent.mkdir()
    note.write_text(f"{names[1]}的体会", "utf-8")
    return branch
