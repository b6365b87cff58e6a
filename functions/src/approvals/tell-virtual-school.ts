import { officersOf } from '@ap/shared/domain/approvals/approval-policy';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import type { Performed } from '../effects/performed.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Tells the officers of the Virtual School, or where it has none the commissioners, of an order for a child who is looked after. The news says nothing of the
 * child, not even the school's reference: the school tells the council who it is, outside this product (R6, R40).
 */
export const tellVirtualSchool =
  (
    ports: Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers'>,
    links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
  ) =>
  async ({ callOff }: StoredCallOff, effect: PendingEffect): Promise<Performed> => {
    const { order, request, ref } = callOff;
    if (!order || !request.lookedAfter) return { state: 'superseded' };
    const members = await ports.buyers.councilMembers('known');
    const officers = officersOf(members, 'virtual-school');
    const news = {
      title: `${callOff.buyerName} has made order ${order.number}, of which the Virtual School is told`,
      paragraphs: [
        `${callOff.serviceName} by ${callOff.providerName}, ${formatDate(request.startDate)} to ${formatDate(request.endDate)}.`,
        'The school tells the council which pupil it is, outside this product, before the pupil starts. If it has not, ring the school.',
      ],
      link: { text: `Open request ${ref}`, onCard: links.onCard(ref), inMail: links.inMail(ref) },
    };
    return tellPeople(ports, ref, effect, officers.length > 0 ? officers : commissionersOf(members), news, true);
  };
