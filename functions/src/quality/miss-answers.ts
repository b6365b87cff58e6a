import { theProduct } from '@ap/shared/domain/people/person';
import { ProblemError } from '../http/problem-reply.ts';
import { type OrderHoldNeeds, runOrderHold } from './run-order-hold.ts';

/** R19: tells of each live order about which no answer came in time. Silence decides nothing. */
export const missAnswers = async (ports: OrderHoldNeeds): Promise<void> => {
  const now = Date.parse(ports.clock.now());
  for (const { callOff } of await ports.callOffs.known()) {
    const { ref, hold } = callOff;
    if (hold?.state !== 'asked' || hold.answerBy === undefined || Date.parse(hold.answerBy) > now) continue;
    try {
      await runOrderHold(ports, { by: theProduct, key: `silence-${hold.holdRef ?? ''}-${ref}`, channel: 'clock' }, ref, {
        kind: 'miss-answer',
      });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      ports.log.event('info', 'clock-refused', { ref, kind: 'miss-answer', code: error.code });
    }
  }
};
