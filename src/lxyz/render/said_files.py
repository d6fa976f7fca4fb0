"""Sentences for what is wrong with a file, or with YAML as it was typed.

Per code: Chinese sentence, Chinese fix, English sentence, English fix. `{…}` is filled
in from the fault; `[[…]]` stands only if all in it is known.
"""

from __future__ import annotations

FILES: dict[str, tuple[str, str, str, str]] = {
    "F001": (
        "文件打不开（{why}），里面的记录没有检查",
        "把文件本身放进来（不是链接、管道），确认您有读的权限",
        "the file cannot be opened ({why}); its records were not checked",
        "make it a plain file that you may read",
    ),
    "F002": (
        "文件是 GBK（GB18030）编码，已按 GBK 读取，其他电脑上会变乱码",
        "用记事本“另存为”，编码选 UTF-8",
        "the file is in GBK (GB18030); it was read, but is garbled elsewhere",
        "save it as UTF-8",
    ),
    "F003": (
        "文件是 UTF-16 编码，已读取",
        "用记事本“另存为”，编码选 UTF-8",
        "the file is in UTF-16; it was read",
        "save it as UTF-8",
    ),
    "F004": (
        "认不出文件的编码（{what}），里面的记录没有检查",
        "用记事本打开，看到汉字正常后“另存为”，编码选 UTF-8",
        "the encoding of the file is not known ({what}); its records were not checked",
        "open it where it can be read and save it as UTF-8",
    ),
    "F005": (
        "文件在这里断了，像是没有存完或没有传完",
        "找完整的一份重新保存",
        "the file breaks off here, as if it had not been saved to its end",
        "save a complete copy",
    ),
    "F006": (
        "文件里有空字节，像是损坏了或不是文本，里面的记录没有检查",
        "找完好的一份重新保存",
        "there are null bytes in the file: it is damaged or no text",
        "save a sound copy",
    ),
    "F007": (
        "文件是空的",
        "写上记录，或者删去这个文件",
        "the file is empty",
        "write a record, or delete the file",
    ),
    "F008": (
        "这是 {what} 文件改了名，不是文本，读不了",
        "把内容照格式写成文本；原件放到 materials/ 作附件",
        "this is a {what} file with another name, no text",
        "write its content as text; keep the original under materials/",
    ),
    "F009": (
        "文件有 {size} MB，超过 {limit} MB，没有读",
        "记录只写文字，图片、讲稿放到 materials/；太长就按月分成几个文件",
        "the file has {size} MB, more than {limit} MB; it was not read",
        "keep pictures and papers under materials/, or split the file by month",
    ),
    "F010": (
        "这里有看不见的字符 {char}，多半是从网页或 Word 粘贴带来的",
        "删去这个字符，手工重打这一处[[（本文件还有 {more} 处）]]",
        "there is an invisible character {char} here, pasted from a page or from Word",
        "delete it and type this place anew[[ ({more} more in this file)]]",
    ),
    "F011": (
        "这不是记录：像是网页，或者 Git LFS 的指针文件",
        "换成真正的记录文件；LFS 文件先 git lfs pull",
        "this is no record: a web page, or a pointer of Git LFS",
        "put the real file here; for LFS run git lfs pull first",
    ),
    "F012": (
        "一个文件里有 {count} 条记录，只读了前 {limit} 条",
        "按年或按月分成几个文件",
        "{count} records in one file; only the first {limit} were read",
        "split the file by year or month",
    ),
    "F013": (
        "本文件有 {count} 处错误，只列出前 {limit} 处",
        "先改前面的，再运行一次；同一种错误可用编辑器一次替换",
        "{count} faults in this file; only the first {limit} are listed",
        "mend the first ones and run again; replace one that recurs in an editor",
    ),
    "F014": (
        "这不是 lxyz 的基线，没有用",
        "从 git 里取回它，或者删去后重做：lxyz baseline",
        "this is no baseline of lxyz; it was not used",
        "take it from git again, or delete it and make it anew: lxyz baseline",
    ),
    "F015": (
        "文件名多了“.txt”，里面的记录没有检查",
        "把它改名为 {name}（先让系统显示文件扩展名）",
        "the name ends in .txt; its records were not checked",
        "rename it to {name}",
    ),
    "F016": (
        "这个支部的 YAML 文件超过 {limit} 个，后面的没有读",
        "一个支部一个文件夹；不是记录的文件移到别处，或放进名字以“.”开头的文件夹",
        "this branch has more than {limit} YAML files; the rest was not read",
        "a folder holds one branch; move what is no record, or put it into a folder whose name begins with a dot",
    ),
    "F101": (
        "全角冒号“：”应为半角冒号加空格[[ → {fixed}]]",
        "改成 {fixed}[[（本文件还有 {more} 处同样的）]]",
        "a full-width colon “：” where `: ` should be[[ → {fixed}]]",
        "write {fixed}[[ ({more} more in this file)]]",
    ),
    "F102": (
        "冒号后面缺空格 → {fixed}",
        "改成 {fixed}[[（本文件还有 {more} 处同样的）]]",
        "no blank after the colon → {fixed}",
        "write {fixed}[[ ({more} more in this file)]]",
    ),
    "F103": (
        "这里用了 Tab 键",
        "改用空格：每级缩进两个空格",
        "there is a tab here",
        "use blanks: two for each level",
    ),
    "F104": (
        "这里是全角空格或特殊空格（{char}），不能用来缩进或分隔",
        "换成普通空格",
        "a wide or special blank ({char}) cannot indent or separate",
        "put a plain blank",
    ),
    "F105": (
        "列表记号应为半角减号加空格 → {fixed}",
        "改成 {fixed}",
        "a list item begins with `- ` → {fixed}",
        "write {fixed}",
    ),
    "F106": (
        "值里有半角冒号加空格，YAML 会当成又一个键 → {fixed}",
        "改成 {fixed}",
        "the value holds `: `, which YAML takes for another key → {fixed}",
        "write {fixed}",
    ),
    "F107": (
        "值以 {char} 开头，YAML 有别的用法，后面的文字读不成[[：{value}]]",
        "换成中文引号或括号；照原样写就整个加上英文单引号 '…'",
        "the value begins with {char}, which means something else in YAML[[: {value}]]",
        "use Chinese quotes or brackets, or put the whole in '…'",
    ),
    "F108": (
        "“{lost}”会被当作注释丢掉",
        "要保留就把整个值加上英文引号；真是注释就在 # 前面空两格",
        "“{lost}” is lost as a comment",
        "quote the whole value; if it is a comment, put two blanks before the #",
    ),
    "F109": (
        "花括号里用了全角“：”或“，”：{text}",
        "分行写更稳妥：一行一个键，冒号用半角加空格",
        "full-width “：” or “，” inside braces: {text}",
        "write one key a line, each with `: `",
    ),
    "F110": (
        "“{key}”写了两次，前一次在第 {first} 行；这个字段没有用",
        "留一个；多个值写在同一行，用顿号分开",
        "“{key}” is written twice, first in line {first}; the field was not used",
        "keep one; several values stand on one line, with 、 between",
    ),
    "F111": (
        "一个文件只放一份 YAML：这里有“---”分隔或 % 指令",
        "多条记录写成列表，每条以“- ”开头；或者分成几个文件",
        "one YAML document a file: here is a `---` or a % directive",
        "write several records as a list with `- `, or in several files",
    ),
    "F112": (
        "git 合并没有完成，标记留到第 {last} 行",
        "选定保留的内容，删去 <<<<<<<、=======、>>>>>>> 三种标记行",
        "an unfinished git merge, with marks down to line {last}",
        "choose what stays and delete the <<<<<<<, =======, >>>>>>> lines",
    ),
    "F113": (
        "值以 ! 开头，YAML 会当成类型标记[[（{tag}）]]",
        "把整个值加上英文引号",
        "the value begins with !, which YAML takes for a tag[[ ({tag})]]",
        "quote the whole value",
    ),
    "F114": (
        "这里用了 &、* 或 <<，记录里不用 YAML 的引用",
        "照写一遍；值本身以 & 或 * 开头就整个加上英文引号",
        "&, * or << here: records use no YAML references",
        "write it out; quote a value that begins with & or *",
    ),
    "F115": (
        "嵌套超过 {limit} 层，这个文件没有读完",
        "检查缩进，多余的层去掉",
        "nested deeper than {limit} levels; the file was not read to its end",
        "check the indentation",
    ),
    "F116": (
        "一个值有 {length} 个字，超过 {limit}，没有用",
        "长文放到 materials/ 作附件，这里写要点",
        "a value of {length} characters, more than {limit}, was not used",
        "attach the long text and write its gist here",
    ),
    "F117": (
        "“{key}”后面没有内容",
        "写上内容；没有就写“无”，或者删去这一行",
        "there is nothing after “{key}”",
        "write something, or delete the line",
    ),
    "F118": (
        "一个值断成了两行，会连成一句",
        "写在一行；长文用“键: |”，下面各行缩进两格",
        "a value runs over two lines",
        "keep it on one line; for a long text write `key: |` and indent the lines",
    ),
    "F119": (
        "括号或引号没有配对[[：{line}]]",
        "补上右括号或右引号；或者分行写，不用括号",
        "a bracket or quote is not closed[[: {line}]]",
        "close it, or write one key a line",
    ),
    "F120": (
        "这不是记录，像是普通文字[[：{text}]]",
        "每行写成“键: 值”，如 类型: 集体学习",
        "this is no record but plain text[[: {text}]]",
        "write lines of `key: value`, such as kind: collective-study",
    ),
    "F121": (
        "缩进不对[[：{line}]]",
        "同一条记录的键左对齐，下级多缩进两格",
        "wrong indentation[[: {line}]]",
        "align the keys of a record, indent what belongs to one by two",
    ),
    "F122": (
        "YAML 在这里读不下去，这个文件没有用",
        "看这一行和上一行的冒号、引号、缩进",
        "YAML cannot be read on from here; the file was not used",
        "look at the colons, quotes and indentation of this line and the one before",
    ),
    "F123": (
        "键的位置上是列表或花括号",
        "键写成文字，如 出席情况: 全体",
        "a list or braces where a key should be",
        "write the key as a word, such as attendance: all",
    ),
    "F124": (
        "这里是全角括号 {char}，会当成普通文字[[：{value}]]",
        "换成半角 { } 或 [ ]；本来就是文字的，换成（）或〔〕",
        "a full-width bracket {char} is plain text here[[: {value}]]",
        "write { } or [ ]; if it is meant as text, use （） or 〔〕",
    ),
    "F126": (
        "这像是从表格里粘贴来的，没有“键: 值”",
        "表头的字作键，一行一次：明细: 下面写 - {日期: 2016-06-24, 出席情况: 全体}",
        "this looks pasted from a sheet; there is no `key: value` in it",
        "make the heads keys, a line each: rows: and below it - {date: 2016-06-24, …}",
    ),
    "F128": (
        "一条记录的每一行前面都写了“- ”",
        "“- ”只写在第一行前面，下面各行缩进两格，与第一行的键对齐",
        "each line of one record has a `- ` of its own",
        "write `- ` before its first line only and indent the others by two",
    ),
    "F127": (
        "英文双引号里的反斜杠 {char} 有别的意思",
        "路径用 / 分隔；或者把双引号换成单引号",
        "the backslash {char} means something else inside double quotes",
        "write paths with /, or use single quotes",
    ),
    "F125": (
        "又一条记录从这里开始（上一条从第 {first} 行起），前面缺“- ”",
        "每条记录的第一行前面加“- ”，其余各行缩进两格",
        "another record begins here (the one before in line {first}) without `- `",
        "put `- ` before the first line of each record and indent the rest by two",
    ),
}
