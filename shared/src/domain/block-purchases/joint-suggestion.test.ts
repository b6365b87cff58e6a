import fc from 'fast-check';
import { aCallOff } from '../call-off/call-off.fixture.ts';
import { addDays, type LocalDate, localDate } from '../days/local-date.ts';
import { acceptedOrder, declinedOrder } from '../orders/order.fixture.ts';
import { distanceMiles } from '../pupils/outcode.ts';
import { isOpenRequest, type JointNeed, jointMiles, jointNeedOf, jointSuggestions, suggestionFor, unitsAsked } from './joint-suggestion.ts';

const dorchester = { lat: 50.71, lon: -2.44 };
const weymouth = { lat: 50.61, lon: -2.45 };
const bournemouth = { lat: 50.72, lon: -1.88 };

const need = (ref: string, told: Partial<JointNeed> = {}): JointNeed => ({
  ref,
  buyerRef: `B-${ref}`,
  lotKey: 'L-1',
  serviceRef: 'S-1',
  at: dorchester,
  outcode: 'DT1',
  from: localDate('2027-01-12'),
  to: localDate('2027-03-18'),
  unit: 'hour',
  units: 40,
  ...told,
});
const refsOf = (needs: readonly JointNeed[]) => jointSuggestions(needs).map((each) => each.needs.map(({ ref }) => ref));

describe('similar open requests are suggested as a joint purchase', () => {
  test('of several schools for one lot, near each other, in overlapping days', () => {
    const found = jointSuggestions([
      need('C', { from: localDate('2027-02-01'), serviceRef: 'S-2', at: weymouth, outcode: 'DT4' }),
      need('A'),
      need('B', { buyerRef: 'B-A', serviceRef: 'S-2', to: localDate('2027-04-30') }),
      need('Far', { at: bournemouth }),
      need('Other lot', { lotKey: 'L-2' }),
      need('Later', { from: localDate('2027-05-01'), to: localDate('2027-07-01') }),
    ]);
    expect(found).toEqual([
      {
        key: 'L-1.A',
        lotKey: 'L-1',
        around: 'DT1',
        needs: [expect.objectContaining({ ref: 'A' }), expect.objectContaining({ ref: 'B' }), expect.objectContaining({ ref: 'C' })],
        buyerRefs: ['B-A', 'B-C'],
        startsFrom: '2027-01-12',
        startsTo: '2027-02-01',
        until: '2027-04-30',
        serviceRefs: ['S-2', 'S-1'],
      },
    ]);
  });

  test('never of one school alone, however many requests it has', () => {
    expect(refsOf([need('A', { buyerRef: 'B' }), need('B', { buyerRef: 'B' }), need('C', { buyerRef: 'B' })])).toEqual([]);
  });

  test('days that meet on one day overlap, days after one another do not', () => {
    const after = (from: string) => refsOf([need('A'), need('B', { from: localDate(from), to: localDate('2027-07-01') })]);
    expect([after('2027-03-18'), after('2027-03-19')]).toEqual([[['A', 'B']], []]);
  });

  test('the group of the most schools comes first and is taken whole; what is left makes others', () => {
    const needs = [
      need('A', { from: localDate('2027-01-01') }),
      need('B'),
      need('C'),
      need('D', { at: bournemouth }),
      need('E', { at: bournemouth }),
    ];
    expect(refsOf(needs)).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E'],
    ]);
  });

  test('of as many schools the one of more requests comes first', () => {
    const needs = [
      need('A'),
      need('B'),
      need('D', { at: bournemouth }),
      need('E', { at: bournemouth }),
      need('F', { at: bournemouth, buyerRef: 'B-E' }),
    ];
    expect(refsOf(needs)).toEqual([
      ['D', 'E', 'F'],
      ['A', 'B'],
    ]);
  });

  test('of more schools comes before of more requests, and before what starts earlier', () => {
    const early = { at: bournemouth, from: localDate('2027-01-01') };
    const two = [need('D', early), ...['E', 'F', 'G'].map((ref) => need(ref, { ...early, buyerRef: 'B-E' }))];
    const three = ['A', 'B', 'C'].map((ref) => need(ref));
    expect(refsOf([...two.slice(0, 2), ...three])).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E'],
    ]);
    expect(refsOf([...three, ...two.map((each) => ({ ...each, from: localDate('2027-02-01') }))])).toEqual([
      ['A', 'B', 'C'],
      ['D', 'E', 'F', 'G'],
    ]);
  });

  test('days in a chain: the middle one reaches both its neighbours, and what is taken is in no other', () => {
    const days = { Z: ['01-01', '01-31'], Y: ['01-31', '02-28'], X: ['02-28', '03-31'], W: ['03-31', '04-30'], V: ['04-30', '05-31'] };
    const chain = Object.entries(days).map(([ref, [from, to]]) =>
      need(ref, { from: localDate(`2027-${from}`), to: localDate(`2027-${to}`) }),
    );
    const found = jointSuggestions(chain);
    expect(found.map(({ key, needs, startsFrom, startsTo }) => [key, needs.map(({ ref }) => ref), startsFrom, startsTo])).toEqual([
      ['L-1.Y', ['Z', 'Y', 'X'], '2027-01-01', '2027-02-28'],
      ['L-1.W', ['W', 'V'], '2027-03-31', '2027-04-30'],
    ]);
  });
});

describe('what one school is told of a suggestion', () => {
  const needs = [need('A'), need('B', { buyerRef: 'B-A' }), need('C'), need('D')];
  const [three] = jointSuggestions(needs);
  const [two] = jointSuggestions(needs.slice(0, 3));

  test('its own requests, and how many there are of how many others', () => {
    expect(['B-A', 'B-C'].map((buyerRef) => three && suggestionFor(three, buyerRef))).toEqual([
      { own: ['A', 'B'], others: 2, otherSchools: 2 },
      { own: ['C'], others: 3, otherSchools: 2 },
    ]);
  });

  test('nothing where it asks for nothing, or where two ask, so that the other is known', () => {
    expect(two?.buyerRefs).toEqual(['B-A', 'B-C']);
    expect([three && suggestionFor(three, 'B-Z'), two && suggestionFor(two, 'B-A')]).toEqual([undefined, undefined]);
  });
});

const places = [dorchester, weymouth, bournemouth, { lat: 50.75, lon: -2.78 }, { lat: 50.86, lon: -2.16 }];
const anyNeed = fc
  .record({
    buyer: fc.integer({ min: 0, max: 6 }),
    lot: fc.integer({ min: 0, max: 2 }),
    place: fc.integer({ min: 0, max: places.length - 1 }),
    start: fc.integer({ min: 0, max: 200 }),
    days: fc.integer({ min: 0, max: 120 }),
    units: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ buyer, lot, place, start, days, units }) => {
    const from = addDays(localDate('2027-01-01'), start);
    const at = places[place] ?? dorchester;
    return { buyerRef: `B-${buyer}`, lotKey: `L-${lot}`, at, outcode: `DT${place}`, from, to: addDays(from, days), units };
  });
const someNeeds = fc
  .array(anyNeed, { maxLength: 30 })
  .map((told) => told.map((each, at) => need(`N-${String(at).padStart(2, '0')}`, each)));

describe('whatever is asked for', () => {
  test('the same requests make the same suggestions in whatever order they come', () => {
    fc.assert(
      fc.property(
        someNeeds.chain((needs) => fc.tuple(fc.constant(needs), fc.shuffledSubarray(needs, { minLength: needs.length }))),
        ([needs, shuffled]) => {
          expect(jointSuggestions(shuffled)).toEqual(jointSuggestions(needs));
        },
      ),
    );
  });

  test('a request is in one suggestion at most; each is of one lot and of several schools, near its middle and overlapping it', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const found = jointSuggestions(needs);
        const refs = found.flatMap((each) => each.needs.map(({ ref }) => ref));
        expect(new Set(refs).size).toBe(refs.length);
        for (const { key, lotKey, needs: group, buyerRefs, startsFrom, startsTo, until } of found) {
          const middle = group.find(({ ref }) => key === `${lotKey}.${ref}`);
          if (!middle) throw new Error(`${key} is not among its own`);
          expect(buyerRefs).toEqual([...new Set(group.map(({ buyerRef }) => buyerRef))].sort());
          expect(buyerRefs.length).toBeGreaterThanOrEqual(2);
          for (const each of group) {
            expect(each.lotKey).toBe(lotKey);
            expect(distanceMiles(middle.at, each.at)).toBeLessThanOrEqual(jointMiles);
            expect(each.from <= middle.to && middle.from <= each.to).toBe(true);
            expect(each.from >= startsFrom && each.from <= startsTo && each.to <= until).toBe(true);
          }
        }
      }),
    );
  });

  test('nothing that is left over could still be a joint purchase', () => {
    fc.assert(
      fc.property(someNeeds, (needs) => {
        const taken = new Set(jointSuggestions(needs).flatMap((each) => each.needs.map(({ ref }) => ref)));
        expect(jointSuggestions(needs.filter(({ ref }) => !taken.has(ref)))).toEqual([]);
      }),
    );
  });

  test('one school learns of no other: neither who, nor which requests, nor where only one or two ask', () => {
    fc.assert(
      fc.property(someNeeds, fc.integer({ min: 0, max: 6 }), (needs, buyer) => {
        const buyerRef = `B-${buyer}`;
        for (const suggestion of jointSuggestions(needs)) {
          const told = suggestionFor(suggestion, buyerRef);
          if (!suggestion.buyerRefs.includes(buyerRef) || suggestion.buyerRefs.length < 3) {
            expect(told).toBeUndefined();
            continue;
          }
          expect(told?.own).toEqual(suggestion.needs.filter((each) => each.buyerRef === buyerRef).map(({ ref }) => ref));
          expect([told?.others, told?.otherSchools]).toEqual([
            suggestion.needs.length - (told?.own.length ?? 0),
            suggestion.buyerRefs.length - 1,
          ]);
          const others = suggestion.needs.filter((each) => each.buyerRef !== buyerRef);
          for (const { ref, buyerRef: other } of others) expect(JSON.stringify(told)).not.toMatch(new RegExp(`"(${ref}|${other})"`));
        }
      }),
    );
  });
});

test('a request is open while it waits or was handed back, and again where no provider took it', () => {
  const declined = declinedOrder();
  const unfilled = { ...declined, order: declined.order && { ...declined.order, state: 'unfilled' as const } };
  expect([aCallOff(), { ...aCallOff(), status: 'returned' as const }, declined, unfilled].map(isOpenRequest)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(
    [acceptedOrder(), { ...aCallOff(), status: 'withdrawn' as const }, { ...aCallOff(), status: 'rejected' as const }].map(isOpenRequest),
  ).toEqual([false, false, false]);
  const gone = { ...declined, status: 'withdrawn' as const };
  expect([gone, { status: 'ordered' as const }].map(isOpenRequest)).toEqual([false, false]);
});

describe('what of a request a joint purchase is made of', () => {
  const area = { outcode: 'DT1', at: dorchester };
  const of = (callOff: ReturnType<typeof aCallOff>, day: LocalDate = localDate('2026-11-24'), where: typeof area | undefined = area) =>
    jointNeedOf(callOff, where, day);

  test('its school, lot, service, days and units, and nothing of its pupil', () => {
    const callOff = aCallOff();
    const { request, price } = callOff;
    expect(of(callOff)).toStrictEqual({
      ref: callOff.ref,
      buyerRef: request.buyerRef,
      lotKey: callOff.lotKey,
      serviceRef: request.serviceRef,
      outcode: 'DT1',
      at: dorchester,
      from: request.startDate,
      to: request.endDate,
      unit: price.unit,
      units: price.units,
    });
    expect(JSON.stringify(of(callOff))).not.toContain(request.pupilRef);
  });

  test('nothing where it lies nowhere, is not open, draws on a block already or is over', () => {
    const callOff = aCallOff();
    const drawing = { ...callOff, request: { ...callOff.request, basis: undefined, basisReason: undefined, blockRef: 'BP-1' } };
    expect([jointNeedOf(callOff, undefined, localDate('2026-11-24')), of(acceptedOrder()), of(drawing as typeof callOff)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([of(callOff, callOff.request.endDate) !== undefined, of(callOff, addDays(callOff.request.endDate, 1))]).toEqual([
      true,
      undefined,
    ]);
  });

  test('units of the unit that is bought are added up, whole', () => {
    expect(unitsAsked({ needs: [need('A', { units: 10.5 }), need('B', { units: 4 }), need('C', { unit: 'day', units: 9 })] }, 'hour')).toBe(
      14,
    );
  });
});
