// Predictions: the reader says what will happen, then a run answers.
//
// The form comes complete from the build but for one thing: which option is right is nowhere in the page. Submitting
// runs the program with the form's knobs, asks the recording, and marks the options by what it said. The playhead goes
// to the event that shows the answer.
// May import: query, stage, words. Must not know: how a stage is made.

import type { Recording } from "../recording/recording";
import { ask, fits, parseQuery, type Answer } from "./query";
import type { LessonStage, Overrides } from "./stage";
import { explain, type Words } from "./words";

type Verdict = "right" | "wrong" | "none";

export function mountPrediction(form: HTMLFormElement, stage: () => LessonStage, words: Words): void {
  const verdict = form.querySelector<HTMLElement>(".verdict")!;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  const text = form.querySelector<HTMLInputElement>("input[type=text]");
  const details = form.querySelector<HTMLDetailsElement>("details.explanation");
  let busy = false;

  const say = (sentence: string, kind: Verdict): void => {
    verdict.textContent = sentence;
    verdict.dataset["verdict"] = kind;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy) return;
    const choice = form.querySelector<HTMLInputElement>("input[type=radio]:checked");
    const given = text ? text.value : (choice?.value ?? "");
    if (given.trim() === "") {
      say(text ? words.write : words.choose, "none");
      (text ?? form.querySelector<HTMLInputElement>("input[type=radio]"))?.focus();
      return;
    }
    busy = true;
    button.setAttribute("aria-disabled", "true");
    clearMarks(form);
    say(words.running, "none");
    void answer(form, stage())
      .then((result) => {
        if (result === null) return say(words.failed, "none");
        const { answer, recording, stage } = result;
        const right = fits(answer, given);
        const known = text !== null || markOptions(form, answer, words);
        say(right ? words.right(answer.text) : known ? words.wrong(answer.text) : words.otherwise(answer.text), right ? "right" : "wrong");
        if (details) details.open = true;
        button.textContent = words.again;
        if (answer.event >= 0) stage.goto(answer.event, recording.columns.who[answer.event]!, false); // the verdict is what is read now
      })
      .catch((error: unknown) => say(explain(words, error), "none"))
      .finally(() => {
        busy = false;
        button.removeAttribute("aria-disabled");
      });
  });

  // Another choice is another guess: what the last run said about the old one no longer applies.
  form.addEventListener("change", () => {
    if (busy) return;
    clearMarks(form);
    say("", "none");
  });
}

async function answer(form: HTMLFormElement, stage: LessonStage): Promise<{ answer: Answer; recording: Recording; stage: LessonStage } | null> {
  const query = parseQuery(form.dataset["query"] ?? "");
  const overrides = overridesOf(form);
  let base: Recording | null = null;
  if (query.verb === "ratio") {
    base = await stage.run({});
    if (!base) return null;
  }
  const recording = await stage.run(overrides);
  return recording && { answer: ask(recording, query, base ?? recording), recording, stage };
}

export function overridesOf(element: HTMLElement): Overrides {
  return JSON.parse(element.dataset["with"] || "{}") as Overrides;
}

/** Says at each option what became of it, in words and not by colour alone; false if no option is right. */
function markOptions(form: HTMLFormElement, answer: Answer, words: Words): boolean {
  let known = false;
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
    const right = fits(answer, input.value);
    known ||= right;
    if (!right && !input.checked) continue;
    const label = input.closest("label")!;
    label.dataset["mark"] = right ? "right" : "wrong";
    const note = document.createElement("small");
    note.className = "mark";
    note.textContent = right ? words.isRight : words.isWrong;
    label.append(note);
  }
  return known;
}

function clearMarks(form: HTMLFormElement): void {
  for (const label of form.querySelectorAll<HTMLElement>("label[data-mark]")) {
    delete label.dataset["mark"];
    label.querySelector("small.mark")?.remove();
  }
}
