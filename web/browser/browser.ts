/* What the tests share: a browser, new profiles, and the demand that no page complains. */

import { existsSync } from "node:fs";
import { after, before } from "node:test";
import assert from "node:assert/strict";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

export const address = process.env["LOOPSCOPE_ADDRESS"] ?? "";

const places = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
/** Without these, Chromium looks for its maker's hosts; the tests run without a network. */
const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let browser: Browser | undefined;

/** Call once at the top of a test file: one browser serves all its tests. */
export function useBrowser(): void {
  before(async () => {
    const executablePath = places.find((p) => p && existsSync(p));
    assert.ok(executablePath, "no Chromium found; install it, or name it in CHROMIUM");
    browser = await chromium.launch({ executablePath, args: flags });
  });
  after(async () => browser?.close());
}

export interface Profile {
  context: BrowserContext;
  page: Page;
  /** What the pages complained about so far: console errors, exceptions, answers that failed. */
  complaints: string[];
}

/** A clean browser profile with one page; it must not have complained by the end. */
export async function inProfile(work: (p: Profile) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  assert.ok(browser, "useBrowser() was not called");
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...options });
  const complaints: string[] = [];
  context.on("page", (page) => {
    page.on("console", (m) => { if (m.type() === "error") complaints.push(`${page.url()}: ${m.text()}`); });
    page.on("pageerror", (e) => complaints.push(`${page.url()}: ${e.stack ?? e.message}`));
    page.on("response", (r) => { if (r.status() >= 400) complaints.push(`${r.url()}: ${r.status()}`); });
    // A browser without JavaScript refuses preloaded scripts as if by policy.
    page.on("requestfailed", (r) => { if (!/ERR_ABORTED|^csp$/.test(r.failure()?.errorText ?? "")) complaints.push(`${r.url()}: ${r.failure()?.errorText}`); });
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await work({ context, page, complaints });
    assert.deepEqual(complaints, [], "the pages complained");
  } finally {
    await context.close();
  }
}

/** The paths of all pages, from the site's own list of its files. */
export async function allPages(): Promise<string[]> {
  const site = (await (await fetch(address + "site.json")).json()) as { files: Record<string, string> };
  return Object.keys(site.files).filter((f) => f.endsWith("index.html")).map((f) => f.slice(0, -"index.html".length)).sort();
}
