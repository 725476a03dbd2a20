/* Keys of the whole page. While something is being typed they belong to it; only Ctrl Enter always runs. */

import { el, icon } from "./dom";
import type { Stage } from "./stage";

export function startKeyboard(stage: () => Stage | null): void {
  document.addEventListener("keydown", (e) => {
    const s = stage();
    if (!s || e.defaultPrevented) return;
    if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) {
      e.preventDefault();
      void s.run();
      return;
    }
    if (e.key === "Escape") {
      const open = document.querySelector(".keys");
      if (open) { open.remove(); e.preventDefault(); return; }
    }
    if (typing(e.target) || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "?") {
      e.preventDefault();
      showKeys(s);
      return;
    }
    // Space and Enter press what has the focus.
    if ((e.key === " " || e.key === "Enter") && (e.target as HTMLElement).closest?.("button, a, summary, [role=tab], [role=button]")) return;
    if (s.timeline.handleKey(e)) e.preventDefault();
    else if (e.key === "Escape" && s.selected) s.selectEntity(0);
  });
}

const typing = (target: EventTarget | null): boolean => {
  const t = target as HTMLElement | null;
  if (!t || typeof t.closest !== "function") return false;
  const input = t.closest("input");
  if (input) return !["checkbox", "radio", "button", "submit"].includes(input.type);
  return t.isContentEditable || t.closest("textarea, select, [contenteditable=true], .cm-editor, [role=separator], [role=slider]") !== null;
};

function showKeys(stage: Stage): void {
  const t = stage.t;
  document.querySelector(".keys")?.remove();
  const before = document.activeElement as HTMLElement | null;
  const close = (): void => { box.remove(); before?.focus(); };
  const box = el("div", { class: "menu keys", role: "dialog", "aria-label": t.keysTitle, tabindex: "-1" },
    el("b", {}, t.keysTitle),
    el("dl", {}, ...t.keyList.flatMap(([k, what]) => [el("dt", {}, ...k.split(" ").map((x) => el("kbd", {}, x))), el("dd", {}, what)])),
    el("button", { type: "button", class: "btn ico bare x", "aria-label": t.close, title: t.close, click: close }, icon("close")));
  document.body.append(box);
  box.focus();
}
