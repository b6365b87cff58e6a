import type { CallOff } from '../call-off/call-off.ts';
import { toLondonDate } from '../days/local-date.ts';
import type { Enquiry } from '../enquiries/enquiry.ts';
import { agesNotedOf, type CountedNeed } from './unmet-need.ts';

/** What of a request tells a need that nobody took. */
type Asked = Pick<CallOff, 'status' | 'lotKey' | 'order' | 'request'>;
type Questioned = Pick<Enquiry, 'buyerRef' | 'lotKey' | 'asked' | 'question'>;

/** The outcode of a buyer, where the register has one. */
type OutcodeOf = (buyerRef: string) => string | undefined;

const areaOf = (outcode: string | undefined) => (outcode === undefined ? {} : { outcode });
const none = { needs: [], keyStages: [], modes: [], concepts: [] } as const;

/** A request whose order no provider took: all that were asked declined or never answered, and nobody is left or was asked since. */
const ofCallOff = ({ status, lotKey, order, request }: Asked, outcodeOf: OutcodeOf): readonly CountedNeed[] => {
  if (status !== 'ordered' || order?.state !== 'unfilled') return [];
  const { answeredAt, answerBy = order.madeAt } = order;
  return [
    {
      ...none,
      day: toLondonDate(answeredAt ?? answerBy),
      reason: 'all-declined',
      lots: [lotKey],
      // Where the pupil was erased, their age was too.
      ...(request.age > 0 ? { ages: agesNotedOf(request.age, request.age) } : {}),
      ...areaOf(outcodeOf(request.buyerRef)),
      searches: 1,
    },
  ];
};

/** An enquiry that every provider declined. One that nobody answered tells nothing about the need. */
const ofEnquiry = ({ buyerRef, lotKey, asked, question }: Questioned, outcodeOf: OutcodeOf): readonly CountedNeed[] => {
  const replies = asked.flatMap(({ reply }) => (reply?.answer === 'declined' ? [reply.at] : []));
  const last = [...replies].sort().at(-1);
  if (last === undefined || replies.length < asked.length) return [];
  return [
    {
      ...none,
      day: toLondonDate(last),
      reason: 'all-declined',
      lots: lotKey === undefined ? [] : [lotKey],
      needs: [...new Set(question.needs)].sort(),
      keyStages: question.keyStage === undefined ? [] : [question.keyStage],
      ...areaOf(outcodeOf(buyerRef)),
      searches: 1,
    },
  ];
};

/**
 * Row 30: needs that every provider declined, read from the requests and enquiries that say so: by day, lot, ages and the area of the school, of no pupil and no
 * person, and without which school it was. They are kept nowhere else, so they are always what the records say.
 */
export const needsDeclined = (
  callOffs: readonly Asked[],
  enquiries: readonly Questioned[],
  outcodeOf: OutcodeOf,
): readonly CountedNeed[] => [
  ...callOffs.flatMap((callOff) => ofCallOff(callOff, outcodeOf)),
  ...enquiries.flatMap((enquiry) => ofEnquiry(enquiry, outcodeOf)),
];
