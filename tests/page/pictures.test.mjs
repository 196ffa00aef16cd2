// Each step on two projectors, beside the pictures that people looked at. UPDATE_PICTURES=1 takes them
// anew; look at every one before committing it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { PNG } from "pngjs";
import { dataOf, enter, linkOf, openBrowser, pages, withMadeUpFigures } from "./room.mjs";

const folder = new URL("./pictures/", import.meta.url);
const file = path.join(pages, "made_up.html");
let browser;
before(async () => {
  withMadeUpFigures(path.join(pages, "nl.html"), file);
  browser = await openBrowser();
});
after(async () => browser.close());

/** Part of the pixels that differ visibly. */
function difference(one, other) {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differ = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const most = Math.max(...[0, 1, 2].map((c) => Math.abs(one.data[at + c] - other.data[at + c])));
    if (most > 48) ++differ;
  }
  return (4 * differ) / one.data.length;
}

/** Sixteen steps of each colour: half the size, and closer than what counts as a difference. */
function small(picture) {
  for (let at = 0; at < picture.data.length; ++at) {
    picture.data[at] = 17 * Math.round(picture.data[at] / 17);
  }
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, filterType: 0 });
}

const allowed = 0.02; // other versions of fonts and browser move edges of letters

for (const [width, height] of [[1280, 800], [1024, 768]]) {
  test(`every step looks as it did at ${width} by ${height}`, async () => {
    const data = dataOf(file);
    for (const [step, revealed] of [[1, false], [1, true], [2, true], [3, true], [4, true], [5, true], [6, true]]) {
      const name = `step_${step}_${revealed ? "shown" : "asked"}_${width}.png`;
      const stops = step === 6 ? data.presets.find((preset) => preset.id === data.steps[5].presets[0]).stops : data.baseline;
      const page = await enter(browser, file, { width, height, hash: linkOf(data, { step, revealed, stops }) });
      const taken = await page.screenshot();
      await page.context().close();
      const kept = new URL(name, folder);
      if (process.env.UPDATE_PICTURES) {
        fs.mkdirSync(folder, { recursive: true });
        fs.writeFileSync(kept, small(PNG.sync.read(taken)));
        continue;
      }
      const differ = difference(PNG.sync.read(taken), PNG.sync.read(fs.readFileSync(kept)));
      if (differ >= allowed) fs.writeFileSync(path.join(pages, name), taken);
      assert.ok(differ < allowed, `${name}: ${(100 * differ).toFixed(1)} % differs; see ${pages}`);
    }
  });
}
