import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { ConcernAbout } from '../../contract/concern-place.ts';
import type { listMyConcerns, whomToRing } from '../../contract/concerns.ts';
import { concernsApi } from '../../contract/concerns-api.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { whomToRing as linesOf } from '../../domain/quality/whom-to-ring.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

export type ToRing = ReplyOf<typeof whomToRing>;
export type RingLineReply = ToRing['lines'][number];

/** The client of what only these pages call. Throws in a host that shows none of them: that is a mistake in our code. */
export const useConcernsClient = (): ClientOf<typeof concernsApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no pages about concerns.');
  return React.useMemo(() => clientOf(concernsApi, service), [service]);
};

export const useMyConcerns = (): SWRResponse<ReplyOf<typeof listMyConcerns>, unknown> => {
  const client = useConcernsClient();
  return useSWR(['listMyConcerns'], () => client.listMyConcerns({}));
};

// Phone numbers of the council, no more: what was last known is better than none where there is no network.
const kept = 'ap-whom-to-ring';

const keep = ({ lines }: ToRing): void => {
  try {
    localStorage.setItem(kept, JSON.stringify(lines));
  } catch {
    // A browser that keeps nothing shows the lines without their numbers.
  }
};

/** The lines as this device last knew them; 999 is always among them. */
const lastKnown = (): readonly RingLineReply[] => {
  const bare: readonly RingLineReply[] = linesOf({}).map(({ line, name, when, phone }) => ({
    line,
    name,
    when,
    ...(phone ? { phone } : {}),
  }));
  try {
    const lines = JSON.parse(localStorage.getItem(kept) ?? '[]') as readonly RingLineReply[];
    return bare.map((each) => lines.find(({ line, name }) => line === each.line && typeof name === 'string') ?? each);
  } catch {
    return bare;
  }
};

interface WhomToRing {
  readonly lines: readonly RingLineReply[];
  /** Absent until it is known. */
  readonly providerName: string | undefined;
  readonly teamPhone: string | undefined;
  readonly error: unknown;
  readonly again: () => void;
}

/** Whom to ring: as the council says, and until that is known, or where it cannot be, as this device last knew it. */
export const useWhomToRing = (about: ConcernAbout): WhomToRing => {
  const client = useConcernsClient();
  const { data, error, mutate } = useSWR<ToRing, unknown>(['whomToRing', about], async () => {
    const told = await client.whomToRing({ query: { ...about } });
    keep(told);
    return told;
  });
  const before = React.useMemo(lastKnown, []);
  return {
    lines: data?.lines ?? before,
    providerName: data?.providerName,
    teamPhone: data?.teamPhone,
    error: data ? undefined : error,
    again: () => void mutate(),
  };
};
