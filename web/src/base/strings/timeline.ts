// The words of the timeline.
// May import: base/strings/lang.

import { wordsOf, type Lang } from "./lang";

const TABLE = {
  timeline: ["Timeline of the run", "运行时间线"],
  hint: [
    "Left and right step through the events, comma and full stop through the spans of the selected lane, space plays, F fits.",
    "左右键逐个事件移动，逗号和句号在所选泳道的区间之间移动，空格播放，F 适应窗口。",
  ],
  empty: ["Run the program to see who runs and who waits.", "运行程序，看看谁在运行，谁在等待。"],
  noLanes: ["Nothing ran in this run.", "这次运行里没有任何东西运行过。"],
  // Transport.
  back: ["Step back", "后退一步"],
  play: ["Play", "播放"],
  pause: ["Pause", "暂停"],
  forward: ["Step forward", "前进一步"],
  // Axis.
  axis: ["Axis", "横轴"],
  time: ["Time", "时间"],
  events: ["Events", "事件"],
  folded: ["Folded", "折叠空闲"],
  timeTip: ["Axis by virtual time", "横轴按虚拟时间"],
  eventsTip: ["Axis by the order of events", "横轴按事件顺序"],
  foldedTip: ["Axis by virtual time, idle stretches left out", "横轴按虚拟时间，省去空闲时段"],
  fit: ["Fit the whole run", "显示全程"],
  step: ["event {n}", "事件 {n}"],
  mark: ["Mark at {time}", "标记于 {time}"],
  // States, at the playhead.
  running: ["running", "运行"],
  ready: ["ready", "就绪"],
  waiting: ["waiting", "等待"],
  forLock: ["for {what}", "等 {what}"],
  aLock: ["a lock", "锁"],
  done: ["done", "完成"],
  failed: ["failed", "失败"],
  cancelled: ["cancelled", "已取消"],
  closed: ["closed", "已关闭"],
  notStarted: ["not started", "未开始"],
  free: ["free", "空闲"],
  stateFor: ["{state} {time}", "{state} {time}"],
  // The key.
  keyReady: ["ready, has to wait its turn", "就绪，轮不到"],
  keyWait: ["waiting, then woken", "等待，随后被唤醒"],
  keyLock: ["waiting for a lock or the GIL", "等待锁或 GIL"],
  submittedBy: ["submitted at {time} by {name}, picked up {wait} later", "{time} 由 {name} 提交，{wait} 后被取走"],
  // Rows.
  machine: ["Machine", "机器"],
  cores: ["{n} cores", "{n} 个核心"],
  core: ["core {n}", "核心 {n}"],
  gil: ["GIL", "GIL"],
  process: ["Process {name}", "进程 {name}"],
  processes: ["Processes", "进程"],
  eventLoop: ["Event loop", "事件循环"],
  hub: ["Hub", "Hub"],
  helpers: ["Helper threads", "辅助线程"],
  greenlets: ["{n} greenlets", "{n} 个 greenlet"],
  threads: ["{n} threads", "{n} 个线程"],
  collapse: ["Collapse {name}", "收起 {name}"],
  expand: ["Expand {name}", "展开 {name}"],
  readyQueue: ["ready queue", "就绪队列"],
  timers: ["timers", "定时器"],
  backlog: ["{name} backlog", "{name} 积压"],
  backlogShort: ["backlog", "积压"],
  // Tooltip and table.
  line: ["line {n}", "第 {n} 行"],
  wokenBy: ["woken by {name}", "被 {name} 唤醒"],
  controlFrom: ["control came from {name} ({cause})", "控制权来自 {name}（{cause}）"],
  wokenByTimer: ["woken by its timer", "被定时器唤醒"],
  until: ["{from} to {to}", "{from} 至 {to}"],
  lane: ["Lane", "泳道"],
  state: ["State", "状态"],
  start: ["Start", "开始"],
  end: ["End", "结束"],
  reason: ["Reason", "原因"],
  more: ["{n} more spans are not listed.", "另有 {n} 个区间未列出。"],
  spanList: ["The states of every lane, in order", "每条泳道的状态，依次列出"],
  at: ["{time}: {what}", "{time}：{what}"],
  idle: ["nobody runs", "没有人在运行"],
  runsOn: ["{name} runs", "{name} 正在运行"],
} as const;

export type TimelineWord = keyof typeof TABLE;
export const timelineWords = (lang: Lang): ((key: TimelineWord, values?: Record<string, string | number>) => string) => wordsOf(TABLE, lang);

/** Reasons come from the engine in English; the few sentence-like ones are said in the reader's language. */
const REASONS_ZH: readonly (readonly [RegExp, string])[] = [
  [/^gather of (\d+) tasks?$/, "gather $1 个任务"],
  [/^gather of (\d+) (\w+)$/, "gather $1 个"],
  [/^wait(?:ing)? for (\d+) tasks?$/, "等待 $1 个任务"],
  [/^(?:wait(?:ing)? for )?task (.+)$/, "任务 $1"],
  [/^(?:wait(?:ing)? for )?future( .+)?$/, "future$1"],
  [/^no job$/, "没有任务"],
  [/^disk$/, "磁盘"],
  [/^in (.+)$/, "在 $1 里"],
  [/^switched to (.+)$/, "切换到了 $1"],
  [/^start of (.+)$/, "$1 启动"],
  [/^wait_for, at most (.+)$/, "wait_for，最多 $1"],
  [/^the end of what was cancelled$/, "被取消者结束"],
  [/^nothing is ready, until the next timer$/, "没有就绪的，等下一个定时器"],
  [/^nothing is ready$/, "没有就绪的"],
  [/^not running$/, "没有运行"],
  [/^lost update of (\S+): read on line (\d+), then (.+) wrote it, and line (\d+) writes over that( \(.*\))?$/, "$1 丢失了一次更新：第 $2 行读取之后，$3 写入了它，第 $4 行又把它覆盖"],
  [/^blocked the loop for (.+)$/, "阻塞事件循环 $1"],
];

export function reasonWords(reason: string, lang: Lang): string {
  if (lang === "en") return reason;
  for (const [pattern, zh] of REASONS_ZH) if (pattern.test(reason)) return reason.replace(pattern, zh);
  return reason;
}
