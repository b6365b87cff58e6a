import type { askClarification as askDeclared, withdrawClarification as withdrawDeclared } from '@ap/shared/contract/applications';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { decideClarification } from '@ap/shared/domain/tenders/clarification/decide-clarification';
import { refFromKey } from '../commands/run-record.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { toView } from './application-view.ts';
import { applicantBy, openApplication } from './opened-application.ts';

type Needs = TenderNeeds & Pick<Ports, 'links' | 'secrets' | 'lots'>;

/** Asks a question about the round (row 12). Who asked stays with the commissioners. */
export const askClarification =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof askDeclared>): Promise<ReplyOf<typeof askDeclared>> => {
    const opened = await openApplication(ports, body.link);
    const giver = applicantBy(opened, key);
    const content = { question: body.question };
    const ref = refFromKey('CQ', { ...giver, content }, ports.hashes);
    await runTender(ports, 'clarifications', { ...giver, ref, content }, (present, { command, facts, now }) =>
      decideClarification(
        present,
        {
          kind: 'ask-clarification',
          ref,
          roundRef: opened.round.ref,
          askedBy: opened.holder.providerRef,
          question: body.question,
          ...command,
        },
        { ...facts, round: opened.round, askerNames: [] },
        now,
      ),
    );
    return toView(ports, opened);
  };

/** Takes back a question that waits. Another's is answered like one that is not there. */
export const withdrawClarification =
  (ports: Needs) =>
  async ({ body, key }: LinkCall<typeof withdrawDeclared>): Promise<ReplyOf<typeof withdrawDeclared>> => {
    const opened = await openApplication(ports, body.link);
    const given = { ...applicantBy(opened, key), ref: body.ref, content: 'withdraw' };
    await runTender(ports, 'clarifications', given, (present, { command, facts, now }) => {
      if (present?.askedBy !== opened.holder.providerRef || present.roundRef !== opened.round.ref)
        throw new ProblemError('not-found', 'There is no such question of yours.', { pointer: '/ref' });
      return decideClarification(
        present,
        { kind: 'withdraw-clarification', ...command },
        { ...facts, round: opened.round, askerNames: [] },
        now,
      );
    });
    return toView(ports, opened);
  };
