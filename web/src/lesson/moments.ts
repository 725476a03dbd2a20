// Moments and names in the text: links that move the playhead, names in the hue of their lane.
// May import: query, stage, words. Must not know: how a stage is made.

import { formatDuration } from "../base/time";
import { findLane } from "../recording/moment";
import type { Recording } from "../recording/recording";
import { findEvent, QueryError } from "./query";
import type { LessonStage } from "./stage";
import { explain, type Words } from "./words";

/** `stageFor` shows the program that an element is about; `say` reaches a live region. */
export function mountMoment(link: HTMLAnchorElement, stageFor: (element: HTMLElement) => LessonStage, words: Words, say: (text: string) => void): void {
  const go = async (): Promise<void> => {
    const stage = stageFor(link);
    const recording = stage.recording ?? (await stage.turn({}));
    if (!recording) return say(words.failed);
    try {
      const event = findEvent(recording, link.dataset["moment"] ?? "");
      const who = recording.columns.who[event]!;
      stage.goto(event, who, true);
      setCurrent(link);
      say(words.at(recording.name(who), formatDuration(recording.timeOf(event))));
    } catch (error) {
      say(explain(words, error));
    }
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void go();
  });
  // A link acts on Enter by itself; this one is a button in all but name.
  link.setAttribute("role", "button");
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    void go();
  });
}

function setCurrent(link: HTMLAnchorElement | null): void {
  for (const other of document.querySelectorAll(".moment[aria-current]")) other.removeAttribute("aria-current");
  link?.setAttribute("aria-current", "true");
}

/** After a run: which moments does it have, when are they, and in which hue is everybody now? */
export function updateText(root: HTMLElement, scenario: string, recording: Recording, words: Words): void {
  setCurrent(null);
  const about = (selector: string): NodeListOf<HTMLElement> => root.querySelectorAll<HTMLElement>(`${selector}[data-scenario="${CSS.escape(scenario)}"]`);
  for (const link of about("a.moment")) {
    try {
      const event = findEvent(recording, link.dataset["moment"] ?? "");
      const who = recording.columns.who[event]!;
      link.title = words.at(recording.name(who), formatDuration(recording.timeOf(event)));
      link.removeAttribute("aria-disabled");
      paint(link, recording.hue(who));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      link.title = words.gone;
      link.setAttribute("aria-disabled", "true");
    }
  }
  for (const name of about(".who")) {
    paint(name, recording.hue(findLane(recording, name.dataset["who"] ?? "")));
  }
}

function paint(element: HTMLElement, hue: number): void {
  if (hue >= 0) element.style.setProperty("--e", `var(--h${hue})`);
  else element.style.removeProperty("--e");
}
