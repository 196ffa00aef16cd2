// A report of every kind of effect and a sweep beside a study: each chart readable, in the reader's words.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openReport, pages, violations } from "./room.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

async function open(language) {
  const page = await openReport(browser, path.join(pages, "report", `effects_${language}.html`));
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  return page;
}

/** Every effect's table under its heading, with what its chart shows. */
function tablesOf(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("[id$=_table]")].map((heading) => {
      const next = heading.nextElementSibling;
      const svg = next.querySelector("svg");
      const texts = svg ? [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() })) : [];
      const outer = svg?.getBoundingClientRect();
      const clipped = texts.filter(({ box }) => box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1);
      const covered = texts.flatMap((one, i) =>
        texts.slice(i + 1).filter((other) => {
          const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return wide > 2 && high > 4;
        }).map((other) => `${one.words} | ${other.words}`),
      );
      const section = heading.closest("section");
      return {
        id: heading.id,
        sentence: (next.querySelector("figcaption") ?? next).textContent,
        chart: svg !== null,
        alternative: svg ? [...svg.querySelectorAll("title, desc")].map((one) => one.textContent) : [],
        rows: (svg ? next : section).querySelectorAll("tbody tr").length,
        links: [...section.querySelectorAll("a[download]")].map((one) => one.getAttribute("href")),
        words: texts.map((text) => text.words),
        clipped: clipped.map((text) => text.words),
        covered,
      };
    }),
  );
}

for (const language of ["nl", "en"]) {
  test(`in ${language} every chart of an effect has a sentence, a text, a table and a CSV, and nothing is clipped or covered`, async () => {
    const page = await open(language);
    const tables = await tablesOf(page);
    for (const id of ["simplex", "lead", "phase_coupling", "curve", "mechanisms", "mechanism_shares", "grid_shares", "residual_heat", "showcase", "vital_signs", "chance"]) {
      assert.ok(tables.find((table) => table.id === `${id}_table`)?.chart, id);
    }
    for (const id of ["routes", "learning", "chance", "whole", "scale", "pilot"]) assert.equal(await page.locator(`#${id}`).count(), 1, id);
    for (const table of tables) {
      assert.ok(table.sentence.length > 40 && table.sentence.trim().endsWith("."), `${table.id}: ${table.sentence}`);
      assert.ok(table.rows > 0, table.id);
      assert.deepEqual(table.clipped, [], table.id);
      assert.deepEqual(table.covered, [], table.id);
      assert.ok(table.links.length > 0 && table.links.every((link) => fs.existsSync(path.join(pages, "report", link))), table.id);
      if (!table.chart) continue;
      assert.equal(table.alternative.length, 2, table.id);
      assert.ok(table.alternative.every((text) => text.length > 5), table.id);
      assert.deepEqual(table.words.filter((words) => /\bnan\b|\binf\b|[a-z]\.[a-z_]+/i.test(words.replace(/RES-regio/, ""))), [], table.id);
    }
    // What mechanisms do only together is a bar of its own.
    const mechanisms = tables.find((table) => table.id === "mechanisms_table");
    assert.ok(mechanisms.words.includes(language === "nl" ? "samen anders" : "otherwise together"), mechanisms.words.join());
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

/** What is written but for the annex and what files call themselves. */
async function written(page) {
  return page.locator("body").evaluate((body) => {
    for (const own of body.querySelectorAll("pre, dl, section.appendix")) own.remove();
    return body.innerText.split("\n").concat([...body.querySelectorAll("svg title, svg desc, svg text")].map((one) => one.textContent));
  });
}

test("the report of effects in English has no word left in Dutch", async () => {
  const page = await open("en");
  const words = /\b(het|een|niet|van|woningen|wordt|zijn|deel|voor|meer|met|doorrekening|herhalingen)\b/i;
  assert.deepEqual((await written(page)).filter((line) => words.test(line)), []);
  await page.context().close();
});

test("the report of effects in Dutch names made-up worlds in Dutch, and tells no runs where there were none", async () => {
  const page = await open("nl");
  const lines = await written(page);
  assert.deepEqual(lines.filter((line) => /synthetic|Netherlands|\b(the|and|with|homes|share|EUR)\b/i.test(line) && !/opschaling (compare|effects)/.test(line)), []);
  assert.deepEqual(lines.filter((line) => /\b0 runs/.test(line)), []);
  assert.ok(lines.some((line) => /^Berekend uit synthetisch Nederland, een deel van \d+ gemeenten?, zonder runs/.test(line)));
  const alone = fs.readFileSync(path.join(pages, "report/rightscaling.txt"), "utf8");
  assert.match(alone.split("\n")[0], /berekend uit de wereld zelf, zonder runs$/);
  await page.context().close();
});
