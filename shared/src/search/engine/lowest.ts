let heap = new Float64Array(64);

/**
 * The highest of the `most` lowest numbers, `most` being at least one. They are held in a heap whose root is the highest of them:
 *
 *              9            a number above 9 is passed by;
 *            7   4          a lower one takes the root's place and sinks
 */
export function highestOfLowest(values: Float64Array, most: number): number {
  if (heap.length < most) heap = new Float64Array(most * 2);
  const own = heap;
  const filled = Math.min(most, values.length);
  for (let size = 0; size < filled; size += 1) {
    const value = values[size] as number;
    let at = size;
    while (at > 0) {
      const above = (at - 1) >>> 1;
      if ((own[above] as number) >= value) break;
      own[at] = own[above] as number;
      at = above;
    }
    own[at] = value;
  }
  let highest = own[0] as number;
  for (let index = filled; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value >= highest) continue;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= filled) break;
      if (below + 1 < filled && (own[below + 1] as number) > (own[below] as number)) below += 1;
      if ((own[below] as number) <= value) break;
      own[at] = own[below] as number;
      at = below;
    }
    own[at] = value;
    highest = own[0] as number;
  }
  return highest;
}
