/* The button that copies a link: says what the link holds, and whether it may be too long for where it goes. */

import { LONG_LINK } from "../share/codec";
import { MAX_CODE } from "../share/state";
import type { Config } from "./config";
import { count, el, icon } from "./dom";
import { linkOf, replaceAddress } from "./link";
import type { Stage } from "./stage";

/** Copies the link and says what it holds; where the clipboard is closed, the link lies there to be copied. */
export async function shareStage(stage: Stage, anchor: HTMLElement, config: Config, here: boolean): Promise<void> {
  const t = stage.t;
  if (stage.source.length > MAX_CODE) {
    stage.notice("share", { tone: "bad", title: t.linkTooBig(count(stage.source.length)) });
    return;
  }
  const link = linkOf(stage, config);
  let copied = false;
  try {
    await navigator.clipboard.writeText(link);
    copied = true;
  } catch {
    // no permission, or a frame without it: the field below is the way
  }
  if (here) replaceAddress(link);
  document.querySelector(".sharebox")?.remove();
  const field = el("input", { type: "text", readonly: true, value: link, "aria-label": t.share });
  field.value = link;
  const notes = [link.includes("#") ? t.linkWhole : t.linkUnedited];
  if (!stage.last?.digest) notes.push(t.linkNoRun);
  if (link.length > LONG_LINK) notes.push(t.linkLong(count(link.length)));
  const close = (): void => { box.remove(); document.removeEventListener("pointerdown", outside); anchor.focus(); };
  const box = el("div", { class: "menu sharebox", role: "dialog", "aria-label": t.share },
    el("b", {}, copied ? t.linkCopied : t.linkReady), field, ...notes.map((n, i) => el("p", { class: i === notes.length - 1 && link.length > LONG_LINK ? "warn" : "" }, n)),
    el("button", { type: "button", class: "btn ico bare x", "aria-label": t.close, title: t.close, click: () => close() }, icon("close")));
  const outside = (e: Event): void => { if (!box.contains(e.target as Node)) close(); };
  box.addEventListener("keydown", (e) => { if (e.key === "Escape") { e.stopPropagation(); close(); } });
  document.body.append(box);
  const r = anchor.getBoundingClientRect();
  box.style.top = `${Math.min(r.bottom + 6, innerHeight - box.offsetHeight - 8)}px`;
  box.style.right = `${Math.max(8, innerWidth - r.right)}px`;
  setTimeout(() => document.addEventListener("pointerdown", outside));
  field.focus();
  field.select();
}
