import type { Position } from '../../../domain/pupils/outcode.ts';

/** Something to be drawn at its place: an area by how much of it there is, or a town by its name alone. */
export interface MapPoint extends Position {
  readonly name: string;
  /** Nought for a town. */
  readonly amount: number;
}

export interface DrawnPoint {
  readonly name: string;
  readonly amount: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Whether there is room for its name. */
  readonly labelled: boolean;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly DrawnPoint[];
  readonly towns: readonly DrawnPoint[];
}

const margin = 36;
const smallest = 7;
const largest = 26;
const townDot = 2;
/** Of a line of 12 pixels: the usual advance of a letter, and the height. */
const letter = 6.6;
const line = 14;
/** A degree at least: one area alone would fill the whole map, and say nothing about where it is. */
const leastSpan = 0.12;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The box of a name that stands under its point. */
const labelBox = ({ name, x, y, radius }: Omit<DrawnPoint, 'labelled'>): Box => {
  const half = (name.length * letter) / 2;
  return { left: x - half, right: x + half, top: y + radius + 1, bottom: y + radius + 1 + line };
};

const roundBox = ({ x, y, radius }: Omit<DrawnPoint, 'labelled'>): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});

/**
 * Lays a map out in so many pixels: north is up, and a mile is as long in every direction (degrees of longitude are drawn shorter, by the latitude of the
 * middle: over a county nobody sees the difference to a real projection). The area of a circle is as its amount. A name that would stand on another is
 * left out, towns' first: the table beside the map has them all. Pure.
 */
export const laidOut = (areas: readonly MapPoint[], towns: readonly MapPoint[], width: number): DrawnMap => {
  const all = areas.length > 0 ? areas : towns;
  const lats = all.map(({ lat }) => lat);
  const lons = all.map(({ lon }) => lon);
  const [south, north, west, east] = [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)];
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = Math.max((east - west) * shrink, leastSpan);
  const up = Math.max(north - south, leastSpan);
  const scale = Math.min((width - 2 * margin) / across, width / up);
  const height = Math.round(up * scale + 2 * margin);
  const most = Math.max(1, ...areas.map(({ amount }) => amount));
  const place = ({ name, amount, lat, lon }: MapPoint) => ({
    name,
    amount,
    x: width / 2 + (lon - (west + east) / 2) * shrink * scale,
    y: height / 2 - (lat - (south + north) / 2) * scale,
    radius: amount === 0 ? townDot : Math.max(smallest, largest * Math.sqrt(amount / most)),
  });
  const drawnAreas = areas.map(place);
  const taken: Box[] = drawnAreas.map(roundBox);
  const labelled = (point: Omit<DrawnPoint, 'labelled'>, own: Box | undefined): DrawnPoint => {
    const box = labelBox(point);
    const free = box.left >= 0 && box.right <= width && box.bottom <= height && !taken.some((each) => each !== own && meets(each, box));
    if (free) taken.push(box);
    return { ...point, labelled: free };
  };
  const inside = ({ x, y }: { x: number; y: number }): boolean => x >= 0 && x <= width && y >= 0 && y <= height;
  return {
    width,
    height,
    areas: drawnAreas.map((point, at) => labelled(point, taken[at])),
    towns: towns
      .map(place)
      .filter(inside)
      .map((point) => labelled(point, undefined)),
  };
};
