import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { standstillIsOver } from '@ap/shared/domain/tenders/award/standstill';
import { ProblemError } from '../http/problem-reply.ts';
import { asProduct } from '../tenders/run-tender.ts';
import { type AwardNeeds, commandAward } from './command-award.ts';

/** Notes, as the product, each standstill that is over: once, and commissioners are told. One that cannot be noted holds up no other. */
export const standstillClock = (ports: AwardNeeds) => async (): Promise<{ readonly noted: number }> => {
  const today = toLondonDate(ports.clock.now());
  let noted = 0;
  for (const { state } of await ports.tenders.awards.known()) {
    const { ref, status, standstill, standstillOver } = state;
    if (status !== 'standstill' || standstillOver || !standstill || !standstillIsOver(standstill, today)) continue;
    try {
      await commandAward(ports, asProduct(`standstill over ${ref} ${standstill.noticePublishedOn}`), ref, { kind: 'note-standstill-over' });
      noted += 1;
    } catch (error) {
      const why = error instanceof ProblemError ? error.code : error instanceof Error ? error.name : 'unknown';
      ports.log.event('warning', 'clock-not-moved', { ref, why });
    }
  }
  return { noted };
};
