import { isAfter } from '@ap/shared/domain/days/instants';
import { formatDate } from '@ap/shared/domain/days/local-date';
import type { OrderReviews, ReviewWork } from '@ap/shared/domain/reviews/order-reviews';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'buyers' | 'cards' | 'mail' | 'effects' | 'audit' | 'clock'>;

/** What follows from a review that is due or recorded. Nobody is reminded of one that was held meanwhile. */
export const reviewPerformers = (
  ports: Needs,
  links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
): RecordPerformers<OrderReviews, ReviewWork> => ({
  'remind-of-review': async ({ state }, effect) => {
    const found = await ports.callOffs.find(state.callOffRef);
    if (!found) return { state: 'stuck', reason: 'no-order' };
    if (state.reviews.some(({ recordedAt }) => isAfter(recordedAt, effect.madeAt))) return { state: 'superseded' };
    const { callOff } = found;
    return tellPeople(ports, state.ref, effect, [callOff.requester], {
      title: `A review of order ${state.orderNumber} is due by ${formatDate(effect.dueOn)}`,
      paragraphs: [
        `${callOff.serviceName}, ${callOff.providerName}, for ${callOff.buyerName}.`,
        'Placements are reviewed with the provider at least once each half-term. Record the review on the page of the order.',
      ],
      link: { text: 'Open the order', onCard: links.onCard(callOff.ref), inMail: links.inMail(callOff.ref) },
    });
  },
  'tell-contacts-of-review': async ({ state }, effect) => {
    const found = await ports.callOffs.find(state.callOffRef);
    if (!found) return { state: 'stuck', reason: 'no-order' };
    if (state.reviews.some(({ recordedAt }) => isAfter(recordedAt, effect.madeAt))) return { state: 'superseded' };
    const { callOff } = found;
    const members = await ports.buyers.members(callOff.request.buyerRef, 'known');
    const contacts = members.filter(({ status, roles }) => status === 'active' && roles.includes('contact')).map(({ person }) => person);
    return tellPeople(ports, state.ref, effect, contacts.length > 0 ? contacts : [callOff.requester], {
      title: `A review of order ${state.orderNumber} was due by ${formatDate(effect.dueOn)}, and none is recorded`,
      paragraphs: [
        `${callOff.serviceName}, ${callOff.providerName}, for ${callOff.buyerName}. ${callOff.requester.name} was reminded on the day.`,
        'Placements are reviewed with the provider at least once each half-term. Anybody of your school who works with its requests can record the review.',
      ],
      link: { text: 'Open the order', onCard: links.onCard(callOff.ref), inMail: links.inMail(callOff.ref) },
    });
  },
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
});
