/* A lesson: a prediction is answered by a run, moments move the playhead, boxes turn knobs, the second program takes
   the stage over; all of it by keyboard too. */

import test from "node:test";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { address, inProfile, useBrowser } from "./browser";
import { ended, open, printed, program, write } from "./stage";

useBrowser();

const LESSON = "lessons/generators/coroutines/";

const at = (page: Page): Promise<string> => page.locator(".up-to").innerText();

test("the run stays covered until the question is answered, and the run gives the answer", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    const form = page.locator("#predict-1"), verdict = form.locator(".verdict");
    assert.equal(await page.locator(".beside[data-cover] .cover").count(), 1);
    assert.equal(await page.locator(".output .con").isVisible(), false, "the output can be seen");

    await form.getByRole("button").first().click();
    assert.match(await verdict.innerText(), /Choose an answer/);

    await form.getByLabel("adder: got 2").check();
    await form.getByRole("button").first().click();
    await page.waitForFunction(() => /The run says/.test(document.querySelector("#predict-1 .verdict")?.textContent ?? ""));
    assert.match(await verdict.innerText(), /Not this time.*producer: total 1/);
    assert.match(await form.locator("label[data-mark=right]").innerText(), /producer: total 1[^]*what the run says/);
    assert.match(await form.locator("label[data-mark=wrong]").innerText(), /adder: got 2[^]*your choice/);
    assert.equal(await form.locator("details").getAttribute("open"), "");
    assert.equal(await page.locator(".cover").count(), 0);
    assert.ok(await page.locator(".output .con").isVisible());

    await form.getByLabel("producer: total 1").check();
    assert.equal(await verdict.innerText(), "", "the old verdict stays beside a new choice");
    await form.getByLabel("producer: total 1").press("Enter");
    await page.waitForFunction(() => /Right/.test(document.querySelector("#predict-1 .verdict")?.textContent ?? ""));
  });
});

test("no page holds the answer to its question", async () => {
  await inProfile(async ({ page, complaints }) => {
    await page.goto(address + LESSON);
    for (const label of await page.locator("form.predict label").all()) {
      const attributes = await label.evaluate((l) => [l, ...l.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()));
      assert.ok(attributes.every((a) => ["type", "name", "value", "class"].includes(a)), attributes.join());
    }
    complaints.length = 0; // of scripts that were not let run
  }, { javaScriptEnabled: false });
});

test("a question with knobs turns them, and asks the run", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    const form = page.locator("#predict-2");
    await form.getByRole("radio").last().check();
    await form.getByRole("button").first().click();
    await page.waitForFunction(() => /The run says/.test(document.querySelector("#predict-2 .verdict")?.textContent ?? ""));
    assert.match(await form.locator(".verdict").innerText(), /Right\. The run says: 7\./);
    assert.match(await program(page), /^items = 5 /m);
  });
});

test("a moment moves the playhead and is marked, by mouse and by keyboard", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    const moments = page.locator("a.moment[data-scenario=producer]:visible");
    await moments.nth(0).click();
    await page.waitForTimeout(100);
    const first = await at(page);
    assert.equal(await moments.nth(0).getAttribute("aria-current"), "true");
    await moments.nth(2).focus();
    await page.keyboard.press("Space");
    await page.waitForTimeout(100);
    assert.notEqual(await at(page), first);
    assert.equal(await page.locator("a.moment[aria-current]").count(), 1);
    assert.match(await page.locator("main > [role=status]").innerText(), /^adder, /);
  });
});

test("a box turns its knob in the program as it stands", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    await write(page, (await program(page)).replace('print("end")', 'print("the end")'));
    await page.getByRole("button", { name: "Set items = 6 and run" }).click();
    await page.waitForTimeout(100);
    await ended(page);
    const { out } = await printed(page);
    assert.equal(out.at(-1), "the end");
    assert.ok(out.includes("adder: got 6"), out.join("\n"));
  });
});

test("the second program takes the stage when the reader comes to it, and the first one comes back", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    await page.locator("section.scene").scrollIntoViewIfNeeded();
    await page.locator("#predict-3").evaluate((e) => e.scrollIntoView({ block: "start" }));
    await page.locator(".live-stage[data-scenario=countdown]").waitFor();
    assert.match(await program(page), /def countdown/);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(".live-stage[data-scenario=producer]").waitFor();
    assert.match(await program(page), /def producer/);
    await page.locator("a.moment[data-scenario=countdown]:visible").first().click();
    await page.waitForTimeout(200);
    await ended(page);
    assert.match(await program(page), /def countdown/);
  });
});

test("a moment that a changed program does not have says so", async () => {
  await inProfile(async ({ page }) => {
    await open(page, LESSON);
    await write(page, "print('nothing else')\n");
    await page.getByRole("button", { name: /^Run/ }).and(page.locator(".run:visible")).click();
    await page.waitForTimeout(100);
    await ended(page);
    const moment = page.locator("a.moment[data-scenario=producer]:visible").first();
    assert.equal(await moment.getAttribute("aria-disabled"), "true");
    await moment.press("Enter"); // it is marked as out of use, and says why to whoever tries
    await page.waitForFunction(() => /no adder in this run/.test(document.querySelector("main > [role=status]")?.textContent ?? ""));
  });
});

test("in Chinese the lesson speaks Chinese", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "zh/" + LESSON);
    const form = page.locator("#predict-1");
    await form.getByRole("radio").nth(1).check();
    await form.getByRole("button").first().click();
    await page.waitForFunction(() => /运行的结果/.test(document.querySelector("#predict-1 .verdict")?.textContent ?? ""));
    assert.match(await form.locator(".verdict").innerText(), /对了/);
  });
});
