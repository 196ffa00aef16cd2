// What each of several turns adds, when the order in which they are taken is not fixed.

export interface Turn {
  /** Mean over all orders (the Shapley value). */
  mean: number;
  low: number;
  high: number;
}

/** `value` gives the outcome with the turns of the set (a bit each) taken. */
export function shareOut(turns: number, value: (taken: number) => number): Turn[] {
  const all = 1 << turns;
  const known = Array.from({ length: all }, (_, taken) => value(taken));
  return Array.from({ length: turns }, (_, turn) => {
    let mean = 0;
    let low = Infinity;
    let high = -Infinity;
    for (let taken = 0; taken < all; ++taken) {
      if (taken & (1 << turn)) continue;
      const step = known[taken | (1 << turn)]! - known[taken]!;
      mean += step * weight(turns, bits(taken));
      low = Math.min(low, step);
      high = Math.max(high, step);
    }
    return { mean, low, high };
  });
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest; rest >>= 1) count += rest & 1;
  return count;
}

/** How often exactly these `before` turns come first, over all orders. */
function weight(turns: number, before: number): number {
  let product = 1;
  for (let i = 1; i <= before; ++i) product *= i;
  for (let i = 1; i <= turns - before - 1; ++i) product *= i;
  for (let i = 1; i <= turns; ++i) product /= i;
  return product;
}
