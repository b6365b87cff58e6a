import type * as z from 'zod';
import type { CallOff } from '../domain/call-off/call-off.ts';
import { eraseCallOff, erasedReference, erasedWords, isErased } from '../domain/privacy/erase-pupil.ts';
import { callOffState } from './call-off-state.ts';

type Shape = z.core.$ZodType;

/** A record with everything in it that its schema allows: each text is its own place. Of a union, the fullest. */
const filled = (shape: Shape, at: string): unknown => {
  const { def } = (shape as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return at;
    case 'int' as never:
    case 'number':
      return 7;
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'optional':
    case 'nullable':
    case 'readonly':
      return filled(def.innerType, at);
    case 'pipe':
      return filled(def.in, at);
    case 'array':
      return [filled(def.element, `${at}/*`)];
    case 'record':
      return { key: filled(def.valueType, `${at}/*`) };
    case 'union': {
      const made = def.options.map((option) => filled(option, at));
      return made.sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length)[0];
    }
    case 'object':
      return Object.fromEntries(Object.entries(def.shape).map(([name, part]) => [name, filled(part, `${at}/${name}`)]));
    default:
      throw new Error(`${at} is of a kind (${def.type}) that this test cannot fill: teach it.`);
  }
};

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

const whole = filled(callOffState, '') as CallOff;
const reference = erasedReference('1A2B3C');

/** Last parts of the places that stay: references of ours, who of the staff did what when, days, the price in words, where it was taught, what is charged where. */
const stays = new Set(
  `ref idempotencyKey tenantId objectId name email submittedAt withdrawnAt buyerName frameworkRef lotKey lotName providerRef providerName serviceName buyerRef
  serviceRef billTo costCode startDate endDate blockRef enquiryRef rateRef rateHash unitsSentence at freshAt remindedAt escalatedAt number madeAt answeredAt
  answerRecordedBy answerBy providerRemindedAt by on recordedBy recordedAt startedOn from to pausedFrom givenOn lastDay finalReviewOn proposedAt postcode where
  toldAt seenBy seenAt answeredAt holdRef notice since sentence search what id actor * news key`.split(/\s+/),
);

test('a text of a call-off either stays by name or is erased: a new one is compiled into neither unseen', () => {
  const kept = textsIn(eraseCallOff(whole, reference)).filter((text) => text.startsWith('/'));
  expect(kept.filter((place) => !stays.has(place.split('/').at(-1) ?? ''))).toEqual([]);
  for (const place of [
    '/request/pupilRef',
    '/request/objectives',
    '/request/basisReason',
    '/award/reason',
    '/advice/*',
    '/history/*/comment',
    '/hold/reason',
    '/order/end/note',
    '/offers/*/passedOn/reason',
    '/attention/*/detail',
    '/order/notice/reason',
  ])
    expect(kept).not.toContain(place);
});

test('what money rests on stays, and what only a rule needed to know of the pupil goes', () => {
  const erased = eraseCallOff(whole, reference);
  expect(erased.price).toEqual(whole.price);
  expect(erased.order?.plan).toEqual(whole.order?.plan);
  expect([erased.ref, erased.version, erased.status, erased.lastCommands]).toEqual([
    whole.ref,
    whole.version,
    whole.status,
    whole.lastCommands,
  ]);
  expect(erased.request).toMatchObject({ pupilRef: reference, age: 0, compulsorySchoolAge: false, ehcPlan: false, lookedAfter: false });
  expect(erased.request).not.toHaveProperty('exclusion');
  expect(erased.history[0]?.comment).toBe(erasedWords);
  expect([isErased(erased.request.pupilRef), isErased(whole.request.pupilRef)]).toEqual([true, false]);
});

test('erasing twice is erasing once', () => {
  const once = eraseCallOff(whole, reference);
  expect(eraseCallOff(once, reference)).toEqual(once);
});
