// docs/coverage.csv: where it says that a concept is shown, it is there to be seen. A place is WHERE#WHAT:
//   report#ID                         an element of the policy report; of `series-NAME`, a row with figures
//   workshop#stepN[:TEXT]             a step of the page with the facilitator's notes, and a text in it
//   canvas#ROW, describe SUBJECT#ROW  a line of that command that begins so
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { dataOf, enter, linkOf, openBrowser, pages } from "./room.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rows = fs
  .readFileSync(path.join(root, "docs/coverage.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => /^(S\d),("[^"]+"|[^,]+),([^,]+),([^,]+),([^,]+)$/.exec(line))
  .map(([, , concept, , , shown]) => ({ concept, places: shown.split(" + ") }));

let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

/** The rows that lead into one of these places, with what they look for there. */
function leadingTo(where) {
  const led = rows.flatMap(({ concept, places }) =>
    places
      .filter((place) => place.startsWith(`${where}#`))
      .map((place) => ({ concept, what: place.slice(where.length + 1) })),
  );
  assert.ok(led.length > 0, `no row leads to ${where}`);
  return led;
}

test("every row has a place, and each place is one that is looked at below", () => {
  assert.ok(rows.length >= 160);
  for (const { concept, places } of rows) {
    for (const place of places) assert.match(place, /^(report|canvas|workshop|describe (outcomes|interventions|layers))#./, concept);
  }
});

test("what rows find in the report is in sight there, a series with its figures", async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(`file://${path.join(pages, "report", "nl.html")}`);
  const missing = await page.evaluate((led) => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    return led.filter(({ what }) => {
      const element = document.getElementById(what);
      if (!element || !element.checkVisibility() || element.getBoundingClientRect().height < 4) return true;
      // A dash where the last year of a small world has nothing to take a mean of.
      return what.startsWith("series-") && ![...element.querySelectorAll("td")].every((cell) => /^([\u2212\d.,]+|\u2013)$/.test(cell.innerText));
    });
  }, leadingTo("report"));
  assert.deepEqual(missing, []);
  const figures = await page.locator('[id^="series-"] td:first-of-type').allInnerTexts();
  assert.ok(figures.filter((text) => /\d/.test(text)).length > 100, `${figures.length} rows`);
  await page.context().close();
});

test("what rows find in a step of the workshop page is in sight there", async () => {
  const file = path.join(pages, "nl.html");
  const data = dataOf(file);
  for (const { concept, what } of leadingTo("workshop")) {
    const [, step, text] = /^step(\d)(?::(.+))?$/.exec(what);
    const page = await enter(browser, file, { hash: linkOf(data, { step: Number(step), revealed: true, notes: true }) });
    assert.ok(await page.locator(".picture").first().isVisible(), concept);
    if (text) assert.ok((await page.locator("main").innerText()).includes(text), `${concept}: ${text}`);
    await page.context().close();
  }
});

const commands = {
  canvas: ["canvas", path.join(root, "scenarios/canvas/voorbeeld.yaml"), "--set", "world.share=wijk", "--replications", "2"],
  "describe outcomes": ["describe", "outcomes"],
  "describe interventions": ["describe", "interventions"],
  "describe layers": ["describe", "layers"],
};

for (const [where, words] of Object.entries(commands)) {
  test(`what rows find in ${where} is printed there`, () => {
    const printed = execFileSync(process.env.OPSCHALING_PROGRAM, [...words, "--lang", "nl"], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const lines = printed.split("\n").map((line) => line.trim());
    const begins = (line, what) => line.startsWith(what) && !/^\w/.test(line.slice(what.length));
    const missing = leadingTo(where).filter(({ what }) => !lines.some((line) => begins(line, what)));
    assert.deepEqual(missing, []);
  });
}
