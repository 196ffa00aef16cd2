// The policy report in a browser: one file, readable by all, and a tagged document on paper.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openReport, pages } from "./room.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

const open = (language) => openReport(browser, path.join(pages, "report", `${language}.html`));

for (const language of ["nl", "en"]) {
  test(`the report in ${language} asks for nothing, and axe finds nothing`, async () => {
    const page = await open(language);
    assert.equal(page.asked.length, 1);
    await page.evaluate(axe);
    const found = await page.evaluate(() =>
      globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
    );
    assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 200)}`), []);
    await page.context().close();
  });
}

test("the first page says that the places are made up, before any figure", async () => {
  const page = await open("nl");
  const text = await page.locator("body").innerText();
  const banner = text.indexOf("Verzonnen wereld");
  assert.ok(banner >= 0 && banner < text.indexOf("Op één bladzijde"));
  await page.context().close();
});

test("every link of the report leads to a section or to a table beside it", async () => {
  const page = await open("nl");
  const links = await page.locator("a[href]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.ok(links.length >= 15);
  for (const link of links) {
    if (link.startsWith("#")) assert.equal(await page.locator(link).count(), 1, link);
    else assert.ok(fs.existsSync(path.join(pages, "report", link)), link);
  }
  await page.context().close();
});

test("every section, chart and table that the report has had is still in it", async () => {
  const page = await open("nl");
  const headlines = ["homes_gas_free", "homes_gas_free_by_project", "programme_spent", "public_cost", "private_cost", "gas_use", "homes_waiting", "homes_waiting_for_station", "stations_full", "projects_running", "projects_stranded"];
  const shortages = ["staff_short", "stalls_staff", "stalls_queue", "stalls_anchoring", "stalls_permits", "stalls_pace", "jobs_withdrawn"];
  const routes = ["autonoom", "groei", "replicatie", "circulatie", "institutionalisering", "mix_gelijk", "mix_eerst_regels"];
  const sections = ["summary", "facts", "question", "levels", "differences", "outcomes", "whole", "scale", "people", "pilot", "meaning", "sensitivity", "account", "appendix"];
  const charts = [...headlines, ...shortages].map((name) => `levels-${name}-title`);
  const bands = routes.map((route) => `band-homes_gas_free-${route}-title`);
  for (const id of [...sections, ...charts, ...bands, "differences-homes_gas_free-title"]) {
    assert.equal(await page.locator(`#${id}`).count(), 1, id);
  }
  // A table in words stands with each chart of levels and of differences; others stand by themselves.
  const tables = await page.locator("table caption").allTextContents();
  assert.equal(new Set(tables).size, tables.length, "each table has a caption of its own");
  assert.ok(tables.length >= headlines.length * 2 + shortages.length + 8, `${tables.length} tables`);
  for (const name of headlines) assert.ok(fs.existsSync(path.join(pages, "report", "nl_tabellen", `${name}_differences.csv`)), name);
  for (const name of shortages) assert.ok(fs.existsSync(path.join(pages, "report", "nl_tabellen", `${name}.csv`)), name);
  await page.context().close();
});

test("every figure of the levels in the page is that of its table", async () => {
  const page = await open("nl");
  const csv = fs.readFileSync(path.join(pages, "report", "nl_tabellen", "homes_gas_free.csv"), "utf8");
  const rows = csv.trim().split("\r\n").slice(1).map((row) => row.match(/("[^"]*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, "")));
  const text = await page.locator("body").evaluate((body) => body.textContent);
  const last = rows.filter((row) => row[2] === "2050");
  assert.ok(last.length > 1);
  for (const row of last) {
    const shown = Math.round(Number(row[3])).toLocaleString("nl-NL");
    assert.ok(text.includes(shown), `${row[0]}: ${shown}`);
  }
  await page.context().close();
});

test("on paper the report is a tagged document in Dutch with a text for every chart", async () => {
  const page = await open("nl");
  const charts = await page.locator('svg[role="img"]').count();
  const pdf = (await page.pdf({ format: "A4", tagged: true, outline: true, printBackground: true })).toString("latin1");
  assert.ok(pdf.includes("/StructTreeRoot"));
  assert.match(pdf, /\/Lang \(nl\)/);
  assert.ok((pdf.match(/\/Alt /g) ?? []).length >= charts, `${charts} charts`);
  await page.context().close();
});

test("the report in English has no word left in Dutch", async () => {
  const page = await open("en");
  // Beside what the study and its files call themselves.
  const text = await page.locator("body").evaluate((body) => {
    for (const own of body.querySelectorAll("pre, dl")) own.remove();
    return body.innerText;
  });
  const left = text.split("\n").filter((line) => /\b(het|een|niet|woningen|wordt|zijn)\b/i.test(line));
  assert.deepEqual(left, []);
  await page.context().close();
});
