"""Values that stand for something just by being there, and say that there is nothing:
措施: 待研究, 主题: 未定, 外出流动: 未核查; and a sitting that says that there was none.

Of the words that rules look for `lxyz.denial` decides. Here no word is looked for: a
measure, a theme or a section is one whatever it says. What merely speaks of something
undone (督促未完成任务的党员, 没有调查就没有发言权) does not say it of itself.
"""

from __future__ import annotations

from lxyz.denial import affirmed, may_deny
from lxyz.late import late

_HINT = late(
    "[未没无待]|[暂空]缺|^缺$|暂缓|取消|推迟|延期|顺延|停办|作罢|停开|不曾|来不及|另定|另行"
)
_NOT = (
    "(?:(?<!有)(?:尚|暂|还|并|均|都|仍|一直)?(?:未能|未曾|未|没能|没有|没)"
    "|从未|从没有|不曾|来不及|未来得及)"
)
_HOW = "(?:先|再|按时|按期|如期|及时|专门|集中|统一|单独)?"
# What a branch does. Not what it finds (未发现, 未查出), nor who came (未参加, 未到).
_DO = (
    "(?:开展|进行(?!时)|组织|召开|开会|举行|举办|完成(?!时|的|任务|事项)|实施"
    "|落实(?!的|任务|事项)|安排|做(?!到)|作(?!用|为|风|答)|搞|办理|学(?!完|透|深|会|懂)"
    "|查摆|查找|查|排查|核查|核对|核实|摸底|摸排|上报|报送|提出(?!异议|反对|不同|意见)|提交"
    "|列出|拿出|制定|制订|通报|确定|明确|要求|研究|讨论|传达|采用|采取|公开|征求|发放|发问卷"
    "|走访|形成|拟定|考虑|设定|定)(?![出到见现])"
)
_OF_OTHERS = (
    "(?![^，。；]*的(?:人|党员|同志|事项|任务|问题|原因|情况|支部|单位|部分|内容))"
)
_WHY = "(?:因|由于)[^，。；,;]{0,16}?"
_OFF = (
    "(?<![不再研究讨论资格预备转正])(?:因故|临时|暂时|已经|已|均|全部|全)?"
    "(?:取消|停办|停开|暂缺|暂缓|推迟|延期|顺延|作罢)(?:了|进行|开展|举行|召开)?"
    "(?:[到至].{0,12})?"
)
_OPEN = (
    "(?:暂无|暂缺|空缺|未定|另定|另行(?:安排|通知|研究)|(?:还)?没有定"
    "|(?<![期等对善接招])待(?:定|补|补充|研究|安排|制定|制订|明确|完善|确定|落实|开展|核查|核实|排查|查))"
)
_BEGINS = late(f"(?:{_WHY})?(?:{_NOT}{_HOW}{_DO}{_OF_OTHERS}|(?:{_OFF}|{_OPEN})$)")
_ENDS = late(f"(?:{_NOT}{_HOW}{_DO}(?:过|成|了)?|{_OFF}|{_OPEN})$")
_MARK = late(r"\s*[：:（(，,。；;！!\n]\s*")
_TAIL = " 　）)。，,；;！!、"
# Who is meant by what stands before it: 督促未学, 对未交…
_OTHERS = tuple("对 给 为 向 将 把 有 督促 催促 催 提醒 因".split())
_ASKED = late(
    "是否|有没有|有无|为什么|为何|怎样|如何|能否|[？?]|就(?:没|不|无)|(?:预备|转正).*延期"
)
_NOTHING = frozenset("无 没有 缺 none None".split())
# How a sitting is told of that did not come about.
_SITTING = late(
    "(?:原定|原计划|本次|此次|本月|当日|当天|计划)?.{0,12}?"
    f"(?:{_WHY})?(?:{_NOT}{_HOW}(?:开展|进行|组织|召开|举行|举办|实施|开成|办成|讲|学|办|开)(?:成|了)?"
    f"|{_OFF})$"
)
_MADE_UP = late("补|改为|改在|改到|现|今|后来|随后|上次|上周|上月|上期|再次|重新|恢复")


def is_denied(text: str, *, empty: bool = True) -> bool:
    """Whether a value says that there is nothing behind it: 未核查, 结合尚未研究, 待定.

    `empty`: 无 alone says so too (no measure), as it does not where it is an answer
    (nobody is away).
    """
    first = _first(text)
    if not _HINT.search(first) or _ASKED.search(text):
        return False
    if first in _NOTHING:
        return empty
    if _BEGINS.match(first):
        return True
    if found := _ENDS.search(first):
        return not first[: found.start()].endswith(_OTHERS)
    return may_deny(text) and affirmed(text) == ""


def was_not_held(text: str) -> bool:
    """Whether what is told of a sitting says that there was none: 因农忙未开展, 因故取消;
    not where it tells of another one, or of how it was made up for."""
    first = _first(text)
    if not _HINT.search(first) or _MADE_UP.search(text) or _ASKED.search(text):
        return False
    return _SITTING.match(first) is not None


def _first(text: str) -> str:
    return _MARK.split(text.strip(_TAIL), maxsplit=1)[0]
