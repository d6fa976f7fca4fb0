"""Where a document may be read in more than one way: the reading chosen, in a line.

(Chinese, English) by the number under which rules name it.
"""

from __future__ import annotations

READINGS: dict[str, tuple[str, str]] = {
    "A1": (
        "“七一”前后：6月15日至7月15日算在时，6月、7月的其余日子只提醒",
        "around 1 July: 15 June to 15 July; the rest of June and July only warns",
    ),
    "A2": (
        "“七一”前：5月1日至6月30日算在时，7月1日当天和1至4月只提醒",
        "before 1 July: 1 May to 30 June; 1 July itself and January to April only warn",
    ),
    "A3": ("“某月某日前”“某月底前”都含当天", "“before” a date includes that day"),
    "A4": (
        "“第二天”是次日；次日不上班，顺延到下一个工作日",
        "“the second day” is the next one; if it is no working day, the next that is",
    ),
    "A5": (
        "次日备案只管活动和党课；学习、研讨、组织生活和评议报送不限日期",
        "filing by the next day concerns activities and lectures only",
    ),
    "A6": (
        "“年底”是第四季度；次年1、2月补办的写“计入年度”，算迟办",
        "the end of the year is its fourth quarter; January and February count as late",
    ),
    "A7": (
        "组织生活会按第四季度算，只报一次",
        "the life meeting belongs to the fourth quarter",
    ),
    "A8": (
        "季度按日历算，四个专题的期限另算",
        "quarters are those of the calendar; dates of topics are rules of their own",
    ),
    "A9": ("期限早于文件的，照样要求", "a date before the document itself still binds"),
    "A10": (
        "全年不少于8次和5月起每月一次分别算",
        "eight in the year and one in each month from May are two rules",
    ),
    "A11": (
        "至少三次和每季度一次分别算",
        "three in the year and one in each quarter are two rules",
    ),
    "A12": (
        "“一般每三个月”按日历季度算",
        "“every three months” is the calendar quarter",
    ),
    "A13": ("“每两个月”按1—2月、3—4月……算", "“every two months” are calendar pairs"),
    "A14": (
        "每周按周一至周日算；停学的周要有批准的“不计期间”",
        "weeks run from Monday to Sunday; weeks off need an approved exemption",
    ),
    "A15": (
        "经常性要求从施行后的第一个完整周期算起，以后各年从1月算起",
        "what recurs is asked from the first whole period in force, later from January",
    ),
    "A16": (
        "“经常”“定期”“及时”：一年至少一次是要求，天数只作提醒",
        "“regularly”, “in time”: once a year is asked, numbers of days only warn",
    ),
    "A17": (
        "固定日当天算在时；写明原因、前后三天内改期的也算",
        "the fixed day counts, and one moved by up to three days with a reason",
    ),
    "A18": ("半天按180分钟算，只提醒", "half a day is 180 minutes, and only warns"),
    "A19": (
        "7月上旬和12月底前各一次",
        "once in early July and once by the end of December",
    ),
    "A20": ("“一月的某一周”是每月的某一周", "“a week of the month”, not of January"),
    "A21": (
        "“会前”是会前60天内、不含当天；更早或当天只提醒",
        "before the meeting: within 60 days, not the same day; else it only warns",
    ),
    "A22": (
        "“各专题结束后”按实际最后一次研讨算",
        "after all topics: after the last discussion really held",
    ),
    "A23": (
        "谈心谈话：评议前60天内，每名党员至少同一名支委谈一次",
        "talks: each member with one of the committee within 60 days before",
    ),
    "A24": (
        "一次会可以同时算几类，每类要在“类型”里写明，同类只算一次",
        "one sitting counts once for each kind that it declares",
    ),
    "A25": ("专题学习讨论也算一次集体学习", "a discussion also is a collective study"),
    "A26": (
        "各党小组都学过一轮，算支部一次",
        "a round in which all groups studied counts as one of the branch",
    ),
    "A27": (
        "“一至两次”：一次是底线，两次不封顶",
        "“one or two”: one is asked, two is no cap",
    ),
    "A28": ("“一次”是至少一次", "“once” is at least once"),
    "A29": (
        "三次党员活动里包括“七一”主题党日",
        "the three activities include that of 1 July",
    ),
    "A30": (
        "领导干部的三次交流研讨在中心组；参加支部讨论另算",
        "the leaders' three discussions are those of the central group",
    ),
    "A31": (
        "领导干部在本支部讲的党课，支部和本人都算",
        "a leader's lecture in the branch counts for both",
    ),
    "A32": (
        "“若干”不少于2，“多”“一批”不少于1；“太多”由参数定",
        "“some” is two, “many” is one; “too many” is a parameter",
    ),
    "A33": (
        "固定动作按全年算，不要求每次都有",
        "the fixed parts are counted over the year",
    ),
    "A34": (
        "每次研讨后报总结，不限日期；超过30天只提醒",
        "a summary after each discussion, without a date; after 30 days it warns",
    ),
    "A35": (
        "学习感言和心得体会是两类，一篇可以写明两类",
        "notes and essays are two kinds; one text may declare both",
    ),
    "A36": ("图文资料：至少一张图、一份文字", "picture and text: at least one of each"),
    "A37": (
        "计划按类型算，一个文件可以写明几类",
        "plans are kinds of document; one file may declare several",
    ),
    "A38": (
        "党员干部、领导干部按名册的“党员干部”“级别”认定，不从职务推断",
        "cadres and leaders are those whom the roster says, never inferred from posts",
    ),
    "A39": (
        "“每名党员”按到期日的名册算，预备党员在内，长期请假的另列",
        "each member: the roster of the due day, probationary members included",
    ),
    "A40": (
        "全体会议不核到会比例，只列缺席",
        "no quorum is judged, absences are listed",
    ),
    "A41": (
        "没有支委会的不要求支委会；班子成员只算书记",
        "without a committee its duties do not apply; the secretary stands for it",
    ),
    "A42": (
        "每次都列：到会或有因请假算到，无故缺席是缺项",
        "every session: present or excused with a reason",
    ),
    "A43": (
        "四个步骤日期不能倒，同一天按先后顺序",
        "the days of the four steps may not decrease; on one day their order decides",
    ),
    "A44": ("组织评定的结果就是等次", "the grade is the result of the last step"),
    "A45": ("全年评议一次", "one evaluation a year"),
    "A46": ("是否认真由人确认", "whether it was earnest is for a person to say"),
    "A47": (
        "日期推到所查年度；只属当年的题目别的年度不要求",
        "dates are carried to the year checked; topics of that year bind only then",
    ),
    "A48": (
        "文件留空的日期是参数，没有设定就不判断",
        "a date left blank is a parameter; unset, it is not judged",
    ),
    "A51": (
        "敏感的事只记做没做、哪天做的；承诺要公开，不要求党外监督的记录",
        "of sensitive matters only that and when; a commitment must be public, no more",
    ),
    "A52": (
        "同一类活动的不同叫法算一类",
        "different names of one kind of activity are one kind",
    ),
    "A53": ("正、负面清单是两类，一个文件可以写明两类", "the two lists are two kinds"),
    "A54": ("每季度至少报一件", "at least one a quarter"),
    "A55": (
        "征求意见分三种对象，只有对班子及成员的才算组织生活会前的",
        "only opinions on the committee count for the life meeting",
    ),
}
