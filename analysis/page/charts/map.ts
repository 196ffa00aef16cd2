// The wijken as tiles of equal size, or as their outlines. Which wijk owns each pixel is found once;
// then a change of figures is a look-up of a colour for each pixel, and the same state gives the
// same picture to the pixel.

import { html } from "../dom";

export type Ring = [number, number][];

/** Light to dark; the grey border carries the shape. */
export const shades = ["#f2f7fc", "#d6e6f4", "#b0d0ea", "#7fb3dc", "#4c92c9", "#1f6fb2", "#0b4680"];

export function shadeOf(value: number): number {
  return Math.max(0, Math.min(shades.length - 1, Math.floor((value / 100) * shades.length)));
}

export class WijkMap {
  readonly element: HTMLCanvasElement;
  private readonly owner: Int32Array;
  private readonly border: Uint8Array;
  private readonly picture: ImageData;

  constructor(
    private readonly width: number,
    private readonly height: number,
    /** Of each wijk its rings, holes included. */
    shapes: Ring[][],
  ) {
    this.element = html("canvas", { width, height, role: "img", class: "map" });
    this.owner = new Int32Array(width * height).fill(-1);
    this.border = new Uint8Array(width * height);
    this.picture = new ImageData(width, height);
    shapes.forEach((rings, id) => rings.length > 0 && this.own(rings, id));
    this.findBorders();
  }

  /** Fills the pixels whose centre lies inside an odd number of the rings, line by line. */
  private own(rings: Ring[], id: number): void {
    const ys = rings.flat().map((corner) => corner[1]);
    const first = Math.max(0, Math.floor(Math.min(...ys)));
    const last = Math.min(this.height - 1, Math.ceil(Math.max(...ys)));
    for (let row = first; row <= last; ++row) {
      const at = row + 0.5;
      const crossings: number[] = [];
      for (const ring of rings) {
        ring.forEach(([x0, y0], i) => {
          const [x1, y1] = ring[(i + 1) % ring.length]!;
          if (y0 <= at !== y1 <= at) crossings.push(x0 + ((at - y0) / (y1 - y0)) * (x1 - x0));
        });
      }
      crossings.sort((a, b) => a - b);
      for (let c = 0; c + 1 < crossings.length; c += 2) {
        const from = Math.max(0, Math.ceil(crossings[c]! - 0.5));
        const to = Math.min(this.width - 1, Math.ceil(crossings[c + 1]! - 0.5) - 1);
        for (let x = from; x <= to; ++x) this.owner[row * this.width + x] = id;
      }
    }
  }

  private findBorders(): void {
    for (let y = 0; y < this.height; ++y) {
      for (let x = 0; x < this.width; ++x) {
        const at = y * this.width + x;
        const id = this.owner[at]!;
        const right = x + 1 < this.width ? this.owner[at + 1]! : -1;
        const below = y + 1 < this.height ? this.owner[at + this.width]! : -1;
        const left = x > 0 ? this.owner[at - 1]! : -1;
        const above = y > 0 ? this.owner[at - this.width]! : -1;
        const outer = id >= 0 && (left !== id || above !== id || right !== id || below !== id);
        if (outer) this.border[at] = 1;
      }
    }
  }

  draw(values: number[], label: string): void {
    this.element.setAttribute("aria-label", label);
    const palette = shades.map((shade) => Number.parseInt(shade.slice(1), 16));
    const pixels = this.picture.data;
    for (let at = 0; at < this.owner.length; ++at) {
      const id = this.owner[at]!;
      const colour = id < 0 ? 0xffffff : this.border[at] ? 0x767c83 : palette[shadeOf(values[id]!)]!;
      pixels[4 * at] = colour >> 16;
      pixels[4 * at + 1] = (colour >> 8) & 255;
      pixels[4 * at + 2] = colour & 255;
      pixels[4 * at + 3] = 255;
    }
    this.element.getContext("2d")!.putImageData(this.picture, 0, 0);
  }

  /** The wijk at a pixel, or nothing. */
  wijkAt(x: number, y: number): number | undefined {
    const id = this.owner[Math.floor(y) * this.width + Math.floor(x)];
    return id === undefined || id < 0 ? undefined : id;
  }
}

/** Squares side by side, with a little room between them. */
export function tiles(places: { x: number; y: number }[], width: number, height: number): Ring[][] {
  const columns = Math.max(...places.map((place) => place.x)) + 1;
  const rows = Math.max(...places.map((place) => place.y)) + 1;
  const side = Math.floor(Math.min(width / columns, height / rows));
  return places.map(({ x, y }) => {
    const [left, top, size] = [x * side + 1, y * side + 1, side - 2];
    return [
      [
        [left, top],
        [left + size, top],
        [left + size, top + size],
        [left, top + size],
      ],
    ];
  });
}

/** Rings as the page's data holds them: x and y by turns. */
export function ringsOf(flat: number[][]): Ring[] {
  return flat.map((line) =>
    Array.from({ length: line.length / 2 }, (_, i): [number, number] => [line[2 * i]!, line[2 * i + 1]!]),
  );
}
