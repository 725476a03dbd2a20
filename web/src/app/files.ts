/* The files of a program beside main.py: tabs over the editor. main.py is always there and first; the others are
   modules that it imports, or data that it opens. Knows nothing of runs: it tells the stage what changed. */

import { goodFileName, MAX_FILES } from "../share/state";
import { el, icon } from "./dom";
import type { Strings } from "./strings";

/** The one whose knobs are shown and that is run. */
export const MAIN = "main.py";

export interface SourceFile { name: string; text: string }

export const sameFiles = (a: readonly SourceFile[], b: readonly SourceFile[]): boolean =>
  a.length === b.length && a.every((f, i) => f.name === b[i]!.name && f.text === b[i]!.text);

export interface FileTabsOptions {
  t: Strings;
  /** What main.py is called here: the scenario's own name. */
  mainName: string;
  names: readonly string[];
  active: string;
  /** Whether files can be added and removed. */
  editable: boolean;
  onOpen(name: string): void;
  onAdd(name: string): void;
  onRemove(name: string): void;
}

/** Draws the row of tabs into a host; a program of one file is just its name. */
export function renderFileTabs(host: HTMLElement, o: FileTabsOptions): void {
  const { t } = o;
  const label = (name: string): string => (name === MAIN ? o.mainName : name);
  const many = o.names.length > 1;
  const tabs = o.names.map((name) => {
    if (!many) return el("b", {}, label(name));
    const on = name === o.active;
    const tab = el("span", { class: on ? "file on" : "file" },
      el("button", { type: "button", class: "open", "aria-pressed": String(on), click: () => o.onOpen(name) }, label(name)));
    if (o.editable && name !== MAIN && on) {
      tab.append(el("button", { type: "button", class: "drop", title: t.removeFile(name), "aria-label": t.removeFile(name), click: () => o.onRemove(name) }, icon("close")));
    }
    return tab;
  });
  const add = o.editable && o.names.length < MAX_FILES
    ? el("button", { type: "button", class: "btn ico bare small add-file", title: t.addFile, "aria-label": t.addFile, click: () => ask(host, o) }, "+")
    : null;
  host.classList.toggle("many", many);
  host.replaceChildren(...tabs, ...(add ? [add] : []));
}

/** A field in place of the button; Enter adds, Escape and an empty name do not. */
function ask(host: HTMLElement, o: FileTabsOptions): void {
  const { t } = o;
  const field = el("input", { class: "new-file", type: "text", spellcheck: "false", autocapitalize: "off", placeholder: "helpers.py", "aria-label": t.newFile, size: 16 });
  const problem = el("span", { class: "bad-name", role: "alert" });
  let closed = false;
  const close = (): void => {
    if (closed) return;
    closed = true;
    renderFileTabs(host, o);
  };
  field.addEventListener("keydown", (e: KeyboardEvent) => {
    e.stopPropagation();
    if (e.key === "Escape") {
      close();
      return;
    }
    if (e.key !== "Enter") return;
    e.preventDefault(); // the key must not arrive in the editor, which is about to be shown
    const typed = field.value.trim(), name = typed === "" || /\.\w+$/.test(typed) ? typed : `${typed}.py`;
    if (name === "") close();
    else if (!goodFileName(name)) problem.textContent = t.badFileName;
    else if (o.names.includes(name)) problem.textContent = t.fileExists(name);
    else {
      closed = true;
      o.onAdd(name);
    }
  });
  field.addEventListener("blur", () => close());
  host.querySelector(".add-file")?.replaceWith(field, problem);
  field.focus();
}
