/* What tests do with a stage: type a program, run it, read what it shows. Names of things are those that a person or a
   screen reader meets; classes only where there is no such name. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { address } from "./browser";

export interface Span { lane: string; state: string; from: number; to: number; reason: string }

/** Opens a page of the site and waits for the run that it starts with. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(address + path);
  await ended(page);
}

/** Waits until the run under way has ended, one way or another. */
export async function ended(page: Page): Promise<void> {
  await page.locator(".live-stage[aria-busy=false]").waitFor();
  await page.waitForFunction(() => {
    const stage = document.querySelector(".live-stage");
    // Before the first run begins nothing is busy either, but nothing is shown.
    return stage?.getAttribute("aria-busy") === "false" && (stage.querySelector(".up-to")?.textContent !== "" || stage.querySelector(".notices")?.childElementCount);
  });
}

/** Replaces the program in the editor, as pasting over everything does. */
export async function write(page: Page, program: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(program);
}

export async function run(page: Page): Promise<void> {
  const before = await page.locator(".live-stage").getAttribute("aria-busy");
  assert.equal(before, "false", "something runs already");
  await page.locator("button.run:visible").click();
  await page.waitForTimeout(50); // until the button's work has begun
  await ended(page);
}

/** The program as copying it gives it; the editor also shows what is not part of it. */
export async function program(page: Page): Promise<string> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+c");
  await page.keyboard.press("ArrowLeft");
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The timeline's spans, from the table that stands for it. */
export async function spans(page: Page): Promise<Span[]> {
  await page.waitForTimeout(100); // the table is written when the picture has settled
  return page.locator("table.visually-hidden tbody tr").evaluateAll((rows) => rows.map((r) => {
    const row = r as HTMLTableRowElement;
    return {
      lane: row.cells[0]?.textContent ?? "", state: row.dataset["state"] ?? "", reason: row.cells[4]?.textContent ?? "",
      from: Number(row.dataset["from"]), to: Number(row.dataset["to"]),
    };
  }));
}

/** What the program has printed, one string a stream. */
export async function printed(page: Page): Promise<{ out: string[]; err: string }> {
  return page.locator(".output").evaluate((node) => {
    const lines = [...node.querySelectorAll(".cl")];
    const text = (l: Element): string => l.querySelector("span")?.textContent ?? "";
    return { out: lines.filter((l) => !l.classList.contains("err")).map(text), err: lines.filter((l) => l.classList.contains("err")).map(text).join("\n") };
  });
}

/** Presses Share and returns the link that is then on the clipboard. */
export async function share(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).first().click();
  await page.locator(".sharebox").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Escape");
  return link;
}

export async function notices(page: Page): Promise<string> {
  return (await page.locator(".notices").allInnerTexts()).join("\n");
}
