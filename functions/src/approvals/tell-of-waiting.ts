import { waitingStep } from '@ap/shared/domain/approvals/waiting-step';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import { allOf } from '@ap/shared/domain/texts/one-of';
import type { Performed } from '../effects/performed.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells the commissioners of a request, or a dearer change of an order, that nobody has decided and that has no next in line, unless it was decided meanwhile. */
export const tellOfWaiting =
  (
    ports: Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers'>,
    links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
  ) =>
  async ({ callOff }: StoredCallOff, effect: PendingEffect): Promise<Performed> => {
    const { ref, buyerName } = callOff;
    const waiting = waitingStep(callOff);
    if (!waiting) return { state: 'superseded' };
    const subject = waiting.change === undefined ? ref : `a change of order ${callOff.order?.number ?? ''}`;
    const news = {
      title: `Nobody has decided ${subject} of ${buyerName}`,
      paragraphs: [
        `It waits for ${allOf(waiting.step.approvers.map(({ name }) => name))}, and nobody stands in for them. The first day would be ${formatDate(waiting.firstDay)}.`,
        `Total ${bothTotals(waiting)}.`,
        'Ring them, or enter another approver or a fallback approver in the register.',
      ],
      link: { text: `Open request ${ref}`, onCard: links.onCard(ref), inMail: links.inMail(ref) },
    };
    return tellPeople(ports, ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), news);
  };
