// The live page: only this machine, only with the token, whatever is sent; a choice outside the grid.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import { after, before, test } from "node:test";
import { openBrowser, pages } from "./room.mjs";

let server;
let address;
let browser;
let stopped;

before(async () => {
  server = spawn(process.env.OPSCHALING_PROGRAM, ["workshop", "voorbeeld.yaml", "--replications", "2", "--serve"], {
    cwd: pages,
    stdio: ["ignore", "pipe", "inherit"],
  });
  stopped = new Promise((resolve) => server.on("exit", (code) => resolve(code)));
  address = await new Promise((resolve, reject) => {
    let text = "";
    server.stdout.on("data", (chunk) => {
      text += chunk;
      if (text.includes("\n")) resolve(new URL(text.trim()));
    });
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  server.kill("SIGINT");
  assert.equal(await stopped, 0, "Ctrl-C ends it well");
});

const token = () => address.searchParams.get("token");

function ask(path, { method = "GET", host = address.host } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port: address.port, path, method, headers: { Host: host } }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => (body += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode, body }));
    });
    request.on("error", reject);
    request.end();
  });
}

test("who names another host or has no token gets nothing", async () => {
  const open = await ask(`/?token=${token()}`);
  assert.equal(open.status, 200);
  assert.match(open.body, /id="gegevens"/);
  assert.equal((await ask(`/?token=${token()}`, { host: "example.org" })).status, 421);
  assert.equal((await ask(`/?token=${token()}`, { host: `example.org:${address.port}` })).status, 421);
  for (const path of ["/", "/?token=", `/?token=${token().slice(1)}`, "/point?stops=000001100", `/point?stops=000001100&token=${"0".repeat(32)}`]) {
    const answer = await ask(path);
    assert.equal(answer.status, 403, path);
    assert.ok(!answer.body.includes("gegevens"));
  }
  assert.equal((await ask(`/etc/passwd?token=${token()}`)).status, 404);
  assert.equal((await ask(`/?token=${token()}`, { method: "PUT" })).status, 404);
});

test("stops that are none are refused before anything runs", async () => {
  for (const stops of ["", "0", "999999999", "00000110x", "0000011000", "..%2f..%2f"]) {
    assert.equal((await ask(`/point?stops=${stops}&token=${token()}`)).status, 400, stops);
  }
});

test("nothing listens beyond this machine", () => {
  const port = Number(address.port).toString(16).toUpperCase().padStart(4, "0");
  const listening = ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    fs.readFileSync(table, "utf8").split("\n").map((line) => line.trim().split(/\s+/)).filter((row) => row[3] === "0A" && row[1].endsWith(`:${port}`)).map((row) => row[1]),
  );
  assert.deepEqual(listening, [`0100007F:${port}`]);
});

test("ten thousand malformed requests leave it standing", async () => {
  let seed = 7;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const send = () =>
    new Promise((resolve) => {
      const socket = net.connect(Number(address.port), "127.0.0.1");
      const starts = ["GET / HTTP/1.1\r\n", "\0\0\0\0", "GET /point?stops=", "POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", "GET / HTTP/1.1\r\nHost: ", "\r\n\r\n\r\n", "GET /%%%zz HTTP/9.9\r\n\r\n"];
      const noise = Buffer.from(Array.from({ length: random(300) }, () => random(256)));
      socket.on("error", resolve);
      socket.on("close", resolve);
      socket.write(Buffer.concat([Buffer.from(starts[random(starts.length)]), noise, Buffer.from("\r\n\r\n")]), () => socket.destroy());
    });
  for (let batch = 0; batch < 400; ++batch) await Promise.all(Array.from({ length: 25 }, send));
  assert.equal((await ask(`/?token=${token()}`)).status, 200);
});

test("clients that stall give their threads back", async () => {
  const stalled = Array.from({ length: 64 }, () => {
    const socket = net.connect(Number(address.port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write("GET / HTTP/1.1\r\nHost: 127");
    return socket;
  });
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  assert.equal((await ask(`/?token=${token()}`)).status, 200);
  stalled.forEach((socket) => socket.destroy());
});

test("a page asks for a choice outside the grid and draws it beside the baseline of the same runs", async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address.href);
  await page.waitForSelector("body[data-ready]");
  const data = JSON.parse(await page.locator("#gegevens").textContent());
  const outside = "221211200";
  assert.ok(!(outside in data.points));
  const plan = data.presets.find((preset) => preset.id === data.steps.at(-1).presets[1]).stops;
  await page.evaluate((hash) => (location.hash = hash), `#v=1&d=${data.fingerprint}&s=6&l=${outside}&p=${plan}&j=2050&k=u`);
  await page.waitForSelector("canvas", { timeout: 60_000 });
  assert.match(await page.locator(".small").first().innerText(), /^4 doorrekeningen/);
  assert.deepEqual(complaints, []);
  await page.context().close();
});

test("twenty choices are answered one after the other, and the middle time is told", async () => {
  const times = [];
  for (let i = 0; i < 20; ++i) {
    const stops = `${i % 3}${(i + 1) % 3}${(i + 2) % 3}${i % 3}${(i >> 1) % 3}1${(i >> 2) % 3}0${i % 5}`;
    const started = performance.now();
    const answer = await ask(`/point?stops=${stops}&token=${token()}`);
    times.push(performance.now() - started);
    assert.equal(answer.status, 200);
    assert.match(answer.body, /event: point\ndata: \{"choice"/);
  }
  times.sort((a, b) => a - b);
  console.log(`# a choice and the baseline, four runs each: median ${times[10].toFixed(0)} ms`);
});
