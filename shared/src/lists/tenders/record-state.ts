import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../domain/days/local-date.ts';
import type { Pence } from '../../domain/money/money.ts';
import { rateUnits } from '../../domain/money/rate-card.ts';
import { type PersonKey, parsePersonKey } from '../../domain/people/person.ts';
import { tenderActions } from '../../domain/tenders/action.ts';
import { tenderAudiences } from '../../domain/tenders/effect.ts';

/** Parts of the records of tenders as they are stored. The types of the domain are checked against these shapes when they are compiled. */
export const localDate = z.custom<LocalDate>(isLocalDate, 'is not a date');
export const pence = z.custom<Pence>((value) => Number.isSafeInteger(value) && Number(value) >= 0, 'is not a whole number of pence');
export const personId = z.strictObject({ tenantId: z.guid(), objectId: z.guid() });
export const person = z.strictObject({ tenantId: z.guid(), objectId: z.guid(), name: z.string(), email: z.string() });
export const key = z.custom<PersonKey>(
  (value) => typeof value === 'string' && parsePersonKey(value) !== undefined,
  'is not tenantId/objectId',
);

export const priceLineParts = {
  serviceRef: z.string(),
  lotKey: z.string(),
  unit: z.enum(rateUnits),
  group: z.strictObject({ from: z.int(), to: z.int() }).optional(),
  price: pence,
  volumeBands: z.array(z.strictObject({ fromUnits: z.int(), unitPrice: pence })).optional(),
};
export const periodParts = { from: localDate, to: localDate };

const numbering = { id: z.string(), version: z.int(), madeAt: z.string() };
const effect = z.discriminatedUnion('kind', [
  z.strictObject({ ...numbering, kind: z.literal('record-audit'), action: z.enum(tenderActions), actor: key }),
  z.strictObject({ ...numbering, kind: z.literal('tell'), audience: z.enum(tenderAudiences), news: z.enum(tenderActions) }),
  z.strictObject({ ...numbering, kind: z.literal('cancel-rounds') }),
  z.strictObject({ ...numbering, kind: z.literal('enter-applications') }),
  z.strictObject({ ...numbering, kind: z.literal('enter-lots') }),
  z.strictObject({ ...numbering, kind: z.literal('ask-award-approval'), to: key }),
  z.strictObject({ ...numbering, kind: z.literal('refresh-award-cards') }),
  z.strictObject({ ...numbering, kind: z.literal('send-agreement') }),
  z.strictObject({ ...numbering, kind: z.literal('confirm-prices'), bookRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('release-prices'), bookRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('admit-provider'), providerRef: z.string() }),
  z.strictObject({ ...numbering, kind: z.literal('enter-services') }),
  z.strictObject({ ...numbering, kind: z.literal('confirm-in-force') }),
  z.strictObject({ ...numbering, kind: z.literal('publish-rates') }),
  z.strictObject({ ...numbering, kind: z.literal('note-ranking') }),
  z.strictObject({ ...numbering, kind: z.literal('note-outcomes') }),
]);

/** What every record keeps. Every object is strict: a field that newer code wrote would otherwise be dropped in reading, and lost with the next write. */
export const recordParts = {
  ref: z.string(),
  version: z.int().min(1),
  history: z.array(
    z.strictObject({ at: z.string(), by: z.string(), what: z.string(), comment: z.string().optional(), folded: z.int().min(1).optional() }),
  ),
  outbox: z.array(effect),
  lastCommands: z.array(z.strictObject({ id: z.string(), version: z.int() })),
};
