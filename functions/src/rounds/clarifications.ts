import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { answerClarification as declared } from '@ap/shared/contract/rounds';
import { decideClarification } from '@ap/shared/domain/tenders/clarification/decide-clarification';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { askerNames } from './asker-names.ts';

const missing = (): ProblemError => new ProblemError('not-found', 'There is no such question.', { pointer: '/params/ref' });

/** Answers a question to everybody without a name of who asked, or declines it to the asker (row 12). */
export const answerClarification =
  (ports: TenderNeeds & Pick<Ports, 'buyers' | 'links'>) =>
  async ({ caller, params, body, key }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const giver = await asOfficer(ports, caller.person, key);
    const stored = await runTender(
      ports,
      'clarifications',
      { ...giver, ref: params.ref, content: body },
      async (present, { command, facts, now }) => {
        const round = present && (await ports.tenders.rounds.find(present.roundRef))?.state;
        if (!present || !round) throw missing();
        const about = { ...facts, round, askerNames: await askerNames(ports, round.ref, present.askedBy) };
        const told =
          body.outcome === 'answer'
            ? { kind: 'answer-clarification' as const, question: body.question, answer: body.answer }
            : { kind: 'decline-clarification' as const, reason: body.reason };
        return decideClarification(present, { ...told, ...command }, about, now);
      },
    );
    return { ref: stored.state.ref, status: stored.state.status };
  };
