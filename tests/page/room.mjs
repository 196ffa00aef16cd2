// A browser with a page in it, as a room has it: Debian's Chromium, no network.
import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { chromium } from "playwright-core";

export const pages = process.env.OPSCHALING_PAGES; // folder with the pages that run.sh made

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--font-render-hinting=none", "--force-device-scale-factor=1"],
  });
}

/** A report in a window of its own; what it asked for is kept. */
export async function openReport(browser, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.setOffline(true);
  const page = await context.newPage();
  page.asked = [];
  page.on("request", (request) => page.asked.push(request.url()));
  await page.goto(`file://${path.resolve(file)}`);
  return page;
}

/** The page in a window of its own; what it asked for and complained of is kept. */
export async function enter(browser, file, { hash = "", width = 1280, height = 800 } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce" });
  await context.setOffline(true);
  const page = await context.newPage();
  page.asked = [];
  page.complaints = [];
  page.on("request", (request) => page.asked.push(request.url()));
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.complaints.push(message.text());
  });
  await page.goto(`file://${path.resolve(file)}${hash}`);
  await page.waitForSelector("body[data-ready]");
  return page;
}

export function dataOf(file) {
  const text = fs.readFileSync(file, "utf8");
  return JSON.parse(/<script type="application\/json" id="gegevens">(.*?)<\/script>/s.exec(text)[1]);
}

/** The link of a state; what is not named stands as at the start. */
export function linkOf(data, { step = 1, stops = data.baseline, revealed = false, year = 2050, notes = false } = {}) {
  const last = data.steps.at(-1).presets[1];
  const plan = data.presets.find((preset) => preset.id === last).stops;
  return `#v=1&d=${data.fingerprint}&s=${step}&l=${stops}&p=${plan}&j=${year}&k=${revealed ? "u" : "v"}${notes ? "&w=b" : ""}`;
}

/** The badge says that figures are computed; of made-up ones it must not. The policy of the page lets
 * only a script of its own hash run. */
function sayingMadeUp(page) {
  const computed = "Verzonnen plaatsen, berekende getallen";
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const script = /<script>(.*)<\/script>/s.exec(page)[1];
  if (!script.includes(computed)) throw new Error(`no badge '${computed}' to change`);
  const changed = script.replaceAll(computed, "Verzonnen plaatsen, verzonnen getallen");
  return page.replace(script, () => changed).replace(hash(script), hash(changed));
}

/** The same page with made-up figures, so that its pictures do not change with the model. */
export function withMadeUpFigures(file, to) {
  const data = dataOf(file);
  const digitsSum = (digits) => [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0);
  for (const digits of Object.keys(data.points)) {
    const height = 30 + digitsSum(digits);
    const band = (scale) =>
      [0.8, 1, 1.15].map((part) =>
        data.years.map((_, i) => Math.round(10 * Math.min(scale * 100, scale * part * (8 + (height * i) / data.years.length))) / 10),
      );
    data.points[digits] = {
      bands: data.outcomes.map((outcome) => band(outcome.unit === "EUR" ? 60 : 1)),
      wijken: data.mapYears.map((_, m) => data.wijken.map((_, w) => ((w * 37 + m * 20 + height) * 7) % 101)),
    };
  }
  data.fingerprint = "0badcafe";
  data.program = "opschaling";
  data.runs = 16;
  data.world = { ...data.world, homes: 9738, wijken: data.wijken.length };
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  const text = sayingMadeUp(fs.readFileSync(file, "utf8"));
  fs.writeFileSync(to, text.replace(/(id="gegevens">).*?(<\/script>)/s, (_, before, after) => before + json + after));
}

/** The script of axe-core goes in past the page's own policy, as a tester's tool may. */
export async function violations(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setBypassCSP", { enabled: true });
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ").slice(0, 300)}`);
}
