// What the lesson says by itself; the rest is written into the page by the build.

import { QueryError } from "./query";

const en = {
  choose: "Choose an answer first.",
  write: "Write an answer first.",
  running: "Running…",
  failed: "The run did not finish, so it gives no answer. The stage says why.",
  right: (answer: string) => `Right. The run says: ${answer}.`,
  wrong: (answer: string) => `Not this time. The run says: ${answer}.`,
  otherwise: (answer: string) => `The run says: ${answer}. None of the options is that; was the program changed?`,
  isRight: "this is what the run says",
  isWrong: "your choice",
  again: "Run again",
  gone: "not in this run",
  covered: "The run stays covered until you have answered the question in the text.",
  uncover: "Show it now",
  at: (who: string, time: string) => `${who}, ${time}`,
  bad: (d: string) => `“${d}” is not a question a run can answer.`,
  noLane: (d: string) => `There is no ${d} in this run.`,
  noMoment: (d: string) => `This run has no moment ${d}. Was the program changed?`,
  noLine: (d: string) => `This run prints fewer than ${d} lines.`,
  zero: (d: string) => `There is nothing to compare with: ${d} is 0.`,
};

const zh: typeof en = {
  choose: "请先选一个答案。",
  write: "请先写下答案。",
  running: "正在运行…",
  failed: "运行没有结束，所以没有答案。原因写在舞台上。",
  right: (a) => `对了。运行的结果是：${a}。`,
  wrong: (a) => `这次没猜中。运行的结果是：${a}。`,
  otherwise: (a) => `运行的结果是：${a}。选项里没有它，程序是不是改过了？`,
  isRight: "运行的结果",
  isWrong: "你的选择",
  again: "再运行一次",
  gone: "这次运行里没有",
  covered: "先回答正文里的问题，再看这次运行。",
  uncover: "现在就看",
  at: (who, time) => `${who}，${time}`,
  bad: (d) => `“${d}”不是运行能回答的问题。`,
  noLane: (d) => `这次运行里没有 ${d}。`,
  noMoment: (d) => `这次运行里没有 ${d} 这个时刻。程序是不是改过了？`,
  noLine: (d) => `这次运行打印的不到 ${d} 行。`,
  zero: (d) => `没有可以比较的：${d} 是 0。`,
};

export type Words = typeof en;

export const wordsOf = (lang: string): Words => (lang.startsWith("zh") ? zh : en);

/** A sentence about what a query could not find; other errors are not ours to explain. */
export function explain(words: Words, error: unknown): string {
  if (error instanceof QueryError) return words[error.key](error.detail);
  throw error;
}
