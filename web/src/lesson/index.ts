// A lesson, brought to life: the text that the build wrote, tied to one stage.
//
// mountLesson takes the page's <main class="lesson"> and its stage. It owns the text: predictions, moments, names, "try"
// boxes, and which program is on the stage. A lesson may have several programs; the stage shows the one whose part of
// the text the reader is in, or that was last asked for. On a middling screen the stage stands below the place that
// introduces its program; on a phone it is behind tabs, which are its own.
// May import: the files of this folder, recording, base. Must not know: how a stage is made, or what is in it.

import { Cover } from "./cover";
import { mountMoment, updateText } from "./moments";
import { mountPrediction, overridesOf } from "./prediction";
import type { LessonStage } from "./stage";
import { wordsOf } from "./words";

export type { LessonStage, Overrides } from "./stage";

export interface Lesson {
  /** The program on the stage. */
  readonly scenario: string;
  destroy(): void;
}

// The widths of stage.css.
const WIDE = "(min-width: 1101px)";
const PHONE = "(max-width: 760px)";

export function mountLesson(main: HTMLElement, stage: LessonStage): Lesson | null {
  const beside = main.querySelector<HTMLElement>(".beside");
  const host = beside?.querySelector<HTMLElement>(".stage");
  const text = main.querySelector<HTMLElement>(".text");
  if (!beside || !host || !text) return null;

  const words = wordsOf(document.documentElement.lang);
  const cleanup: (() => void)[] = [];
  let current = host.dataset["scenario"] ?? "";
  // The names of the programs' stages, as the build gave them; there is one stage, whose name changes.
  const labels = new Map(Array.from(main.querySelectorAll<HTMLElement>(".stage"), (s) => [s.dataset["scenario"], s.getAttribute("aria-label") ?? ""]));

  const live = document.createElement("div");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  live.setAttribute("aria-live", "polite");
  main.append(live);
  const say = (sentence: string): void => {
    live.textContent = sentence;
  };

  const cover = new Cover(beside, asked(text), words);
  cleanup.push(() => cover.destroy());

  // The stage beside the text, or in it.
  const wide = matchMedia(WIDE);
  const phone = matchMedia(PHONE);
  const place = (): void => {
    if (wide.matches || phone.matches) {
      if (beside.parentElement !== main) main.append(beside);
    } else {
      // Below the words that introduce the program, up to the first question about it.
      const about = `[data-scenario="${CSS.escape(current)}"]`;
      const above = text.querySelector(`form.predict${about}`) ?? text.querySelector(`.scene${about}`);
      if (above && above.nextElementSibling !== beside) above.after(beside);
    }
    for (const scene of text.querySelectorAll<HTMLElement>(".scene")) {
      scene.toggleAttribute("data-current", scene.dataset["scenario"] === current);
    }
  };
  for (const query of [wide, phone]) {
    query.addEventListener("change", place);
    cleanup.push(() => query.removeEventListener("change", place));
  }

  const show = (name: string): void => {
    if (name === "" || name === current) return;
    current = name;
    host.dataset["scenario"] = name;
    host.setAttribute("aria-label", labels.get(name) ?? "");
    stage.show(name);
    cover.show(name);
    place();
  };
  /** The stage with the program that an element is about, where the reader can see it. */
  const stageFor = (element: HTMLElement): LessonStage => {
    show(element.dataset["scenario"] ?? "");
    cover.lift();
    if (!wide.matches && !phone.matches) beside.scrollIntoView({ block: "nearest" });
    return stage;
  };

  for (const form of main.querySelectorAll<HTMLFormElement>("form.predict")) mountPrediction(form, () => stageFor(form), words);
  for (const link of main.querySelectorAll<HTMLAnchorElement>("a.moment")) mountMoment(link, stageFor, words, say);
  for (const box of main.querySelectorAll<HTMLElement>(".try")) {
    box.querySelector("[data-action=try]")?.addEventListener("click", () => void stageFor(box).turn(overridesOf(box)));
  }
  for (const scene of main.querySelectorAll<HTMLElement>(".scene")) {
    scene.querySelector("[data-action=show]")?.addEventListener("click", () => show(scene.dataset["scenario"] ?? ""));
  }
  cleanup.push(stage.onRun((recording) => updateText(main, current, recording, words)));
  cleanup.push(followReader(text, () => wide.matches, show));
  cover.show(current);
  place();

  return {
    get scenario() {
      return current;
    },
    destroy() {
      for (const f of cleanup) f();
      live.remove();
    },
  };
}

/** The programs whose first question is about the program as it came. */
function asked(text: HTMLElement): Set<string> {
  const first = new Map<string, HTMLFormElement>();
  for (const form of text.querySelectorAll<HTMLFormElement>("form.predict")) {
    const name = form.dataset["scenario"] ?? "";
    if (!first.has(name)) first.set(name, form);
  }
  return new Set([...first].filter(([, form]) => Object.keys(overridesOf(form)).length === 0).map(([name]) => name));
}

/** Shows the program of the part of the text that the reader has scrolled to. */
function followReader(text: HTMLElement, enabled: () => boolean, show: (name: string) => void): () => void {
  const scenes = Array.from(text.querySelectorAll<HTMLElement>(".scene"));
  if (scenes.length < 2) return () => undefined;
  let frame = 0;
  let last: HTMLElement | undefined;
  const look = (): void => {
    frame = 0;
    if (!enabled()) return;
    // The last place passed by the reading line, a third down the window. Only a change of place switches, so that a
    // program which was asked for by hand stays until the reader moves on.
    const line = innerHeight / 3;
    const at = scenes.filter((s) => s.getBoundingClientRect().top < line).at(-1) ?? scenes[0]!;
    if (last && at !== last) show(at.dataset["scenario"] ?? "");
    last = at;
  };
  const soon = (): void => {
    frame ||= requestAnimationFrame(look);
  };
  look();
  addEventListener("scroll", soon, { passive: true });
  return () => {
    removeEventListener("scroll", soon);
    cancelAnimationFrame(frame);
  };
}
