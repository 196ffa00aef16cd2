// make_map.mjs PAGE MAP: a map of the wijken of a page, hand-made: hexagons in rows, in metres, a hole in the
// first, the last left out.
import fs from "node:fs";
import { dataOf } from "./room.mjs";

const [page, to] = process.argv.slice(2);
const { wijken } = dataOf(page);
const side = 500;
const hexagon = (x, y, size) => {
  const corners = Array.from({ length: 6 }, (_, i) => [Math.round(x + size * Math.cos((i * Math.PI) / 3)), Math.round(y + size * Math.sin((i * Math.PI) / 3))]);
  return [...corners, corners[0]];
};
const features = wijken.slice(0, -1).map(({ code, name }, i) => {
  const [x, y] = [120000 + 2.2 * side * (i % 8), 480000 - 2.2 * side * Math.floor(i / 8)];
  const rings = [hexagon(x, y, side)];
  if (i === 0) rings.push(hexagon(x, y, side / 2));
  return { type: "Feature", properties: { code, name }, geometry: { type: "Polygon", coordinates: rings } };
});
fs.writeFileSync(to, JSON.stringify({ type: "FeatureCollection", features }));
