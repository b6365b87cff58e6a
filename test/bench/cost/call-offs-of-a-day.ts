import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { aRequest, aService, quoteOf } from '../../support/a-request.ts';
import { runningStack, timersByHand } from '../../support/running-stack.ts';

/** Units of one call-off from its quote to the order at its provider, and of the clock that follows. */
export interface CallOffCost {
  readonly writes: number;
  /** Reads of the lists at that moment, which the rules of a decision demand (decision 2 and R12 to R18). */
  readonly demanded: number;
  /** Reads of the call-off by its messages, and what the clock confirms. */
  readonly others: number;
}

const sum = (calls: readonly { readonly units: number }[]): number => calls.reduce((total, { units }) => total + units, 0);

/** On the whole local stack with its timers by hand: so many call-offs, asked for and approved one after another, each with its messages sent. */
export const callOffCost = async (count: number): Promise<CallOffCost> => {
  const stack = await runningStack(undefined, undefined, timersByHand);
  try {
    const { people } = stack;
    const [asks, decides] = [people.as('senco'), people.as('head-teacher')];
    const { service } = await aService(asks);
    const one = async (number: number): Promise<void> => {
      const request = aRequest(sampleSchoolRef, service, 'pupil-choice', {
        basis: 'pupil-choice',
        basisReason: 'The family visited and prefers it',
        pupilRef: `P-${1_000 + number}`,
        pattern: { days: ['tue'], sessions: 'both', hoursPerDay: 5 },
      });
      const { price } = await quoteOf(asks, request);
      const { ref } = await asks.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
      await decides.decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
    };
    /** Messages are sent behind the answers: over when the meter stands still. */
    const settled = async () => {
      for (let last = -1; ; ) {
        const { units, byCall } = await people.usage();
        if (units === last) return byCall;
        last = units;
        await new Promise((go) => setTimeout(go, 3_000));
      }
    };
    // The first begins the ledgers of the year, which is not what a call-off costs.
    await one(0);
    await settled();
    await stack.runTimer('sweepLedgers');
    await people.resetUsage();
    for (let number = 1; number <= count; number += 1) await one(number);
    const calls = (await settled()).filter(({ what }) => !what.includes('delta'));
    await people.resetUsage();
    await stack.runTimer('sweepLedgers');
    const confirmed = (await settled()).filter(({ what }) => !what.includes('delta'));
    const writes = calls.filter(({ what }) => !what.startsWith('GET'));
    const reads = calls.filter(({ what }) => what.startsWith('GET'));
    // Of its own row a call-off needs one look: the one of whoever decides. The others are of its messages.
    const ofItself = sum(reads.filter(({ what }) => what === 'GET CallOffs items/{item}')) - count;
    return {
      writes: sum(writes) / count,
      demanded: (sum(reads) - ofItself) / count,
      others: (ofItself + sum(confirmed)) / count,
    };
  } finally {
    await stack.stop();
  }
};
