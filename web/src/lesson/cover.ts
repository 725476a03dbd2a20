// The cover: where a lesson asks what a program will print, the output and the timeline of that program stay covered
// until the reader has answered, has run it, or asks to see them. Without script nothing is covered.
//
// The build marks <div class="beside" data-cover> so that style covers the picture before this code arrives; the state
// is kept for the visit, so that coming back to a lesson does not ask again.
// May import: words. Must not know: what is under it.

import type { Words } from "./words";

export class Cover {
  private readonly seen = new Set<string>();
  private current = "";

  /** `asked` are the programs whose first question is about the program as it came. */
  constructor(private readonly beside: HTMLElement, private readonly asked: ReadonlySet<string>, private readonly words: Words) {
    for (const name of asked) if (recall(name)) this.seen.add(name);
    beside.addEventListener("click", this.onClick, true);
    beside.addEventListener("keydown", this.onKey, true);
  }

  /** Another program is on the stage. */
  show(name: string): void {
    this.current = name;
    const covered = this.asked.has(name) && !this.seen.has(name);
    this.beside.toggleAttribute("data-cover", covered);
    this.beside.querySelector(".cover")?.remove();
    const output = this.beside.querySelector(".output");
    if (!covered || !output) return;
    const note = document.createElement("div");
    note.className = "cover";
    const text = document.createElement("p");
    text.textContent = this.words.covered;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn small";
    button.textContent = this.words.uncover;
    button.addEventListener("click", () => this.lift());
    note.append(text, button);
    output.append(note);
  }

  /** The reader knows enough to see the run. */
  lift(): void {
    if (this.asked.has(this.current) && !this.seen.has(this.current)) {
      this.seen.add(this.current);
      remember(this.current);
    }
    this.show(this.current);
  }

  destroy(): void {
    this.beside.removeEventListener("click", this.onClick, true);
    this.beside.removeEventListener("keydown", this.onKey, true);
  }

  // Whoever presses Run wants to see the run.
  private readonly onClick = (e: Event): void => {
    if (e.target instanceof Element && e.target.closest("button.run")) this.lift();
  };
  private readonly onKey = (e: KeyboardEvent): void => {
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) this.lift();
  };
}

const key = (name: string): string => `loopscope-seen:${location.pathname}:${name}`;

function recall(name: string): boolean {
  try {
    return sessionStorage.getItem(key(name)) !== null;
  } catch {
    return false; // no storage: a sandboxed frame
  }
}

function remember(name: string): void {
  try {
    sessionStorage.setItem(key(name), "1");
  } catch {
    // It is asked again after a reload, no more.
  }
}
