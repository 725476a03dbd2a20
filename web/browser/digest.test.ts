/* The picture that the build put into a page and the run in front of the reader are the same run, to the byte. */

import test from "node:test";
import assert from "node:assert/strict";
import { address, allPages, inProfile, useBrowser } from "./browser";
import { ended } from "./stage";

useBrowser();

test("each scenario reproduces the recording of the build", async () => {
  const pages = (await allPages()).filter((p) => /^scenarios\/./.test(p));
  assert.ok(pages.length > 0, "there are no scenarios");
  await inProfile(async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener("loopscope:run", (e) => {
        document.documentElement.dataset["digest"] = (e as CustomEvent<{ digest: string }>).detail.digest;
      });
    });
    for (const path of pages) {
      const html = await (await fetch(address + path)).text();
      const built = /"digest":"([0-9a-f]+)"/.exec(html)?.[1];
      assert.ok(built, `${path} has no recording`);
      await page.goto(address + path);
      await ended(page);
      await page.locator("html[data-digest]").waitFor();
      assert.equal(await page.locator("html").getAttribute("data-digest"), built, path);
    }
  });
});
