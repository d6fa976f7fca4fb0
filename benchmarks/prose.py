"""Made-up minutes: sentences of our own, put together at random from a fixed seed."""

from __future__ import annotations

from itertools import cycle
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = (
    "敏 静 磊 洋 娜 强 军 杰 涛 明 超 秀英 建国 文博 晓峰 丽华 志远 佳怡 子涵 海燕 "
    "玉兰 国庆 思源 雨桐 立新 春梅 永康 一帆 嘉禾 振宇 慧敏 长青"
).split()

MATERIALS = (
    "《中国共产党章程》",
    "《中国共产党廉洁自律准则》",
    "《中国共产党纪律处分条例》",
    "《中国共产党党员权利保障条例》",
    "《系列重要讲话读本》",
    "《向榜样学习》",
)
PLACES = ("三层会议室", "党员活动室", "二层报告厅", "五层小会议室", "图书室")
REASONS = ("出差", "公出", "会议", "病假", "事假", "休假", "学习")
TOPICS = (
    "对党忠诚，做合格党员",
    "严守纪律，做合格党员",
    "务实担当，做合格党员",
    "学做结合，知行合一",
)
PROBLEMS = (
    "集中学习的形式单一，讨论不够充分",
    "党小组会的议题准备不足，临时凑题",
    "谈心谈话次数偏少，年轻党员谈得不够",
    "窗口服务的回访没有形成制度",
    "学习笔记质量参差不齐，检查不及时",
)
MEASURES = (
    "每季安排一次现场学习，会前一周发出讨论题",
    "会前三天由组长定好议题并报支委会",
    "支委分片包干，每月至少谈两人，做好登记",
    "每月回访一次，结果在支委会上通报",
    "党小组长每月翻阅一次，季度末展示优秀笔记",
)

_SENTENCES = (
    "会议先由主持人说明本次安排，并对上一次布置的事项逐项作了回顾",
    "大家逐段朗读原文，遇到不易理解的地方停下来讨论，读得慢，但读得细",
    "领学人结合本处室的工作讲了三点体会，重点放在怎样把要求落到每一天的岗位上",
    "有同志提出，窗口前的一句耐心解释，往往比一份漂亮的总结更能说明问题",
    "青年党员谈到自己第一次独立办件时的紧张，以及老同志手把手带教的经过",
    "会上对照要求查找差距，普遍感到学得还不够系统，联系实际还不够紧密",
    "针对材料流转慢的问题，大家商量把两道签批合并为一道，下周起先试行一个月",
    "老党员回忆了刚入党时参加义务劳动的情景，勉励大家把好作风接过来、传下去",
    "讨论中意见并不完全一致，主持人请持不同看法的同志把理由讲完，再由大家评议",
    "关于值班安排，会议同意由两个党小组轮流负责，遇有特殊情况提前一天调换",
    "缺席的同志由党小组长在一周之内补课，补课情况记入各自的学习笔记",
    "大家认为，纪律不是写在墙上的，迟到早退、开会看手机这样的小事最见真章",
    "支部对近期的学习笔记作了抽查，十二本中有三本记得过于简单，已当面提醒",
    "社区的同志介绍了辖区内独居老人的情况，支部认领了其中四户的定期走访",
    "会议通报了上月服务台的回访结果，满意的占多数，不满意的两件都已说明原因",
    "几位同志结合审批改革谈了想法，认为减一张表比多开一次会更有用",
    "主持人归纳了讨论中的共识，要求把能办的事情先办起来，不等不靠",
    "参观结束后，大家在展厅外围坐交流，谈得最多的是条件艰苦时那一股认真劲儿",
    "会议提醒全体党员注意保管材料，涉及工作内容的文件不得带离办公场所",
    "下一次学习仍在周五下午，请各党小组提前三天把讨论题目报给组织委员",
    "有同志建议把每次发言压到五分钟以内，留出时间相互提问，与会党员表示赞成",
    "支部书记最后说，学一次就要有一次的收获，哪怕只改掉一个小毛病，也不算白学",
    "会上还交流了各自读书的方法，有人习惯边读边抄，有人习惯读完一章写几句提要",
    "对新来的同志，会议请同一处室的党员多作介绍，帮助他们尽快熟悉工作和支部生活",
)


def paragraphs(random: Random, characters: int, indent: str) -> str:
    """Some paragraphs of about so many characters, each line indented."""
    lines, line, written = [], "", 0
    in_turn = cycle(random.sample(_SENTENCES, len(_SENTENCES)))
    while written < characters:
        sentence = next(in_turn) + "。"
        written += len(sentence)
        line += sentence
        if len(line) > 110:
            lines.append(line)
            line = ""
    if line:
        lines.append(line)
    return "\n".join(indent + text for text in lines)


def sentence(random: Random) -> str:
    """One sentence without its full stop."""
    return random.choice(_SENTENCES)


def people(random: Random, count: int) -> list[str]:
    """So many different names."""
    every = [surname + given for surname in SURNAMES for given in GIVEN]
    return random.sample(every, count)
