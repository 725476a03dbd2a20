/* A lesson on a stage: fits the stage to what a lesson asks of one (lesson/stage.ts), so that neither knows the other. */

import { mountLesson, type Lesson, type LessonStage, type Overrides } from "../lesson";
import type { Recording } from "../recording";
import { json, scenarioOf, slug, type Scenario } from "./config";
import type { Stage } from "./stage";

/** Every program in the text, by name. To be read before a stage takes the place of the first one. */
export function lessonScenarios(main: HTMLElement): Map<string, Scenario> {
  const found = new Map<string, Scenario>();
  for (const script of main.querySelectorAll("script.scenario")) {
    const s = scenarioOf(json(script));
    if (s) found.set(slug(s), s);
  }
  return found;
}

export function startLesson(main: HTMLElement, stage: Stage, scenarios: ReadonlyMap<string, Scenario>): Lesson | null {
  let waiting = 0;

  const run = async (overrides: Overrides): Promise<Recording | null> => {
    clearTimeout(waiting);
    const params: Record<string, string> = {};
    for (const [name, value] of Object.entries(overrides)) {
      if (name === "machine.cores") stage.setMachine({ cores: Number(value) });
      else if (name === "machine.gil") stage.setMachine({ gil: value === "True" });
      else params[name] = value;
    }
    const result = await stage.run({ params });
    return result.ok ? result.recording : null;
  };

  const adapted: LessonStage = {
    get recording() {
      return stage.recording;
    },
    show(name) {
      const s = scenarios.get(name);
      if (!s) return;
      stage.load(s);
      // Whoever shows a program often runs it with other knobs at once; otherwise it runs as it is.
      clearTimeout(waiting);
      waiting = window.setTimeout(() => void run({}), 100);
    },
    run(overrides) {
      stage.reset();
      return run(overrides);
    },
    turn: run,
    goto(event, entity, bring) {
      stage.selectEntity(entity, false);
      stage.seek(event);
      if (bring && matchMedia("(max-width: 760px)").matches) stage.showTab("timeline");
    },
    onRun: (listener) => stage.onRun((result) => {
      if (result.recording) listener(result.recording);
    }),
  };
  return mountLesson(main, adapted);
}
