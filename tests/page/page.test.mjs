// What the page promises, in a browser (design: workshop, tests 1 to 11).
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { dataOf, enter, linkOf, openBrowser, pages } from "./room.mjs";

const file = path.join(pages, "nl.html");
const data = dataOf(file);
let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

test("a page asks for nothing, complains of nothing, and allows no script but its own", async () => {
  const page = await enter(browser, file);
  for (let step = 1; step <= 6; ++step) {
    await page.click("#uitkomst");
    await page.keyboard.press("PageDown");
  }
  assert.deepEqual(page.asked.filter((url) => !url.startsWith("file://") && !url.startsWith("blob:")), []);
  assert.equal(page.asked.filter((url) => url.startsWith("file://")).length, 1);
  assert.deepEqual(page.complaints, []);
  const policy = await page.getAttribute("meta[http-equiv]", "content");
  assert.match(policy, /default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
  assert.ok(!policy.includes("unsafe"));
  await page.context().close();
});

test("a page is one file under 3 MB and names no address but namespaces", () => {
  for (const name of ["nl", "en", "ambtenaren"]) {
    const text = fs.readFileSync(path.join(pages, `${name}.html`), "utf8");
    assert.ok(text.length < 3_000_000, `${name} has ${text.length} bytes`);
    const addresses = [...text.matchAll(/https?:\/\/[^\s"'`)]+/g)].map((match) => match[0]);
    const others = addresses.filter((address) => !address.startsWith("http://www.w3.org/"));
    assert.deepEqual(others, []);
  }
});

test("before it is shown, an outcome is neither on the page nor in the accessibility tree", async () => {
  for (let step = 1; step <= 6; ++step) {
    const page = await enter(browser, file, { hash: linkOf(data, { step }) });
    assert.equal(await page.locator(".chart, .reading, table, canvas, .sheets").count(), 0);
    const tree = await page.locator("body").ariaSnapshot();
    assert.doesNotMatch(tree, /Het kan ook|brengt \d+ woningen/);
    await page.click("#uitkomst");
    assert.ok((await page.locator(".chart").count()) >= 1);
    assert.ok((await page.locator(".reading").innerText()).length > 20);
    await page.context().close();
  }
});

test("votes stay hidden until they are shown, and the gap is told beside the outcome", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 2 }) });
  for (let i = 0; i < 3; ++i) await page.click('[data-vote="1+"]');
  await page.click('[data-vote="0+"]');
  assert.deepEqual(await page.locator(".number").allInnerTexts(), ["•", "•", "•", "•"]);
  await page.click("#stemmen");
  assert.deepEqual(await page.locator(".number").allInnerTexts(), ["1", "3", "0", "0"]);
  await page.click("#uitkomst");
  assert.match(await page.locator(".reading").innerText(), /^3 van de 4 dachten: “25 tot 50”/);
  await page.context().close();
});

test("every combination has a link and a code that come back to the same state", async () => {
  const page = await enter(browser, file);
  const codes = new Set();
  for (const stops of Object.keys(data.points)) {
    const hash = linkOf(data, { step: 6, stops, revealed: true });
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForFunction((to) => location.hash === to, hash);
    const code = await page.locator(".foot .code").innerText();
    assert.ok(code.replaceAll("-", "").includes(stops), `${code} holds ${stops}`);
    codes.add(code);
  }
  assert.equal(codes.size, Object.keys(data.points).length);
  await page.context().close();
});

test("a link opened anew gives the same picture, and a typed code does too", async () => {
  const some = Object.keys(data.points).filter((_, i) => i % 29 === 0);
  const walked = await enter(browser, file);
  for (const stops of some) {
    const hash = linkOf(data, { step: 6, stops, revealed: true });
    await walked.evaluate((to) => (location.hash = to), hash);
    await walked.waitForFunction((to) => location.hash === to, hash);
    const fresh = await enter(browser, file, { hash });
    assert.equal(await picture(walked), await picture(fresh));
    const code = await fresh.locator(".foot .code").innerText();
    const typed = await enter(browser, file);
    await typed.click(".menu summary");
    await typed.click('[data-item="code_typed"]');
    await typed.fill("#code", code.toLowerCase());
    await typed.keyboard.press("Enter");
    await typed.click("#uitkomst");
    assert.equal(await picture(typed), await picture(fresh));
    await fresh.context().close();
    await typed.context().close();
  }
  await walked.context().close();
});

test("a link or code of other runs is refused in words", async () => {
  const page = await enter(browser, file, { hash: linkOf({ ...data, fingerprint: "00000000" }) });
  assert.match(await page.locator(".message").innerText(), /andere berekeningen/);
  await page.click(".menu summary");
  await page.click('[data-item="code_typed"]');
  await page.fill("#code", "4-2110-2010-K");
  await page.keyboard.press("Enter");
  assert.match(await page.locator("dialog [role=alert]").innerText(), /hoort niet bij dit bestand/);
  await page.context().close();
});

test("a choice that its step cannot draw is refused, not drawn in part", async () => {
  const plan = data.presets.find((preset) => preset.id === data.steps[5].presets[0]).stops;
  for (const step of [4, 5]) {
    const page = await enter(browser, file, { hash: linkOf(data, { step, stops: plan, revealed: true }) });
    assert.match(await page.locator(".message").innerText(), /niet te lezen/);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test("the map after sixty moves is that of a fresh page, to the pixel", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 6, revealed: true }) });
  let place = 7;
  for (let move = 0; move < 60; ++move) {
    place = (place * 48271) % 2147483647;
    const sliders = page.locator(".levers input");
    await sliders.nth(place % 4).evaluate((slider, to) => {
      slider.value = String(to);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    }, place % 3);
  }
  const fresh = await enter(browser, file, { hash: new URL(page.url()).hash });
  const pixels = (one) => one.locator("canvas").evaluate((canvas) => canvas.toDataURL());
  assert.equal(await pixels(page), await pixels(fresh));
  await page.context().close();
  await fresh.context().close();
});

test("a page with a map shows wijken as tiles or as outlines, and knows the wijk under the pointer in both", async () => {
  const mapped = path.join(pages, "kaart.html");
  const own = dataOf(mapped);
  assert.equal(own.fingerprint, data.fingerprint, "a map runs nothing anew");
  assert.equal(own.outlines.length, own.wijken.length);
  assert.equal(own.outlines[0].length, 2, "a hole is a ring");
  assert.deepEqual(own.outlines.at(-1), [], "the map lacks the last wijk");
  const page = await enter(browser, mapped, { hash: linkOf(own, { step: 6, revealed: true }) });
  const pixels = (one) => one.locator("canvas").evaluate((canvas) => canvas.toDataURL());
  const asTiles = await pixels(page);
  await page.click("#kaart-vorm");
  assert.match(await page.locator(".wijken figcaption").innerText(), /^Kaart in 2050/);
  const asOutlines = await pixels(page);
  assert.notEqual(asOutlines, asTiles);
  const under = async (x, y) => {
    const box = await page.locator("canvas").boundingBox();
    await page.mouse.move(box.x + (x * box.width) / 360, box.y + (y * box.width) / 360);
    return page.locator(".at").innerText();
  };
  const middle = (ring) => [0, 1].map((axis) => ring.filter((_, i) => i % 2 === axis).reduce((sum, at, _, all) => sum + at / all.length, 0));
  for (const wijk of [1, 9, 30]) {
    const [x, y] = middle(own.outlines[wijk][0]);
    assert.ok((await under(x, y)).startsWith(`${own.wijken[wijk].name}: `), own.wijken[wijk].name);
  }
  const [x, y] = middle(own.outlines[0][0]);
  assert.equal((await under(x, y)).trim(), "donkerder is meer", "within the hole is no wijk");
  await page.click("#kaart-vorm");
  assert.equal(await pixels(page), asTiles, "back to the very same picture");
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("every combination is drawn with the figures of its row in the table beside the page", async () => {
  const rows = fs.readFileSync(path.join(pages, "nl.csv"), "utf8").trim().split("\n").slice(1);
  const wanted = new Map(rows.map((row) => row.split(",")).filter((row) => row[1] === "gasvrij").map((row) => [`${row[0]} ${row[2]}`, row.slice(3).map(Number)]));
  const page = await enter(browser, file);
  const number = (value) => value.toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  for (const stops of Object.keys(data.points)) {
    const hash = linkOf(data, { step: 6, stops, revealed: true });
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForFunction((to) => location.hash === to, hash);
    const shown = await page.locator(".as-table tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    assert.equal(shown.length, data.years.length);
    for (const [year, ...values] of shown) assert.deepEqual(values, wanted.get(`${stops} ${year}`).map(number), `${stops} in ${year}`);
    const sentence = await page.locator(".reading").innerText();
    const plan = data.presets.find((preset) => preset.id === data.steps.at(-1).presets[1]).stops;
    const more = Math.round(wanted.get(`${stops} 2050`)[1]) - Math.round(wanted.get(`${plan} 2050`)[1]);
    assert.match(sentence, more === 0 ? /even veel/ : new RegExp(`^Plan A brengt ${Math.abs(more)} woningen van de 100 ${more > 0 ? "meer" : "minder"} `), stops);
  }
  await page.context().close();
});

test("the table of a step shows what its chart and its sentence say", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 2, revealed: true }) });
  await page.click(".as-table summary");
  const last = await page.locator("table tbody tr").last().locator("th,td").allInnerTexts();
  const bands = data.points[data.baseline].bands[data.outcomes.findIndex((one) => one.id === "eerste")];
  const at = data.years.length - 1;
  const number = (value) => value.toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  assert.deepEqual(last, ["2050", ...bands.map((band) => number(band[at]))]);
  assert.match(await page.locator(".reading").innerText(), new RegExp(`In 2050: ${Math.round(bands[1][at])} van de 100`));
  await page.context().close();
});

test("where all is nothing, an axis has an end, and no mark stands on it twice", async () => {
  const empty = dataOf(file);
  for (const point of Object.values(empty.points)) {
    point.bands = point.bands.map((bands) => bands.map((band) => band.map(() => 0)));
    point.wijken = point.wijken.map((row) => row.map(() => 0));
  }
  const other = path.join(pages, "zero.html");
  const json = JSON.stringify(empty).replaceAll("<", "\\u003c");
  fs.writeFileSync(other, fs.readFileSync(file, "utf8").replace(/(id="gegevens">).*?(<\/script>)/s, (_, before, after) => before + json + after));
  const page = await enter(browser, other);
  for (let step = 1; step <= 6; ++step) {
    const hash = linkOf(empty, { step, revealed: true });
    await page.evaluate((to) => (location.hash = to), hash);
    await page.waitForFunction((to) => location.hash === to, hash);
    const anchor = step === 4 ? "middle" : "end"; // bars lie down
    const marks = await page.locator("svg.chart").first().locator(`text[text-anchor="${anchor}"]`).allTextContents();
    assert.ok(marks.length >= 2 && new Set(marks).size === marks.length, `step ${step}: ${marks}`);
    assert.ok(!marks.some((mark) => /NaN|Infinity/.test(mark)));
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test("who doubts reads values in words, without a parameter's path or a word of English in sight", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 2, revealed: true }) });
  await page.click("#twijfel");
  const text = await page.locator("dialog").innerText();
  assert.match(text, /geld van het Rijk: vanaf 2026: 200 miljoen euro per jaar/);
  assert.doesNotMatch(text, /[{}[\]]|EUR|rijk\.budget|assumption/);
  await page.click("dialog summary");
  assert.match(await page.locator("dialog").innerText(), /rijk\.budget assumption/);
  await page.context().close();
});

test("undo goes back move by move, and redo forward", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 2, revealed: true }) });
  const seen = [page.url()];
  await page.focus("#schuif-tempo");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.notEqual(page.url(), seen[0]);
  const far = page.url();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  assert.equal(page.url(), seen[0]);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  assert.equal(page.url(), far);
  await page.context().close();
});

test("a record is totals and states, and plays again", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 2 }) });
  await page.click('[data-vote="1+"]');
  await page.click("#stemmen");
  await page.click("#uitkomst");
  await page.focus("#schuif-tempo");
  await page.keyboard.press("End");
  const end = page.url();
  await page.click(".menu summary");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click('[data-item="record"]'),
  ]);
  const kept = JSON.parse(fs.readFileSync(await download.path(), "utf8"));
  assert.equal(kept.schema, "opschaling-verslag/1");
  assert.ok(kept.lines.some((line) => line.what === "stemmen" && line.text === "2: 0 1 0 0"));
  const again = await enter(browser, file);
  await again.click(".menu summary");
  const [chooser] = await Promise.all([
    again.waitForEvent("filechooser"),
    again.click('[data-item="replay"]'),
  ]);
  await chooser.setFiles(await download.path());
  await again.waitForSelector("#volgende-regel");
  for (let line = 1; line < kept.lines.length; ++line) await again.click("#volgende-regel");
  assert.equal(new URL(again.url()).hash, new URL(end).hash);
  await page.context().close();
  await again.context().close();
});

test("a move of a slider is drawn within a tenth of a second on a laptop four times slower", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 6, revealed: true }) });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  // Three rounds, the calmest counts: other work on the machine only makes a round slower.
  const medians = [];
  for (let round = 0; round < 3; ++round) {
    const times = await page.evaluate(async () => {
      const moved = [];
      for (let move = 0; move < 40; ++move) {
        const slider = document.querySelectorAll(".levers input")[move % 4];
        const started = performance.now();
        slider.value = String((move + 1) % 3);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        moved.push(performance.now() - started);
      }
      return moved.sort((a, b) => a - b);
    });
    medians.push(times[times.length / 2]);
  }
  console.log(`# slider to frame at four times throttle, medians of rounds: ${medians.map((one) => one.toFixed(0)).join(", ")} ms`);
  assert.ok(Math.min(...medians) < 100, `medians ${medians}`);
  await page.context().close();
});

test("a key is painted within a tenth of a second on a laptop four times slower", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 6, revealed: true }) });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(() => {
    globalThis.painted = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") globalThis.painted.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  await page.focus(".levers input");
  const medians = [];
  for (let round = 0; round < 3; ++round) {
    await page.evaluate(() => (globalThis.painted = []));
    for (let press = 0; press < 20; ++press) {
      await page.keyboard.press(press % 4 < 2 ? "ArrowRight" : "ArrowLeft");
      await page.waitForTimeout(60);
    }
    const times = (await page.evaluate(() => globalThis.painted)).sort((a, b) => a - b);
    medians.push(times.length ? times[Math.floor(times.length / 2)] : 0); // quicker than 16 ms is not told
  }
  console.log(`# key to paint at four times throttle, medians of rounds: ${medians.join(", ")} ms`);
  assert.ok(Math.min(...medians) < 100, `medians ${medians}`);
  await page.context().close();
});

test("a page is ready within a second and a half on a laptop four times slower", async () => {
  const times = [];
  for (let round = 0; round < 3; ++round) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.goto(`file://${path.resolve(file)}${linkOf(data, { step: 6, revealed: true })}`);
    await page.waitForSelector("body[data-ready]");
    times.push(await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))));
    await context.close();
  }
  console.log(`# ready at four times throttle: ${times.map((one) => one.toFixed(0)).join(", ")} ms`);
  assert.ok(Math.min(...times) < 1500, `${times}`);
});

test("the hand-out is a tagged document in Dutch with a text for every picture", async () => {
  const page = await enter(browser, file, { hash: linkOf(data, { step: 1 }) });
  const pdf = await page.pdf({ format: "A4", tagged: true, outline: true, printBackground: true });
  const text = pdf.toString("latin1");
  assert.ok(text.includes("/StructTreeRoot"));
  assert.match(text, /\/Lang \(nl\)/);
  const alternatives = text.match(/\/Alt /g) ?? [];
  assert.ok(alternatives.length >= 9, `${alternatives.length} texts: six steps, four routes, one map`);
  const sheets = text.match(/\/Type \/Page\b(?!s)/g) ?? [];
  assert.ok(sheets.length >= 7 && sheets.length <= 15, `${sheets.length} pages`);
  await page.context().close();
});

test("an English page has no word left in Dutch", async () => {
  const dutch = JSON.parse(fs.readFileSync(new URL("../../analysis/page/wording/nl.json", import.meta.url)));
  const english = JSON.parse(fs.readFileSync(new URL("../../analysis/page/wording/en.json", import.meta.url)));
  assert.deepEqual(Object.keys(english.texts), Object.keys(dutch.texts));
  assert.deepEqual(Object.keys(english.glossary), Object.keys(dutch.glossary));
  const en = dataOf(path.join(pages, "en.html"));
  // A wijk is called so in English too.
  const words = /\b(de|het|een|van|woningen|niet|jaar|uitkomst|stap|keuze)\b/i;
  for (let step = 1; step <= 6; ++step) {
    for (const revealed of [false, true]) {
      const page = await enter(browser, path.join(pages, "en.html"), {
        hash: linkOf(en, { step, revealed, notes: true }),
      });
      const text = await page.locator("body").innerText();
      const found = text.split("\n").filter((line) => words.test(line.replace(/Map: .*/g, "")));
      assert.deepEqual(found, [], `step ${step}`);
      await page.context().close();
    }
  }
});

async function picture(page) {
  return page.locator(".outcome").evaluate((outcome) => {
    const map = outcome.querySelector("canvas");
    return outcome.innerHTML + (map ? map.toDataURL() : "");
  });
}
