import { aCallOff } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { aCompetition, answering, aSending, aSent, stateOf } from '../enquiries/enquiry.fixture.ts';
import { acceptedOrder, declinedOrder } from '../orders/order.fixture.ts';
import { needsDeclined } from './all-declined.ts';

const outcodeOf = (buyerRef: string) => (buyerRef === '113800' ? 'DT1' : undefined);
const unfilled = (told: Partial<CallOff> = {}): CallOff => {
  const declined = declinedOrder();
  return { ...declined, order: declined.order && { ...declined.order, state: 'unfilled' }, ...told };
};

describe('a request that no provider took', () => {
  test('is a need of its lot, ages and the area of its school, on the day of the last answer, and of no pupil, person or school', () => {
    const found = needsDeclined([unfilled()], [], outcodeOf);
    expect(found).toStrictEqual([
      {
        day: '2026-11-24',
        reason: 'all-declined',
        lots: ['AP-2026-1'],
        needs: [],
        keyStages: [],
        modes: [],
        concepts: [],
        ages: '11 to 13',
        outcode: 'DT1',
        searches: 1,
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/113800|AP-0001|CO-|Sena/);
  });

  test('that nobody answered counts from the end of the time to answer, or where there was none from when it was made', () => {
    const { order, ...rest } = unfilled();
    if (!order) throw new Error('no order');
    const { answeredAt: _answered, answerBy: _until, ...silent } = order;
    expect(needsDeclined([{ ...rest, order: { ...silent, answerBy: '2026-12-01T23:30:00Z' } }], [], outcodeOf)).toMatchObject([
      { day: '2026-12-01' },
    ]);
    expect(needsDeclined([{ ...rest, order: { ...silent, madeAt: '2026-11-20T10:00:00Z' } }], [], outcodeOf)).toMatchObject([
      { day: '2026-11-20' },
    ]);
  });

  test('is told without ages once its pupil is erased, and without an area where the register has none', () => {
    const [need] = needsDeclined([unfilled({ request: { ...unfilled().request, age: 0, buyerRef: '114000' } })], [], outcodeOf);
    expect([need && 'ages' in need, need && 'outcode' in need]).toEqual([false, false]);
  });

  test('is none while a provider may still take it', () => {
    expect(needsDeclined([aCallOff(), declinedOrder(), acceptedOrder(), unfilled({ status: 'withdrawn' })], [], outcodeOf)).toEqual([]);
  });
});

describe('an enquiry that every provider declined', () => {
  const declining = (present: ReturnType<typeof aSent>, providers: readonly string[]) =>
    providers.reduce(
      (sent, ref, at) => stateOf(answering(sent, ref, { kind: 'declined', reason: 'No places.' }, `2026-11-2${5 + at}T10:00:00Z`)),
      present,
    );

  test('is a need of what was asked, on the day of the last answer', () => {
    expect(needsDeclined([], [declining(aSent(), ['P-0001', 'P-0002'])], outcodeOf)).toStrictEqual([
      {
        day: '2026-11-26',
        reason: 'all-declined',
        lots: [],
        needs: ['SEMH'],
        keyStages: ['KS3'],
        modes: [],
        concepts: [],
        outcode: 'DT1',
        searches: 1,
      },
    ]);
  });

  test('is of its lot where it was a competition', () => {
    const asked = aCompetition();
    const found = needsDeclined(
      [],
      [
        declining(
          asked,
          asked.asked.map(({ providerRef }) => providerRef),
        ),
      ],
      outcodeOf,
    );
    expect(found).toMatchObject([{ lots: ['AP-2026-1'], keyStages: [] }]);
  });

  test('names each need once, in one order whoever asked; and no stage of school where none was asked for', () => {
    const { keyStage: _any, ...question } = aSending().question;
    const asked = aSent({ question: { ...question, needs: ['SEMH', 'ASC', 'SEMH'] } });
    const [need] = needsDeclined([], [declining(asked, ['P-0001', 'P-0002'])], outcodeOf);
    expect([need?.needs, need?.keyStages]).toStrictEqual([['ASC', 'SEMH'], []]);
  });

  test('is of the day of the last answer in whatever order they came, also where one provider alone was asked', () => {
    const dayOf = (enquiry: ReturnType<typeof aSent>) => needsDeclined([], [enquiry], outcodeOf).map(({ day }) => day);
    expect(dayOf(declining(aSent(), ['P-0002', 'P-0001']))).toEqual(['2026-11-26']);
    expect(dayOf(declining(aSent({ serviceRefs: ['S-00002'] }), ['P-0002']))).toEqual(['2026-11-25']);
  });

  test('is none where the commissioning team alone was asked', () => {
    expect(needsDeclined([], [aSent({ askCouncil: true, serviceRefs: [] })], outcodeOf)).toEqual([]);
  });

  test('is none while somebody has not answered, or can help', () => {
    const one = declining(aSent(), ['P-0001']);
    expect(needsDeclined([], [aSent(), one, stateOf(answering(one, 'P-0002'))], outcodeOf)).toEqual([]);
  });
});
