// One figure, wherever it stands: for every choice that was run, page, table, report and result file
// hold the same.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { dataOf, openBrowser, openReport, pages, violations } from "./room.mjs";

const data = dataOf(path.join(pages, "nl.html"));
const report = path.join(pages, "werksessie");
let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

const open = (language) => openReport(browser, path.join(report, `${language}.html`));

/** Low, middle and high of a choice in a year, as the page draws them. */
function bandOf(stops, outcome, year) {
  const bands = data.points[stops].bands[data.outcomes.findIndex((one) => one.id === outcome)];
  return bands.map((band) => band[data.years.indexOf(year)]);
}

test("the report's tables show every choice with the figures of the page", async () => {
  const page = await open("nl");
  const number = (value) => value.toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  let compared = 0;
  for (const { id } of data.outcomes) {
    const table = page.locator(`section:has(> h2#${id}) table`);
    const years = (await table.locator("thead th").allTextContents()).slice(1).map(Number);
    assert.ok(years.includes(data.years.at(-1)) && years.length >= 3, `${years}`);
    const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [row.id, ...[...row.children].map((cell) => cell.textContent)]));
    assert.deepEqual(new Set(rows.map((row) => row[0])), new Set(Object.keys(data.points).map((stops) => `${id}-${stops}`)));
    for (const [anchor, , ...cells] of rows) {
      const stops = anchor.slice(id.length + 1);
      const wanted = years.map((year) => {
        const [low, middle, high] = bandOf(stops, id, year).map((value) => number(value).replace("-", "−"));
        return `${middle} (${low} – ${high})`;
      });
      assert.deepEqual(cells, wanted, anchor);
      compared += cells.length;
    }
  }
  console.log(`# ${compared} cells`);
  await page.context().close();
});

test("the report's CSV hold every choice and year with the figures of the page", () => {
  for (const { id } of data.outcomes) {
    const text = fs.readFileSync(path.join(report, "nl_tabellen", `${id}.csv`), "utf8");
    const rows = text.trim().split("\r\n").slice(1);
    assert.equal(rows.length, Object.keys(data.points).length * data.years.length);
    for (const row of rows) {
      const [, stops, year, values] = /^(\d+),(?:"[^"]*"|[^,]*),(\d{4}),(.*)$/.exec(row);
      assert.deepEqual(values.split(",").map(Number), bandOf(stops, id, Number(year)), row);
    }
  }
});

test("the table beside the page holds the figures of the page, for every choice", () => {
  const rows = fs.readFileSync(path.join(pages, "nl.csv"), "utf8").trim().split("\n").slice(1);
  assert.equal(rows.length, Object.keys(data.points).length * data.outcomes.length * data.years.length);
  for (const row of rows) {
    const [stops, outcome, year, ...values] = row.split(",");
    assert.deepEqual(values.map(Number), bandOf(stops, outcome, Number(year)), row);
  }
});

test("the result file beside the page holds the same figures, unrounded, for every choice", () => {
  const script = `
import csv, sys
import h5py
table = h5py.File(sys.argv[1])["figures"]
text = lambda column: [value.decode() if isinstance(value, bytes) else str(value) for value in column[:]]
columns = [text(table["stops"]), text(table["outcome"]), [str(year) for year in table["year"][:]]]
figures = [table[name][:] for name in ("low", "middle", "high")]
rows = list(csv.reader(open(sys.argv[2])))[1:]
assert len(rows) == len(figures[0]) > 0, (len(rows), len(figures[0]))
for i, row in enumerate(rows):
    assert row[:3] == [column[i] for column in columns], (row, i)
    for value, figure in zip(row[3:], figures):
        assert abs(float(value) - figure[i]) <= 0.05 + 1e-9, (row, figure[i])
print(len(rows), len(set(columns[0])))
`;
  const { stdout, stderr, status } = spawnSync("/usr/bin/python3", ["-c", script, path.join(pages, "nl.nc"), path.join(pages, "nl.csv")], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.equal(Number(stdout.split(" ")[1]), Object.keys(data.points).length);
});

for (const language of ["nl", "en"]) {
  test(`the report of a workshop in ${language} asks for nothing, names outcomes and levers as the page does, and axe finds nothing`, async () => {
    const page = await open(language);
    assert.equal(page.asked.length, 1);
    const own = dataOf(path.join(pages, `${language}.html`));
    const { texts } = JSON.parse(fs.readFileSync(new URL(`../../analysis/page/wording/${language}.json`, import.meta.url)));
    for (const { id } of own.outcomes) {
      const said = texts[`outcome_${id}`];
      const words = (said.bewoners ?? said).replace("{first}", own.years[0]);
      assert.equal((await page.locator(`h2#${id}`).innerText()).toLowerCase(), words.toLowerCase());
    }
    const levers = await page.locator("section:has(> h2#levers) tbody tr").allInnerTexts();
    assert.equal(levers.length, own.levers.length);
    own.levers.forEach((lever, i) => {
      assert.ok(levers[i].includes(lever.question));
      lever.stops.forEach((stop, digit) => assert.ok(levers[i].includes(`${digit} = ${stop.label}: ${stop.says}`), levers[i]));
    });
    for (const link of await page.locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")))) {
      assert.ok(fs.existsSync(path.join(report, link)), link);
    }
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });
}

test("the report of a workshop in English has no word left in Dutch", async () => {
  const page = await open("en");
  const left = (await page.locator("body").innerText()).split("\n").filter((line) => /\b(het|een|niet|van|woningen|keuze|wordt|zijn)\b/i.test(line));
  assert.deepEqual(left, []);
  await page.context().close();
});

test("a workshop's figures are a report of their own", () => {
  const both = spawnSync(process.env.OPSCHALING_PROGRAM, ["report", path.join(pages, "nl.nc"), path.join(pages, "report/result.nc")], { encoding: "utf8" });
  assert.equal(both.status, 64);
  assert.match(both.stderr, /a report of their own/);
});
