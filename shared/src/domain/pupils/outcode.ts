const AREAS = new Set(
  `AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS
  HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO
  SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`.match(/\S+/g),
);

/** The first half of a postcode, such as 'DT11': all that the product ever keeps of one. */
export type Outcode = string & { readonly __brand: 'Outcode' };

export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Whether a text begins with letters of a real postcode area, such as the DT of 'DT11 8BG'. */
export function isPostcodeArea(text: string): boolean {
  return AREAS.has(text.replace(/[^A-Za-z].*/s, '').toUpperCase());
}

/**
 * Cuts a postcode, a sector or an outcode to its outcode: 'dt11 8bg', 'DT118BG', 'DT11 8' and 'DT11' are all 'DT11'.
 * Undefined for anything else. Whether the outcode exists on the map is the lookup's to say.
 */
export function toOutcode(text: string): Outcode | undefined {
  const tidy = text.trim().toUpperCase().replace(/\s+/g, ' ');
  const outward = '([A-Z]{1,2}\\d(?:\\d|[A-Z])?)';
  const match = new RegExp(`^${outward}(?: ?\\d[ABD-HJLNP-UW-Z]{2}| \\d)?$`).exec(tidy);
  const outcode = match?.[1];
  return outcode !== undefined && isPostcodeArea(outcode) ? (outcode as Outcode) : undefined;
}

const EARTH_RADIUS_MILES = 3958.7613;

/** Miles as the crow flies (haversine). Positions in degrees, WGS84. */
export function distanceMiles(a: Position, b: Position): number {
  const radians = Math.PI / 180;
  const lat = Math.sin(((b.lat - a.lat) * radians) / 2);
  const lon = Math.sin(((b.lon - a.lon) * radians) / 2);
  const chord = lat * lat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * lon * lon;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/**
 * A distance between the centres of two outcodes, for people: 'about 12 miles'. It says 'about' because neither end is an address.
 * With `sharedOutcode`, when both ends lie in the same one: 'in the same area (DT11)'.
 */
export function formatDistance(miles: number, sharedOutcode?: string): string {
  if (sharedOutcode !== undefined) return `in the same area (${sharedOutcode})`;
  const whole = Math.round(miles);
  if (whole < 1) return 'less than a mile';
  // Asking Intl takes longer than the whole line, and few are a thousand miles away.
  return `about ${whole < 1_000 ? whole : whole.toLocaleString('en-GB')} mile${whole === 1 ? '' : 's'}`;
}
