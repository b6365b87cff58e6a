import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listUnmetNeeds as declared } from '@ap/shared/contract/unmet-needs';
import { overDays } from '@ap/shared/domain/insight/unmet-need';
import { lotNames } from '@ap/shared/domain/register/lot';
import { conceptLabel } from '@ap/shared/search/synonyms';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { daysAsked } from './days-asked.ts';

/** Row 30: what schools looked for and did not find, over a period. Lots by their names, also those in which nothing is listed. */
export const listUnmetNeeds =
  ({ unmetNeeds, lots, clock }: Pick<Ports, 'unmetNeeds' | 'lots' | 'clock'>) =>
  async ({ query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { from, to } = daysAsked(query, { clock });
    const names = lotNames(await lots.all());
    const rows = overDays(await unmetNeeds.between(from, to)).map((need) =>
      withoutAbsent({
        ...need,
        lots: need.lots.map((key) => names.get(key) ?? key),
        needs: [...need.needs],
        keyStages: [...need.keyStages],
        modes: [...need.modes],
        concepts: need.concepts.map(conceptLabel),
      }),
    );
    return { from, to, rows };
  };
