/* Everything the live page says, in every language. The language is that of <html lang>. A message with parts is a
   function of them; messages are set as text, never as markup. */

import type { Problem } from "../base/params";
import type { LinkError } from "../share/state";

export type Lang = "en" | "zh";
export const pageLang = (): Lang => (document.documentElement.lang.startsWith("zh") ? "zh" : "en");

const en = {
  showMoment: "Show the moment",
  files: "Files of the program", addFile: "Add a file: a module that the program imports, or data that it opens", newFile: "Name of the new file", removeFile: (n: string) => `Remove ${n}`, fileRemoved: (n: string) => `${n} was removed.`, undo: "Undo",
  badFileName: "A name such as helpers.py or shop/stock.py", fileExists: (n: string) => `There is a ${n} already`,
  run: "Run", stop: "Stop", reset: "Reset", share: "Share", code: "Code", output: "Output", timeline: "Timeline", state: "State", text: "Text",
  runTitle: "Run the program (Ctrl+Enter)", stopTitle: "Stop the run; what was recorded stays", resetTitle: "Back to the program as it came, with its knobs and seed",
  shareTitle: "Copy a link that reproduces this run", edited: "edited", upTo: (t: string) => `up to ${t}`,
  knobs: "Knobs", seed: "seed", dice: "Another seed", machine: "Machine…", machineTitle: "The simulated machine", cores: "cores", gil: "GIL", gilOn: "on", gilOff: "off (free-threaded)",
  switchInterval: "switch interval", instruction: "an instruction takes", preempt: "threads are switched", preemptSafe: "where CPython checks", preemptEvery: "between any two instructions", machineReset: "Default machine",
  more: (n: string) => `More: ${n}`, less: (n: string) => `Less: ${n}`, scenario: "Scenario", ownProgram: "Own program",
  loading: "Loading the engine…", running: (events: string, time: string) => `${events} events, ${time} of virtual time`, starting: "Starting…", stopping: "Stopping…",
  emptyOutput: "The program printed nothing.", noOutputYet: "Press Run: what the program prints appears here.",
  copyOutput: "Copy", copied: "Copied", exit: (n: number) => `exit status ${n}`, hidden: (n: string) => `${n} lines are not shown here; Copy has them all.`,
  stderr: "stderr", stoppedTitle: "Stopped", stopped: "You stopped the run. What was recorded up to there is shown.",
  killed: "The engine did not answer within half a second, so it was ended and started again. There is no recording of this run; its output up to there is kept.",
  errSyntax: "The program does not parse", errLimit: "The run was ended at a limit", errDeadlock: "Deadlock: everybody waits for somebody", errUnsupported: "Not supported yet", errInternal: "A fault in the engine, not in your program", errOther: "The run could not go on", errRequest: "The run could not start",
  hintSyntax: "Correct the line and run again.", hintLimit: "What was recorded up to there is shown. If the program is meant to go on for ever, look at the part that was recorded; if not, the line named here is where it was going round.",
  hintDeadlock: "Select a waiting lane: the inspector says what it waits for and who holds that.", hintUnsupported: "The rest of the program may run without it. What is supported is listed on its own page.",
  hintInternal: "Please report it with the link that Share copies: it holds everything needed to reproduce the fault.", goToLine: (n: number) => `Go to line ${n}`, line: (n: number) => `line ${n}`,
  loadTitle: "The engine could not be loaded", loadAgain: "Try again", reload: "Reload the page",
  loadFetch: "Its file did not arrive. Check the connection and try again; everything else on the page still works.", loadCompile: "The browser could not compile it. It needs WebAssembly: Chrome, Edge or Firefox of the last three years, or Safari 16.4 and later. Some browsers switch it off in a lockdown or high-security mode.",
  loadScript: "A script it needs did not load. A content blocker may have stopped it; allow scripts of this site and try again.", loadWorker: "The browser refused to start a worker. In a sandboxed frame it needs allow-scripts, and the site has to allow its files to be read.",
  loadStart: "It did not start. Try again; if that does not help, reload the page.", loadCrash: "It stopped unexpectedly and has to be started again.", memory: "The browser ran out of memory.",
  noScenarios: "This page holds no program.", draft: "Your edits from before were brought back.", draftDrop: "Discard them", pageDamaged: "The live part of this page did not load; the pictures are recordings. Reload the page to try again.", runHere: "Run it here",
  linkCopied: "The link is on the clipboard.", linkReady: "Copy this link:", linkLong: (n: string) => `It is ${n} characters long. Some chat tools cut links at about 2,000: send it by mail or in a file, or shorten the program.`, linkUnedited: "It names the scenario and its knobs; you can edit it by hand.", linkWhole: "It holds the whole program; no server sees it.", linkTooBig: (n: string) => `The program has ${n} characters; a link can carry 200,000. Send the file instead.`, linkNoRun: "Run first, then the link can say which result to expect.",
  close: "Close", linkOpening: (title: string) => (title ? `Shared program “${title}”: running it to compare…` : "Shared program: running it to compare…"),
  linkSame: (d: string) => `Reproduced to the byte: digest ${d}, the same as the sender's.`, linkDiffers: "This run differs from the sender's.", linkDiffersEngine: (a: string, b: string) => `This run differs from the sender's, who used engine ${a}; this is ${b}. The program is the same; what the engine records has changed since.`, linkDigests: (a: string, b: string) => `sender's ${a}\nthis run ${b}`, linkSameEngine: (d: string, a: string, b: string) => `Reproduced to the byte: digest ${d}, the same as the sender's, although the engine is ${b} and theirs was ${a}.`,
  linkBad: "This link cannot be opened", linkBadNow: "The page shows what it shows without the link.",
  linkUnknown: (n: string) => `There is no scenario “${n}” here.`, linkRejected: (what: string) => `Not understood in the link, and left out: ${what}.`,
  keys: "Keys", keysTitle: "Keyboard", tabs: "Parts of the stage", inspectFail: "The state could not be looked into.", python: "Python 3.11",
  keyList: [["Ctrl Enter", "run"], ["Space", "play, pause"], ["← →", "event by event"], ["Home End", "beginning, end"], ["W S", "zoom in, out"], ["A D", "pan"], ["F", "fit the whole run"], [", .", "neighbouring span"], ["[ ]", "to who caused this, to what this caused"], ["M", "mark"], ["Esc", "leave the code, close"], ["Alt Enter", "in the code: to the line's next run"], ["?", "this list"]] as [string, string][],
  resize: "Height of the timeline", choose: "Own value…", light: "Light", dark: "Dark", toLight: "Switch to the light theme", toDark: "Switch to the dark theme",
  back: "Step back", forward: "Step forward", badValue: (n: string) => `${n} does not take this value.`,
};

type Strings = typeof en;

const zh: Strings = {
  showMoment: "查看这一刻",
  files: "程序的文件", addFile: "添加文件：程序导入的模块，或它打开的数据", newFile: "新文件的名字", removeFile: (n) => `移除 ${n}`, fileRemoved: (n) => `已移除 ${n}。`, undo: "撤销",
  badFileName: "形如 helpers.py 或 shop/stock.py 的名字", fileExists: (n) => `已经有 ${n} 了`,
  run: "运行", stop: "停止", reset: "还原", share: "分享", code: "代码", output: "输出", timeline: "时间线", state: "状态", text: "正文",
  runTitle: "运行程序（Ctrl+Enter）", stopTitle: "停止运行；已记录的部分保留", resetTitle: "回到程序原来的样子，包括参数旋钮和随机种子",
  shareTitle: "复制可重现这次运行的链接", edited: "已修改", upTo: (t) => `截至 ${t}`,
  knobs: "参数旋钮", seed: "seed", dice: "换一个随机种子", machine: "机器…", machineTitle: "模拟的机器", cores: "核心", gil: "GIL", gilOn: "开", gilOff: "关（自由线程）",
  switchInterval: "切换间隔", instruction: "每条指令耗时", preempt: "线程切换的位置", preemptSafe: "CPython 检查之处", preemptEvery: "任意两条指令之间", machineReset: "默认机器",
  more: (n) => `增加：${n}`, less: (n) => `减少：${n}`, scenario: "场景", ownProgram: "自己的程序",
  loading: "正在加载引擎…", running: (e, t) => `${e} 个事件，虚拟时间 ${t}`, starting: "正在启动…", stopping: "正在停止…",
  emptyOutput: "程序没有输出。", noOutputYet: "点“运行”，程序的输出会显示在这里。",
  copyOutput: "复制", copied: "已复制", exit: (n) => `退出状态 ${n}`, hidden: (n) => `此处有 ${n} 行未显示；“复制”会包含全部内容。`,
  stderr: "stderr", stoppedTitle: "已停止", stopped: "运行已由你停止，此前的记录仍然显示。",
  killed: "引擎半秒内没有响应，已被终止并重新启动。这次运行没有记录，此前的输出仍然保留。",
  errSyntax: "程序有语法错误", errLimit: "运行触及上限，已终止", errDeadlock: "死锁：所有人都在等别人", errUnsupported: "尚不支持", errInternal: "引擎自身的错误，与你的程序无关", errOther: "运行无法继续", errRequest: "运行无法开始",
  hintSyntax: "改正这一行，再运行一次。", hintLimit: "此前的记录仍然显示。如果程序本来就要一直运行下去，看已记录的部分即可；否则，这里指出的那一行就是它打转的地方。",
  hintDeadlock: "选中一条等待中的泳道，检查器会说明它在等什么、那东西在谁手里。", hintUnsupported: "程序的其余部分也许不需要它也能运行。支持范围有单独的页面列出。",
  hintInternal: "请附上“分享”复制的链接来报告：它包含重现这个错误所需的一切。", goToLine: (n) => `转到第 ${n} 行`, line: (n) => `第 ${n} 行`,
  loadTitle: "引擎加载失败", loadAgain: "重试", reload: "刷新页面",
  loadFetch: "文件没有送达。请检查网络后重试；页面的其余部分仍可使用。", loadCompile: "浏览器无法编译它。需要 WebAssembly：近三年的 Chrome、Edge、Firefox，或 Safari 16.4 及以上。有些浏览器在锁定模式或高安全模式下会关闭它。",
  loadScript: "所需的脚本没有加载，可能被内容拦截器阻止；请允许本站的脚本后重试。", loadWorker: "浏览器不允许启动 Worker。在沙盒框架里需要 allow-scripts，并且站点要允许读取它的文件。",
  loadStart: "它没有启动成功。请重试；若仍不行，请刷新页面。", loadCrash: "它意外停止了，需要重新启动。", memory: "浏览器内存不足。",
  noScenarios: "这个页面没有程序。", draft: "已恢复你之前的修改。", draftDrop: "放弃修改", pageDamaged: "页面的互动部分没有加载，图片是录制好的。请刷新页面重试。", runHere: "在这里运行",
  linkCopied: "链接已复制到剪贴板。", linkReady: "请复制这个链接：", linkLong: (n) => `链接长 ${n} 个字符。有些聊天工具会在约 2,000 个字符处截断：请用邮件或文件发送，或者缩短程序。`, linkUnedited: "它写明了场景和参数，可以手工修改。", linkWhole: "整个程序都在链接里，不经过任何服务器。", linkTooBig: (n) => `程序有 ${n} 个字符，链接最多容纳 200,000 个。请直接发送文件。`, linkNoRun: "先运行一次，链接才能写明应得的结果。",
  close: "关闭", linkOpening: (t) => (t ? `分享的程序“${t}”：正在运行以便比较…` : "分享的程序：正在运行以便比较…"),
  linkSame: (d) => `逐字节重现：摘要 ${d}，与分享者的相同。`, linkDiffers: "这次运行与分享者的不同。", linkDiffersEngine: (a, b) => `这次运行与分享者的不同：对方用的引擎是 ${a}，这里是 ${b}。程序相同，只是引擎的记录方式有了变化。`, linkDigests: (a, b) => `分享者 ${a}\n本次   ${b}`, linkSameEngine: (d, a, b) => `逐字节重现：摘要 ${d}，与分享者的相同，尽管引擎是 ${b}，对方的是 ${a}。`,
  linkBad: "无法打开这个链接", linkBadNow: "页面显示的是不带链接时的内容。",
  linkUnknown: (n) => `这里没有名为“${n}”的场景。`, linkRejected: (w) => `链接里有无法理解的内容，已忽略：${w}。`,
  keys: "按键", keysTitle: "键盘操作", tabs: "舞台的各部分", inspectFail: "无法查看状态。", python: "Python 3.11",
  keyList: [["Ctrl Enter", "运行"], ["空格", "播放、暂停"], ["← →", "逐个事件"], ["Home End", "开头、结尾"], ["W S", "放大、缩小"], ["A D", "平移"], ["F", "显示整个运行"], [", .", "相邻的区段"], ["[ ]", "转到原因、转到结果"], ["M", "做标记"], ["Esc", "离开代码、关闭"], ["Alt Enter", "在代码里：转到这一行的下一次运行"], ["?", "本列表"]],
  resize: "时间线的高度", choose: "自定义值…", light: "浅色", dark: "深色", toLight: "切换到浅色主题", toDark: "切换到深色主题",
  back: "后退一步", forward: "前进一步", badValue: (n) => `${n} 不能取这个值。`,
};

export const strings = (lang: Lang): Strings => (lang === "zh" ? zh : en);
export type { Strings };

const problems: Record<Lang, Record<Problem["key"], (...a: string[]) => string>> = {
  en: {
    notAssignment: () => "#@param belongs behind a top-level assignment of one line, as in: workers = 4  #@param {type:\"slider\", min:1, max:16}",
    noAnnotation: () => "#@param needs to say what kind of knob, for example {type:\"integer\"}",
    badAnnotation: (t) => `this knob's description cannot be read: ${t}`,
    unknownType: (t) => `there is no knob of type “${t}”; there are slider, number, integer, boolean, string, raw, date`,
    badRange: (a, b, s) => `a slider from ${a} to ${b} in steps of ${s} has no room to move`,
    badLiteral: (n, l, k) => (l ? `the knob ${n} is of type ${k}, but ${l} is not` : `the knob ${n} has no value`),
    emptyList: () => "the list of choices is empty",
    duplicate: (n) => `there is already a knob ${n} above`,
    tooMany: (n) => `there are more than ${n} knobs; the rest is left out`,
  },
  zh: {
    notAssignment: () => "#@param 要写在单行的顶层赋值后面，例如：workers = 4  #@param {type:\"slider\", min:1, max:16}",
    noAnnotation: () => "#@param 要写明旋钮的类型，例如 {type:\"integer\"}",
    badAnnotation: (t) => `无法读懂这个旋钮的描述：${t}`,
    unknownType: (t) => `没有“${t}”这种旋钮；可用的有 slider、number、integer、boolean、string、raw、date`,
    badRange: (a, b, s) => `从 ${a} 到 ${b}、步长 ${s} 的滑块无法移动`,
    badLiteral: (n, l, k) => (l ? `旋钮 ${n} 的类型是 ${k}，而 ${l} 不是` : `旋钮 ${n} 没有值`),
    emptyList: () => "选项列表是空的",
    duplicate: (n) => `上面已经有旋钮 ${n}`,
    tooMany: (n) => `旋钮多于 ${n} 个，其余的不显示`,
  },
};
export const problemText = (lang: Lang, p: Problem): string => problems[lang][p.key](...p.args.map((a) => (a.length > 60 ? a.slice(0, 57) + "…" : a)));

const links: Record<Lang, Record<LinkError["key"], (d: string) => string>> = {
  en: {
    broken: () => "It is damaged: some of its characters were changed or lost on the way. Ask the sender for it again.",
    truncated: () => "Its end is missing. Chat tools sometimes cut long links; ask for it by mail or in a file.",
    
    tooBig: () => "It unfolds to more than a program may have (1 MB), so it was not opened.",
    version: (d) => `It was written by a newer Loopscope (format ${d}). Reload the page; if that does not help, the site has to be updated.`,
    content: (d) => `What it holds is not a Loopscope program: the part “${d}” is missing or not what it should be.`,
  },
  zh: {
    broken: () => "链接已损坏：有字符在传送途中被改动或丢失。请让分享者再发一次。",
    truncated: () => "链接的结尾缺失。聊天工具有时会截断长链接，请改用邮件或文件。",
    
    tooBig: () => "链接展开后超过程序的上限（1 MB），没有打开。",
    version: (d) => `链接由更新版本的 Loopscope 写成（格式 ${d}）。请刷新页面；若仍不行，需要更新站点。`,
    content: (d) => `链接里不是 Loopscope 程序：“${d}”这一部分缺失或不符合要求。`,
  },
};
export const linkText = (lang: Lang, e: LinkError): string => links[lang][e.key](e.detail);
