import type { DirectoryItem } from '../directory-result.ts';
import type { JudgedDocument } from '../judged-document.ts';
import type { Meeting } from '../text-plan.ts';
import type { Ranked } from './ranked.ts';
import { resultItem } from './result-item.ts';
import type { Room } from './room.ts';
import type { Searched } from './searched.ts';
import type { Segment } from './segment.ts';
import { metBy, type SegmentText } from './text-match.ts';
import { eachMeeting } from './text-score.ts';

const known = (miles: number): number | undefined => (miles === Number.POSITIVE_INFINITY ? undefined : miles);

/** The rows of a page, each with why it is there. */
export function itemsOf(
  rows: readonly (readonly [number, number])[],
  searched: Searched,
  { query, unit, texts }: Ranked,
): readonly DirectoryItem[] {
  const meetings = new Map<number, NonNullable<JudgedDocument['text']>>();
  for (const [at, segment] of searched.segments.entries()) {
    const text = texts[at];
    if (text === undefined) break;
    const own = rows.flatMap(([index, document], row) => (index === at ? [{ document, row }] : []));
    if (own.length > 0) meetingsOf(text, segment, searched.rooms[at] as Room, own, meetings);
  }
  return rows.map(([at, document], row) => {
    const segment = searched.segments[at] as Segment;
    const journeys = query.origin && segment.journeysFrom(query.origin);
    const judged = { document: segment.row(document), miles: journeys && known(journeys.miles(document)), text: meetings.get(row) };
    return resultItem(judged, query, unit);
  });
}

/** Tells of rows of one segment how they meet the text, by their places on the page. */
function meetingsOf(
  text: SegmentText,
  segment: Segment,
  room: Room,
  rows: readonly { readonly document: number; readonly row: number }[],
  meetings: Map<number, { score: number; meetings: readonly Meeting[] }>,
): void {
  const { bits } = room;
  bits.fill(0);
  const hits = new Map<number, { score: number; meetings: Meeting[] }>();
  for (const { document, row } of rows) {
    bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31));
    const hit = { score: 0, meetings: [] };
    hits.set(document, hit);
    meetings.set(row, hit);
  }
  eachMeeting(text, segment, room, rows.length, (document, score, word, way) => {
    const hit = hits.get(document);
    if (!hit) return;
    hit.score += score;
    hit.meetings.push({ typed: way.typed, met: metBy(way, word, segment), how: way.how });
  });
}
