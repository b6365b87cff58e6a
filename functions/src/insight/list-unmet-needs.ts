import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listUnmetNeeds as declared } from '@ap/shared/contract/unmet-needs';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import { needsDeclined } from '@ap/shared/domain/insight/all-declined';
import { type CountedNeed, overDays } from '@ap/shared/domain/insight/unmet-need';
import { lotNames } from '@ap/shared/domain/register/lot';
import { conceptLabel } from '@ap/shared/search/synonyms';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { daysAsked } from './days-asked.ts';
import { placesOf } from './places-of.ts';

type Needs = Pick<Ports, 'unmetNeeds' | 'lots' | 'clock' | 'callOffs' | 'enquiries' | 'buyers' | 'directory'>;

/** What every provider declined in these days, as last known: no request. */
const declinedBetween = async ({ callOffs, enquiries, buyers }: Needs, from: LocalDate, to: LocalDate): Promise<readonly CountedNeed[]> => {
  const [requests, asked, every] = await Promise.all([callOffs.known(), enquiries.known(), buyers.all()]);
  const outcodes = new Map(every.map(({ ref, outcode }) => [ref, outcode]));
  return needsDeclined(
    requests.map(({ callOff }) => callOff),
    asked.map(({ state }) => state),
    (buyerRef) => outcodes.get(buyerRef),
  ).filter(({ day }) => day >= from && day <= to);
};

/** Row 30: what schools looked for and did not find, or every provider declined, over a period. Lots by their names, also those in which nothing is listed. */
export const listUnmetNeeds =
  (ports: Needs) =>
  async ({ query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { from, to } = daysAsked(query, ports);
    const names = lotNames(await ports.lots.all());
    const counted = [...(await ports.unmetNeeds.between(from, to)), ...(await declinedBetween(ports, from, to))];
    const rows = overDays(counted).map((need) =>
      withoutAbsent({
        ...need,
        lots: need.lots.map((key) => names.get(key) ?? key),
        needs: [...need.needs],
        keyStages: [...need.keyStages],
        modes: [...need.modes],
        concepts: need.concepts.map(conceptLabel),
      }),
    );
    const outcodes = new Set(rows.flatMap(({ outcode }) => outcode ?? []));
    return { from, to, rows, ...placesOf([...outcodes], ports.directory) };
  };
