// That everyone can use it: axe, the keyboard alone, no clipped text, small windows, contrast.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { dataOf, enter, linkOf, openBrowser, pages, violations } from "./room.mjs";

const file = path.join(pages, "nl.html");
const data = dataOf(file);
let browser;
before(async () => (browser = await openBrowser()));
after(async () => browser.close());

for (const name of ["nl", "ambtenaren"]) {
  test(`axe finds nothing in any step, before and after, for ${name}`, async () => {
    const which = path.join(pages, `${name}.html`);
    const own = dataOf(which);
    const page = await enter(browser, which);
    for (let step = 1; step <= 6; ++step) {
      for (const revealed of [false, true]) {
        const hash = linkOf(own, { step, revealed, notes: step === 6 });
        await page.evaluate((to) => (location.hash = to), hash);
        await page.waitForFunction((to) => location.hash === to, hash);
        if (step === 6) await page.click("main details.sheet summary");
        assert.deepEqual(await violations(page), [], `step ${step}, ${revealed ? "shown" : "hidden"}`);
      }
    }
    await page.click('button:has-text("geloof"), #twijfel');
    assert.deepEqual(await violations(page), [], "doubt");
    await page.context().close();
  });
}

test("steps 1 to 3 can be done with the keyboard alone, and the focus is never covered", async () => {
  const page = await enter(browser, file);
  for (let step = 1; step <= 3; ++step) {
    await tabTo(page, '[data-vote="0+"]');
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    assert.match(await page.locator(".tally").innerText(), /^2 /);
    await tabTo(page, "#stemmen");
    await page.keyboard.press("Enter");
    assert.equal((await page.locator(".number").allInnerTexts())[0], "2");
    await tabTo(page, "#uitkomst");
    await page.keyboard.press("Enter");
    assert.ok(await page.locator(".reading").isVisible());
    if (step > 1) {
      await tabTo(page, "#schuif-tempo");
      const before = page.url();
      await page.keyboard.press("ArrowRight");
      assert.notEqual(page.url(), before);
      assert.equal(await page.evaluate(() => document.activeElement.id), "schuif-tempo");
    }
    await page.keyboard.press("PageDown");
    assert.match(page.url(), new RegExp(`s=${step + 1}&`), "Page Down goes on, whatever has the focus");
  }
  await page.context().close();
});

/** Presses Tab until it is there; every stop on the way must be in sight and have a name. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; ++presses) {
    const at = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!element || element === document.body) return { there: false };
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const covered = top !== null && !element.contains(top) && !top.contains(element);
      const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const named = label.trim() !== "" || (element.labels?.length ?? 0) > 0;
      return { there: element.matches(wanted), covered, named, html: element.outerHTML.slice(0, 120) };
    }, selector);
    assert.ok(!at.covered, `covered: ${at.html}`);
    assert.ok(at.named !== false, `without a name: ${at.html}`);
    if (at.there) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${selector} cannot be reached`);
}

test("no text of a chart leaves its drawing, and nothing scrolls sideways", async () => {
  for (const [width, height] of [[1280, 800], [1024, 768], [320, 640]]) {
    const page = await enter(browser, file, { width, height });
    for (let step = 1; step <= 6; ++step) {
      const hash = linkOf(data, { step, revealed: true });
      await page.evaluate((to) => (location.hash = to), hash);
      await page.waitForFunction((to) => location.hash === to, hash);
      const clipped = await page.evaluate(() =>
        [...document.querySelectorAll("svg.chart text")]
          .filter((text) => {
            const [inner, outer] = [text.getBoundingClientRect(), text.closest("svg").getBoundingClientRect()];
            return inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
          })
          .map((text) => text.textContent),
      );
      assert.deepEqual(clipped, [], `step ${step} at ${width}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `step ${step} at ${width} is ${wide} pixels too wide`);
    }
    await page.context().close();
  }
});

/** Goes to a state and says which of these parts reach below the fold. */
async function belowTheFold(page, hash, parts) {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.waitForFunction((to) => location.hash === to, hash);
  return page.evaluate((selectors) => {
    const foot = document.querySelector(".foot").getBoundingClientRect();
    return selectors.filter((selector) => {
      const box = document.querySelector(selector).getBoundingClientRect();
      return box.top < 0 || box.bottom > (selector === "#uitkomst" ? foot.bottom : foot.top) + 1;
    });
  }, parts);
}

const shown = ["h1", ".picture", ".reading", ".outcome > .small", ".acts", "#uitkomst"];

test("on a projector the question, the picture, its sentence, its note and the buttons are in sight at once", async () => {
  for (const [width, height] of [[1280, 800], [1024, 768]]) {
    const page = await enter(browser, file, { width, height });
    for (let step = 1; step <= 6; ++step) {
      assert.deepEqual(await belowTheFold(page, linkOf(data, { step, revealed: true }), shown), [], `step ${step} at ${width}`);
    }
    // The votes add a sentence.
    for (let step = 1; step <= 5; ++step) {
      await page.evaluate((to) => (location.hash = to), linkOf(data, { step }));
      await page.click('[data-vote="1+"]');
      const parts = shown.filter((part) => part !== ".outcome > .small");
      assert.deepEqual(await belowTheFold(page, linkOf(data, { step, revealed: true }), parts), [], `step ${step} at ${width} with votes`);
    }
    await page.context().close();
  }
});

test("step 6 with a map and few runs has its note in sight for every choice, and the note is right", async () => {
  const mapped = path.join(pages, "kaart.html");
  for (const [width, height] of [[1280, 800], [1024, 768]]) {
    const page = await enter(browser, mapped, { width, height });
    const own = dataOf(mapped);
    assert.equal(own.runs, 2);
    for (const stops of Object.keys(own.points)) {
      assert.deepEqual(await belowTheFold(page, linkOf(own, { step: 6, stops, revealed: true }), shown), [], `${stops} at ${width}`);
    }
    for (const look of ["outlines", "tiles"]) {
      await page.click("#kaart-vorm");
      assert.deepEqual(await belowTheFold(page, linkOf(own, { step: 6, revealed: true }), shown), [], `${look} at ${width}`);
      const clipped = await page.locator(".wijken").evaluate((figure) => figure.scrollWidth > figure.clientWidth + 1);
      assert.ok(!clipped, `${look} at ${width}`);
      assert.match(await page.locator(".wijken figcaption").innerText(), look === "tiles" ? /^Wijken in 2050/ : /^Kaart in 2050/);
    }
    const note = await page.locator(".outcome > .small").innerText();
    assert.match(note, /^Maar 2 doorrekeningen per keuze: de band is ongeveer de laagste tot de hoogste\. Wat dit niet zegt: /);
    await page.context().close();
  }
});

test("the note tells how many runs are behind a choice, and what a band of so many is", async () => {
  const whole = fs.readFileSync(file, "utf8");
  for (const [runs, note, trust] of [
    [1, /^1 doorrekening per keuze: er is geen band/, /proefversie/],
    [2, /^Maar 2 doorrekeningen/, /2 keer doorgerekend/],
    [9, /^Maar 9 doorrekeningen/, /9 keer doorgerekend/],
    [10, /^10 doorrekeningen per keuze\. In 8 van de 10 ligt de uitkomst in de band/, /10 keer doorgerekend/],
  ]) {
    const other = path.join(pages, `runs_${runs}.html`);
    fs.writeFileSync(other, whole.replace('"runs":2,', `"runs":${runs},`));
    const page = await enter(browser, other, { hash: linkOf(data, { step: 6, revealed: true }) });
    assert.match(await page.locator(".outcome > .small").innerText(), note);
    await page.click('[data-step="1"]');
    assert.match(await page.locator(".trust").innerText(), trust);
    await page.context().close();
  }
});

test("the colours of lines and texts stand out from white", () => {
  const source = fs.readFileSync(new URL("../../analysis/page/charts/frame.ts", import.meta.url), "utf8");
  const colours = Object.fromEntries([...source.matchAll(/(\w+): "(#[0-9a-f]{6})"/g)].map((match) => [match[1], match[2]]));
  for (const [name, least] of [["choice", 4.5], ["baseline", 4.5], ["minus", 4.5], ["other", 4.5], ["border", 3]]) {
    assert.ok(contrast(colours[name], "#ffffff") >= least, name);
  }
});

function contrast(one, other) {
  const light = (colour) => {
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const linear = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}
