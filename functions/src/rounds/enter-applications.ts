import { decideApplication } from '@ap/shared/domain/tenders/application/decide-application';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { asProduct, runTender, type TenderNeeds } from '../tenders/run-tender.ts';

/**
 * After the close of a round: what was submitted enters evaluation, what is still a draft lapses. Done again it changes nothing; one that another
 * instance wrote in the last second before the close is found by the next run of the clock.
 */
export const enterApplications = async (ports: TenderNeeds, round: Round): Promise<number> => {
  const waiting = (await ports.tenders.applications.known()).filter(
    ({ state }) => state.roundRef === round.ref && (state.status === 'submitted' || state.status === 'draft'),
  );
  for (const { state } of waiting) {
    const giver = asProduct(`enter ${state.ref}`);
    await runTender(ports, 'applications', { ...giver, ref: state.ref, content: 'enter or lapse' }, (present, { command, facts, now }) => {
      const kind = present?.status === 'draft' ? 'lapse-application' : 'enter-application';
      return decideApplication(present, { kind, ...command }, { ...facts, round }, now);
    });
  }
  return waiting.length;
};
