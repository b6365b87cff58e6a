import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { AwardCommand, AwardFacts } from '@ap/shared/domain/tenders/award/award-command';
import { decideAward } from '@ap/shared/domain/tenders/award/decide-award';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { runTender, type TenderGiver, type TenderNeeds, type Told } from '../tenders/run-tender.ts';
import { awardFacts, subjectOf } from './award-facts.ts';

export type AwardNeeds = TenderNeeds & Pick<Ports, 'providers' | 'buyers'>;

/** Gives one command about an award that is there. `expects` is asked of the award before it is decided, and throws where it is not what the giver saw. */
export const commandAward = (
  ports: AwardNeeds,
  giver: TenderGiver,
  ref: string,
  told: Told<AwardCommand>,
  expects: (present: Award) => void = () => undefined,
): Promise<Stored<Award>> =>
  runTender(ports, 'awards', { ...giver, ref, content: told }, async (present, { command, facts, now }) => {
    if (!present) throw new ProblemError('not-found', 'There is no such award, or it is not yours to see.');
    expects(present);
    const read: Omit<AwardFacts, 'roles'> = await awardFacts(ports, subjectOf(present));
    return decideAward(present, { ...command, ...told }, { ...facts, ...read }, now);
  });
