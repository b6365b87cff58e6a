import { splitRoute } from '../call-off/award-route.ts';
import type { CallOff } from '../call-off/call-off.ts';

/** What the link of an offer is about: the call-off, and for a provider that was asked later which one it was, so that no link opens another's offer. */
export const offerSubject = ({ ref, offers = [] }: Pick<CallOff, 'ref' | 'offers'>): string =>
  offers.length === 0 ? ref : `${ref}.${offers.length + 1}`;

/** The call-off and the place in its row of offers, from 0, that a link is about. */
export const readOfferSubject = (subject: string): { readonly ref: string; readonly at: number } => {
  const [ref = '', place = '1'] = subject.split('.');
  return { ref, at: Number.parseInt(place, 10) - 1 };
};

/** The call-off as one provider was asked, whoever is asked now; `undefined` where nobody was asked in that place yet. */
export const asOffered = (callOff: CallOff, at: number): CallOff | undefined => {
  const { offers = [], order, request } = callOff;
  const earlier = offers[at];
  if (earlier)
    return {
      ...callOff,
      status: 'ordered',
      providerRef: earlier.providerRef,
      providerName: earlier.providerName,
      serviceName: earlier.serviceName,
      request: { ...splitRoute(request).placement, ...earlier.asked },
      price: earlier.price,
      award: earlier.award,
      order: earlier.order,
    };
  return at === offers.length && order ? callOff : undefined;
};
