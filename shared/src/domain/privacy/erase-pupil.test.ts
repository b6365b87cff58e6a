import type { AttendanceDay } from '../attendance/attendance-day.ts';
import { aCallOff, decided } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Invoice } from '../invoices/invoice.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import type { OrderReviews } from '../reviews/order-reviews.ts';
import { eraseCallOff, eraseDay, erasedReference, erasedWords, eraseInvoice, eraseReviews, isErased } from './erase-pupil.ts';

const reference = erasedReference('1A2B3C');
const line = (told: object = {}) => ({ version: 1, what: 'Set', comment: 'He was ill.', ...told });

test('R41: a reference that was erased is known as such, and no reference of a school is', () => {
  expect(reference).toBe('ERASED-1A2B3C');
  expect(erasedWords).toBe('(erased)');
  expect(isErased(reference)).toBe(true);
  expect(isErased('P-0147')).toBe(false);
});

describe('R41: of a call-off', () => {
  test('nothing tells which pupil it was for; money, days and states stay', () => {
    const before = runningOrder();
    const after = eraseCallOff(before, reference);
    expect(after.request).toMatchObject({ pupilRef: reference, age: 0, compulsorySchoolAge: false, ehcPlan: false, lookedAfter: false });
    expect(after.request).toMatchObject({
      startDate: before.request.startDate,
      endDate: before.request.endDate,
      payer: before.request.payer,
    });
    expect(after).toMatchObject({ ref: before.ref, status: before.status, price: before.price, version: before.version });
    expect(after.order).toMatchObject({ number: before.order?.number, state: before.order?.state });
    expect(JSON.stringify(after)).not.toContain(before.request.pupilRef);
  });

  test('what an approver wrote is gone, and who decided when stays', () => {
    const before = decided(aCallOff(), 'return', { comment: 'Jo needs fewer days.' });
    const after = eraseCallOff(before, reference);
    expect(JSON.stringify(after)).not.toContain('Jo needs');
    expect(after.approvals[0]).toEqual({ ...before.approvals[0], comment: erasedWords });
  });

  test('the words of a change, a notice, an end and an earlier offer are gone', () => {
    const before = runningOrder();
    const { order } = before;
    if (!order) throw new Error('There is no order.');
    const told = {
      ...order,
      declineReason: 'Jo is known here.',
      otherOffer: { text: 'Jo on Fridays.', at: '2027-01-01T10:00:00Z' },
      notice: { reason: 'Jo moves away.', lastDay: '2027-02-05' },
      end: { note: 'Jo has done well.', destination: 'college', objectives: 'met', lastDay: '2027-02-05' },
      change: { reason: 'Jo needs more.', number: 1, steps: [{ state: 'decided', comment: 'For Jo.' }, { state: 'open' }] },
    };
    const offers = [
      {
        asked: { basis: 'other', basisReason: 'Jo knows them.' },
        award: { basis: 'other', reason: 'Jo knows them.' },
        order: told,
        passedOn: { reason: 'Jo cannot go.', round: 1 },
      },
      { asked: { basis: 'cheapest' }, order: { number: 'AP-000009', state: 'declined' }, passedOn: { reason: 'Jo said no.', round: 2 } },
    ];
    const award = { basis: 'other', reason: 'Jo knows them.' };
    const hold = { state: 'paused', reason: 'Jo is afraid.' };
    const attention = [{ kind: 'mail-failed', detail: 'To the mother of Jo.' }];
    const after = eraseCallOff({ ...before, order: told, offers, award, hold, attention } as unknown as CallOff, reference);
    expect(JSON.stringify(after)).not.toMatch(/\bJo\b/);
    const erased = {
      ...order,
      declineReason: erasedWords,
      otherOffer: { text: erasedWords, at: '2027-01-01T10:00:00Z' },
      notice: { reason: erasedWords, lastDay: '2027-02-05' },
      end: { note: erasedWords, lastDay: '2027-02-05' },
      change: { reason: erasedWords, number: 1, steps: [{ state: 'decided', comment: erasedWords }, { state: 'open' }] },
    };
    expect(after.order).toStrictEqual(erased);
    expect(after.offers).toStrictEqual([
      {
        asked: { basis: 'other', basisReason: erasedWords },
        award: { basis: 'other', reason: erasedWords },
        order: erased,
        passedOn: { reason: erasedWords, round: 1 },
      },
      { asked: { basis: 'cheapest' }, order: { number: 'AP-000009', state: 'declined' }, passedOn: { reason: erasedWords, round: 2 } },
    ]);
    expect(after.award).toStrictEqual({ basis: 'other', reason: erasedWords });
    expect(after.hold).toStrictEqual({ state: 'paused', reason: erasedWords });
    expect(after.attention).toStrictEqual([{ kind: 'mail-failed', detail: erasedWords }]);
  });

  test('the reason for the way it was bought is gone, and none is made up', () => {
    const because = { ...aCallOff(), request: { ...aCallOff().request, basisReason: 'Jo knows them.' } } as CallOff;
    expect(eraseCallOff(because, reference).request).toHaveProperty('basisReason', erasedWords);
    const { basisReason: _none, ...plain } = because.request as CallOff['request'] & { basisReason?: string };
    expect(eraseCallOff({ ...because, request: plain } as CallOff, reference).request).not.toHaveProperty('basisReason');
    const unsaid = { ...because, request: { ...plain, basisReason: undefined } } as unknown as CallOff;
    expect(eraseCallOff(unsaid, reference).request).toHaveProperty('basisReason', undefined);
  });

  test('what was not there is not there afterwards', () => {
    const after = eraseCallOff(aCallOff(), reference);
    for (const part of ['order', 'offers', 'hold', 'attention', 'advice']) expect(after).not.toHaveProperty(part);
  });
});

test('R41: of a day of attendance the codes of the register go, and what was taught stays', () => {
  const day = { am: { mark: 'present', code: 'I' }, pm: { mark: 'absent', code: 'E' }, history: [line({ what: 'Code I' })] };
  expect(eraseDay(day as unknown as AttendanceDay)).toEqual({
    am: { mark: 'present' },
    pm: { mark: 'absent' },
    history: [{ version: 1, what: erasedWords, comment: erasedWords }],
  });
});

test('R41: the reviews of a placement go as a whole', () => {
  const record = { ref: 'R-1', reviews: [{ words: 'Jo is settled.' }], history: [line({ comment: undefined, what: 'Jo reviewed' })] };
  expect(eraseReviews(record as unknown as OrderReviews)).toEqual({
    ref: 'R-1',
    reviews: [],
    history: [{ version: 1, what: erasedWords }],
  });
});

describe('R41: of an invoice', () => {
  const invoice = {
    number: 'INV-7',
    note: 'Jo was away.',
    lines: [
      { callOffRef: 'CO-A', net: 100, accepted: { net: 90, reason: 'Jo was away.' } },
      { callOffRef: 'CO-A', net: 50 },
      { callOffRef: 'CO-B', net: 200, accepted: { net: 150, reason: 'One day less.' } },
    ],
    history: [line()],
  } as unknown as Invoice;

  test('the words about these call-offs go, every sum and what was said of others stays', () => {
    expect(eraseInvoice(invoice, new Set(['CO-A']))).toEqual({
      ...invoice,
      note: erasedWords,
      lines: [{ ...invoice.lines[0], accepted: { net: 90, reason: erasedWords } }, invoice.lines[1], invoice.lines[2]],
      history: [{ version: 1, what: 'Set', comment: erasedWords }],
    });
  });

  test('one that charges nothing for them stays as it is', () => {
    expect(eraseInvoice(invoice, new Set(['CO-C']))).toEqual(invoice);
  });
});
