import type { answerOrderHold as declared } from '@ap/shared/contract/call-offs';
import { isMember } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import { type OrderHoldNeeds, runOrderHold } from './run-order-hold.ts';

/** The school's answer about a live order whose provider was held, from its page. */
export const answerOrderHold =
  (ports: OrderHoldNeeds) =>
  ({ caller, params, body, key }: Call<typeof declared>): Promise<StoredCallOff> => {
    const { answer, reason = '' } = body;
    const act = answer === 'resume' ? { kind: answer } : { kind: answer, reason };
    return runOrderHold(ports, { by: caller.person, key, channel: 'page' }, params.ref, act, ({ request }) =>
      isMember(caller, request.buyerRef),
    );
  };
