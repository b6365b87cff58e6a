import type { listCallOffs as listDeclared } from '@ap/shared/contract/call-off-summary';
import type { getCallOff as getDeclared } from '@ap/shared/contract/call-offs';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { samePerson } from '@ap/shared/domain/people/person';
import { isMember } from '../http/caller.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { changeWaitsFor, holdWaitsFor, toReply, toSummary, waitsFor } from './call-off-view.ts';
import { maySee } from './may-see-call-off.ts';

/** Lists from the read model: no request to Graph. Own writes are in it at once. */
export const listCallOffs =
  (ports: Pick<Ports, 'callOffs'>) =>
  async ({ caller, query }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const all = (await ports.callOffs.known()).map((stored) => stored.callOff);
    const oldestFirst = (a: (typeof all)[number], b: (typeof all)[number]): number =>
      a.submittedAt.localeCompare(b.submittedAt) || a.ref.localeCompare(b.ref);
    const chosen = {
      mine: () => all.filter((callOff) => samePerson(callOff.requester, caller.person)).sort((a, b) => oldestFirst(b, a)),
      waiting: () =>
        all.filter((each) => waitsFor(each, caller) || changeWaitsFor(each, caller) || holdWaitsFor(each, caller)).sort(oldestFirst),
      buyer: () =>
        all.filter((callOff) => caller.commissioner || isMember(caller, callOff.request.buyerRef)).sort((a, b) => oldestFirst(b, a)),
    }[query.scope]();
    return { callOffs: chosen.map(toSummary) };
  };

/** One call-off, read from its item. A foreign one and a missing one are answered alike. */
export const getCallOff =
  (ports: Pick<Ports, 'callOffs' | 'effects' | 'clock'>) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const stored = await ports.callOffs.find(params.ref);
    if (!stored || !maySee(stored.callOff, caller)) throw noSuchCallOff();
    return toReply(stored.callOff, caller, await ports.effects.receipts(params.ref), ports.clock.now());
  };
