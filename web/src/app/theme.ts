/* Light or dark: the system's choice until the reader makes one, which is remembered where there is a memory. */

import type { Strings } from "./strings";

const KEY = "loopscope-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

const isDark = (): boolean => (document.documentElement.dataset["theme"] ?? (dark.matches ? "dark" : "light")) === "dark";

export function startTheme(t: Strings): void {
  const asked = new URLSearchParams(location.search).get("theme");
  if (asked === "light" || asked === "dark") document.documentElement.dataset["theme"] = asked;
  else {
    try {
      const kept = localStorage.getItem(KEY);
      if (kept === "light" || kept === "dark") document.documentElement.dataset["theme"] = kept;
    } catch {
      // no memory: the system decides
    }
  }
  const buttons = [...document.querySelectorAll<HTMLElement>("[data-theme-switch]")];
  const draw = (): void => {
    for (const b of buttons) {
      b.textContent = isDark() ? t.light : t.dark;
      b.title = isDark() ? t.toLight : t.toDark;
      b.hidden = false;
    }
  };
  const change = (): void => { draw(); dispatchEvent(new CustomEvent("loopscope:theme")); };
  for (const b of buttons) {
    b.addEventListener("click", () => {
      const next = isDark() ? "light" : "dark";
      document.documentElement.dataset["theme"] = next;
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // holds for this page
      }
      change();
    });
  }
  dark.addEventListener("change", change);
  draw();
}

/** The switch of language keeps what the address says: the program of a link is the same in every language. */
export function startLanguageSwitch(): void {
  for (const a of document.querySelectorAll<HTMLAnchorElement>("a[data-switch-language]")) {
    a.addEventListener("click", () => {
      const url = new URL(a.href);
      url.search = location.search;
      url.hash = location.hash;
      a.href = url.href;
    });
  }
}
