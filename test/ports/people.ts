import type { Verdict } from '@ap/shared/domain/approvals/approval-step';
import { openStep } from '@ap/shared/domain/call-off/call-off';
import { aRequest, head, type RequestTold, schoolMembers, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { decideApproval } from '../../functions/src/approvals/decide-approval.ts';
import { submitCallOff } from '../../functions/src/call-offs/submit-call-off.ts';
import type { Caller } from '../../functions/src/http/caller.ts';
import type { StoredCallOff } from '../../functions/src/ports/call-offs.ts';
import type { World } from './memory-world.ts';

export const callerOf = (person: Person): Caller => ({
  person,
  guest: false,
  client: 'deciding',
  memberships: schoolMembers.filter((membership) => membership.person === person),
  councilRoles: [],
  commissioner: false,
});

export const key = (word: string): string => `key-of-${word}-0000000000`.slice(0, 40);

/** Sends a request as the SENCO does from the form, and answers with its reference. */
export const submits = async (
  world: World,
  told: { key?: string; request?: RequestTold; by?: Person; gross?: number } = {},
): Promise<string> => {
  const reply = await submitCallOff(world.ports)({
    caller: callerOf(told.by ?? senco),
    params: undefined,
    query: undefined,
    key: told.key ?? key('submit'),
    body: {
      request: { ...aRequest(told.request), pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 } },
      shownGross: pence(told.gross ?? 144_000),
    },
  });
  return reply.ref;
};

export const itemOf = async (world: World, ref: string): Promise<StoredCallOff> => {
  const stored = await world.callOffs.find(ref);
  if (!stored) throw new Error(`There is no ${ref}`);
  return stored;
};

/** Before the next write of this request, somebody else rejects it in the list. */
export const isRejectedElsewhere = async (world: World, ref: string): Promise<void> => {
  const { itemId, callOff } = await itemOf(world, ref);
  world.callOffs.fates.push({
    rival: async () =>
      world.callOffs.writeElsewhere(itemId, {
        ...callOff,
        status: 'rejected',
        approvals: callOff.approvals.map((step) => ({ ...step, state: 'closed' as const })) as never,
        version: 2,
      }),
  });
};

/** Decides as a person does who sees the request as it is now. */
export const decides = async (
  world: World,
  ref: string,
  verdict: Verdict,
  told: { by?: Person; key?: string; comment?: string; seen?: { round: number; step: number } } = {},
): Promise<StoredCallOff> => {
  const { callOff } = await itemOf(world, ref);
  return decideApproval(world.ports, {
    ref,
    by: told.by ?? head,
    key: told.key ?? key(`${verdict}-${(told.by ?? head).objectId.slice(0, 2)}`),
    verdict,
    comment: told.comment ?? (verdict === 'approve' ? undefined : 'Fewer days, please.'),
    channel: 'page',
    seen: told.seen ?? { round: callOff.round, step: openStep(callOff) },
    mayKnow: () => true,
  });
};
