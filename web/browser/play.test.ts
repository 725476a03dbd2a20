/* The main path: open, turn a knob, edit, run, watch, share; and what happens when something is wrong. */

import test from "node:test";
import assert from "node:assert/strict";
import { address, inProfile, useBrowser } from "./browser";
import { ended, notices, open, printed, program, run, share, spans, write } from "./stage";

useBrowser();

const PAGES = `import asyncio

workers = 3  #@param {type:"slider", min:1, max:8}

async def fetch(n):
    await asyncio.sleep(0.1 * n)
    print(f"page {n} 页")

async def main():
    await asyncio.gather(*(fetch(n) for n in range(workers)))

asyncio.run(main())
`;

test("a person edits a program, turns its knob, runs it, and the link reproduces the run elsewhere", async () => {
  let link = "", digest = "";
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, PAGES);
    await run(page);
    assert.deepEqual((await printed(page)).out, ["page 0 页", "page 1 页", "page 2 页"]);

    await page.getByLabel("workers", { exact: true }).fill("5");
    assert.match(await program(page), /^workers = 5 {2}#@param/m, "the knob does not edit the code");
    await page.locator(".cm-content").press("ControlOrMeta+Enter");
    await page.waitForTimeout(50);
    await ended(page);
    assert.deepEqual((await printed(page)).out, [0, 1, 2, 3, 4].map((n) => `page ${n} 页`));

    const all = await spans(page);
    const sleeper = all.filter((s) => s.state === "wait" && /sleep/.test(s.reason) && Math.round((s.to - s.from) / 1e6) === 400);
    assert.equal(sleeper.length, 1, `one task sleeps 400 ms:\n${JSON.stringify(all, null, 1)}`);
    assert.ok(all.some((s) => s.lane === sleeper[0]!.lane && s.state === "run" && s.from >= sleeper[0]!.to), "it runs when it has slept");
    assert.ok(all.some((s) => s.lane === sleeper[0]!.lane && s.state === "done"), "and is done");

    link = await share(page);
    assert.ok(link.startsWith(address + "play/#v"), link);
    assert.ok(link.length < 2000, `the link has ${link.length} characters`);
    digest = /digest=([0-9a-f]+)/.exec(link)?.[1] ?? "";
  });
  await inProfile(async ({ page }) => {
    await page.goto(link);
    await page.getByText(/Reproduced to the byte/).waitFor();
    const said = /digest ([0-9a-f]+)/.exec(await notices(page))?.[1];
    assert.match(said ?? "", /^[0-9a-f]{6,}$/);
    if (digest) assert.equal(said, digest);
    assert.match(await program(page), /^workers = 5 {2}#@param/m);
    assert.equal((await printed(page)).out.length, 5);
    assert.equal(await page.getByLabel("workers", { exact: true }).inputValue(), "5");
  });
});

test("editing the literal moves the knob, and Reset brings both back", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "scenarios/gather/");
    const before = await program(page), knob = page.getByLabel("workers", { exact: true });
    await write(page, before.replace(/^workers = \d+/m, "workers = 7"));
    assert.equal(await knob.inputValue(), "7");
    await page.getByRole("button", { name: "Reset" }).click();
    assert.equal(await program(page), before);
    assert.notEqual(await knob.inputValue(), "7");
  });
});

test("the link to a scenario with turned knobs is readable and works", async () => {
  let link = "";
  await inProfile(async ({ page }) => {
    await open(page, "scenarios/gather/");
    await page.getByLabel("workers", { exact: true }).fill("2");
    await run(page);
    link = await share(page);
    assert.match(link, /\?.*workers=2/);
    assert.ok(!link.includes("#"), link);
  });
  await inProfile(async ({ page }) => {
    await page.goto(link.replace("workers=2", "workers=6"));
    await ended(page);
    assert.equal(await page.getByLabel("workers", { exact: true }).inputValue(), "6");
  });
});

test("broken, cut and hostile links say so and harm nothing", async () => {
  let good = "";
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, PAGES);
    await run(page);
    good = await share(page);
  });
  const data = good.slice(good.indexOf("#") + 1), version = /^v\d+\./.exec(data)?.[0] ?? "";
  for (const hash of [`${version}!!!`, data.slice(0, data.length >> 1), `v999.${data.slice(version.length)}`, version, `${version}${"A".repeat(3000)}`]) {
    await inProfile(async ({ page }) => {
      await page.goto(`${address}play/#${hash}`);
      await page.getByText("This link cannot be opened").first().waitFor();
      await ended(page);
      await write(page, "print('unharmed')\n");
      await run(page);
      assert.deepEqual((await printed(page)).out, ["unharmed"]);
    });
  }
  await inProfile(async ({ page }) => {
    await page.goto(`${address}play/?scenario=${encodeURIComponent("<img src=x onerror=document.title='owned'>")}&workers=${encodeURIComponent("__import__('os')")}&seed=abc`);
    await page.locator(".live-stage").waitFor();
    await page.waitForTimeout(500);
    assert.notEqual(await page.title(), "owned");
    assert.equal(await page.locator(".notices img").count(), 0);
  });
});

test("Stop ends an endless loop, and what was recorded stays", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, "print('begun')\nwhile True: pass\n");
    await page.locator("button.run:visible").click();
    await page.waitForTimeout(400);
    const began = Date.now();
    await page.locator("button.stop:visible").click();
    await ended(page);
    assert.ok(Date.now() - began < 2000, `Stop took ${Date.now() - began} ms`);
    assert.deepEqual((await printed(page)).out, ["begun"]);
    await write(page, "print('again')\n");
    await run(page);
    assert.deepEqual((await printed(page)).out, ["again"]);
  });
});

test("a syntax error is shown as Python words it, at its line, in editor and console", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, "x = 1\nif x = 1:\n    pass\n");
    await run(page);
    const { err } = await printed(page);
    assert.match(err, /line 2\n {4}if x = 1:\n {7}\^\^\^\^\^\nSyntaxError: invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?/);
    const line = await page.evaluate(() => [...document.querySelectorAll(".cm-line")].findIndex((l) => l.querySelector(".cm-wrong.error")) + 1);
    assert.equal(line, 2, "the underline is not at line 2");
  });
});

test("an exception that nobody catches shows the traceback and the exit status", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, "def f(n):\n    return 1 / n\n\nprint('first')\nf(0)\n");
    await run(page);
    const { out, err } = await printed(page);
    assert.deepEqual(out, ["first"]);
    assert.match(err, /Traceback \(most recent call last\):[^]*line 5, in <module>\n {4}f\(0\)[^]*line 2, in f\n {4}return 1 \/ n\n {11}~~\^~~\nZeroDivisionError: division by zero/);
    assert.match(await page.locator(".output").innerText(), /exit status 1/);
  });
});

test("bounds end runs with a clear error and keep what was recorded", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    for (const [text, says] of [
      ["print('x' * 10**12)\n", /MemoryError/],
      ["def f(): return f()\nf()\n", /RecursionError: maximum recursion depth exceeded/],
      ["import nosuchmodule\n", /No module named 'nosuchmodule'/],
    ] as const) {
      await write(page, "print('before')\n" + text);
      await run(page);
      const { out, err } = await printed(page);
      assert.deepEqual(out, ["before"]);
      assert.match(err + (await notices(page)), says);
      assert.ok((await spans(page)).length > 0, "nothing was recorded");
    }
  });
});

test("the playhead moves the marked line and the console with it", async () => {
  await inProfile(async ({ page }) => {
    await open(page, "play/");
    await write(page, "import time\nprint('one')\ntime.sleep(1)\nprint('two')\n");
    await run(page);
    await page.locator(".tl-host [tabindex='0']").first().focus();
    await page.keyboard.press("Home");
    await page.waitForTimeout(100);
    const early = await page.locator(".up-to").innerText(), hollow = await page.locator(".output .cl.later").count();
    await page.keyboard.press("End");
    await page.waitForTimeout(100);
    assert.notEqual(await page.locator(".up-to").innerText(), early);
    assert.ok(hollow > (await page.locator(".output .cl.later").count()), "lines after the playhead are not told apart");
  });
});
