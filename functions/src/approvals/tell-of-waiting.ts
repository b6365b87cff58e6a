import { waitingFor } from '@ap/shared/domain/call-off';
import { formatDate } from '@ap/shared/domain/local-date';
import { commissionersOf } from '@ap/shared/domain/membership';
import { allOf } from '@ap/shared/domain/one-of';
import type { Performed } from '../effects/performed.ts';
import { tellPeople } from '../effects/tell-people.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells the commissioners of a request that nobody has decided and that has no next in line, unless it was decided meanwhile. */
export const tellOfWaiting =
  (
    ports: Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers'>,
    links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
  ) =>
  async ({ callOff }: StoredCallOff, effect: PendingEffect): Promise<Performed> => {
    const { ref, buyerName, request } = callOff;
    if (callOff.status !== 'awaiting-approval') return { state: 'superseded' };
    const news = {
      title: `Nobody has decided ${ref} of ${buyerName}`,
      paragraphs: [
        `It waits for ${allOf(waitingFor(callOff).map(({ name }) => name))}, and nobody stands in for them. The first day would be ${formatDate(request.startDate)}.`,
        'Ring them, or enter another approver or a fallback approver in the register.',
      ],
      link: { text: `Open request ${ref}`, onCard: links.onCard(ref), inMail: links.inMail(ref) },
    };
    return tellPeople(ports, ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), news);
  };
