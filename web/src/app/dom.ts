/* The few lines that save a library where a panel is built once and then only told things. */

type Child = Node | string | null | false;

export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attrs: Record<string, string | number | boolean | ((e: never) => void)> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [k, v] of Object.entries(attrs)) {
    if (typeof v === "function") node.addEventListener(k, v as unknown as EventListener);
    else if (v === true) node.setAttribute(k, "");
    else if (v !== false) node.setAttribute(k, String(v));
  }
  for (const c of children) if (c !== null && c !== false) node.append(c);
  return node;
}

const paths: Record<string, string> = {
  run: '<path d="M3 1.5v11l9-5.5z" fill="currentColor"/>',
  stop: '<rect x="2.5" y="2.5" width="9" height="9" fill="currentColor"/>',
  back: '<path d="M10 2L4.500 7 10 12M2 2v10" fill="none" stroke="currentColor" stroke-width="1.75"/>',
  forward: '<path d="M4 2l5.500 5L4 12M12 2v10" fill="none" stroke="currentColor" stroke-width="1.75"/>',
  dice: '<rect x="1" y="1" width="12" height="12" rx="2.500" fill="none" stroke="currentColor" stroke-width="1.500"/><g fill="currentColor"><circle cx="4.400" cy="4.400" r="1.200"/><circle cx="9.600" cy="4.400" r="1.200"/><circle cx="7" cy="7" r="1.200"/><circle cx="4.400" cy="9.600" r="1.200"/><circle cx="9.600" cy="9.600" r="1.200"/></g>',
  close: '<path d="M2.500 2.500l9 9m0-9l-9 9" stroke="currentColor" stroke-width="1.500"/>',
  pin: '<path d="M4 1.500h6M5 1.500v4L3 8h8L9 5.500v-4M7 8v5" fill="none" stroke="currentColor" stroke-width="1.500"/>',
  share: '<path d="M7 9V1.500M4 4l3-3 3 3M2 7.500v5h10v-5" fill="none" stroke="currentColor" stroke-width="1.500"/>',
};

export function icon(name: keyof typeof paths | string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 14 14");
  svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = paths[name] ?? "";
  return svg;
}

/** One line in the voice of a screen reader. */
export function announce(text: string): void {
  let box = document.getElementById("live-region");
  if (!box) document.body.append((box = el("div", { id: "live-region", class: "visually-hidden", role: "status", "aria-live": "polite" })));
  box.textContent = text;
}

export const count = (n: number): string => n.toLocaleString("en-US");
