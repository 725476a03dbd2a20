/* Every page of the site: it loads without complaint, stays inside its folder, and is whole without JavaScript. */

import test from "node:test";
import assert from "node:assert/strict";
import { address, allPages, inProfile, useBrowser } from "./browser";

useBrowser();

test("every page loads without complaint and asks for nothing outside its folder", async () => {
  const pages = await allPages();
  assert.ok(pages.length >= 8, `only ${pages.length} pages`);
  await inProfile(async ({ page }) => {
    const outside: string[] = [];
    page.on("request", (r) => { if (!r.url().startsWith(address) && !/^(data|blob):/.test(r.url())) outside.push(r.url()); });
    for (const path of pages) {
      await page.goto(address + path, { waitUntil: "load" });
      assert.equal(await page.locator("header.top .brand").count(), 1, `${path} has no header`);
      assert.equal(await page.locator("h1").count(), 1, `${path} needs one main heading`);
      assert.notEqual(await page.locator("html").getAttribute("lang"), null);
    }
    assert.deepEqual(outside, []);
  });
});

test("the other language's link leads to the same page, and back", async () => {
  await inProfile(async ({ page }) => {
    for (const path of (await allPages()).filter((p) => !p.startsWith("zh/"))) {
      await page.goto(address + path);
      await page.locator("header.top a[hreflang=zh]").click();
      await page.waitForURL(address + "zh/" + path);
      assert.equal(await page.locator("html").getAttribute("lang"), "zh");
      await page.locator("header.top a[hreflang=en]").click();
      await page.waitForURL(address + path);
    }
  });
});

test("without JavaScript, lessons have their text, code, output and timeline", async () => {
  const lessons = (await allPages()).filter((p) => /lessons\/[^/]+\/[^/]+\/$/.test(p));
  assert.ok(lessons.length >= 4, `only ${lessons.length} lessons`);
  await inProfile(async ({ page }) => {
    for (const path of lessons) {
      await page.goto(address + path);
      assert.ok(await page.locator(".stage .static-timeline svg").first().isVisible(), `${path} shows no timeline`);
      assert.ok((await page.locator(".stage .static-code .ln").count()) > 3, `${path} shows no code`);
      assert.ok((await page.locator(".stage .static-console .cl").count()) > 0, `${path} shows no output`);
      assert.ok(await page.locator("noscript, .noscript").count(), `${path} does not say what is missing`);
    }
  }, { javaScriptEnabled: false });
});

test("an address that leads nowhere says so and finds the way home", async () => {
  await inProfile(async ({ page, complaints }) => {
    await page.goto(address + "no/such/page/");
    const home = page.locator("a[data-home]").first();
    await home.waitFor({ state: "visible" });
    assert.equal(await home.getAttribute("href"), address);
    // The page and the places where site.json is not are the complaints to expect.
    assert.ok(complaints.length > 0);
    assert.ok(complaints.every((c) => c.includes("404")), complaints.join("\n"));
    complaints.length = 0;
  });
});

test("the theme follows the system, the switch and the next page", async () => {
  await inProfile(async ({ page }) => {
    const paper = async () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto(address + "lessons/");
    const light = await paper();
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = await paper();
    assert.notEqual(light, dark, "a dark system changes nothing");
    await page.locator("[data-theme-switch]").click();
    assert.equal(await paper(), light, "the switch does not lead back to light");
    await page.goto(address + "scenarios/");
    assert.equal(await paper(), light, "the next page forgot the choice");
  });
});
