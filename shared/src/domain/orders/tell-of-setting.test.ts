import { suggestCode, suggestionFacts } from '../attendance/suggest-code.ts';
import { aBuyer, accepted, aProvider, aService, refusal, schoolMembers, senco, stranger } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { localDate } from '../days/local-date.ts';
import { linkHolder, personKey, theProduct } from '../people/person.ts';
import { orderActs } from './decide-order.ts';
import { lifeFacts, on, readyOrder, runningOrder, worksOf } from './order.fixture.ts';
import { mostSettingChanges, staffChecksToRenew, unseenSettingChanges } from './setting-change.ts';
import { recordStartCheck, startOrder } from './start-order.ts';
import { notePlace, seeSettingChange, tellSettingChange } from './tell-of-setting.ts';

const holder = linkHolder('99999999-9999-4999-8999-999999999999', 'Greenway');
const from = localDate('2027-01-18');
const tell = (present: CallOff, told: Partial<Parameters<typeof tellSettingChange>[1]> = {}, day = '2027-01-15') =>
  tellSettingChange(present, { ...on(day, { by: holder, id: `tell-${JSON.stringify(told)}-${day}` }), kind: 'staff', from, ...told });
const place = (present: CallOff, at: { name: string; postcode: string } | undefined, id = 'place') =>
  notePlace(present, { ...on('2027-01-15', { by: theProduct, id }), place: at });
const see = (present: CallOff, change: number, by = senco) =>
  seeSettingChange(present, { ...on('2027-01-15', { by, id: `see-${change}` }), change }, { buyerMembers: schoolMembers });
const kinds = (decision: ReturnType<typeof tell>) => accepted(decision).effects.map(({ kind }) => kind);
const farm = { name: 'The farm', postcode: 'DT1 1AA' };
const mill = { name: 'The mill', postcode: 'DT2 7BB' };

describe('R3: the school is told of another place and other staff', () => {
  test('what the provider says is told at once, once, and kept until the school has said that it knows', () => {
    const told = tell(runningOrder());
    expect(kinds(told)).toContain('tell-setting-change');
    const present = accepted(told).state;
    expect(present.order?.settingChanges).toMatchObject([{ number: 1, kind: 'staff', from, by: 'provider' }]);
    expect(refusal(tell(present, {}, '2027-01-15'))).toBeDefined();
    expect(orderActs(present, localDate('2027-01-15'))).toContain('see-setting-change');
    expect(refusal(see(present, 1, stranger)).code).toBe('not-yours');
    const seen = accepted(see(present, 1)).state;
    expect(seen.order?.settingChanges?.[0]).toMatchObject({ seenBy: senco.name });
    expect(orderActs(seen, localDate('2027-01-15'))).not.toContain('see-setting-change');
    expect(see(seen, 1).ok).toBe(false);
  });

  test('of a place the address is asked for, and nothing that names a pupil; a day long past or far ahead is refused', () => {
    expect(refusal(tell(runningOrder(), { kind: 'place' })).field).toBe('/where');
    expect(refusal(tell(runningOrder(), { kind: 'place', where: 'ring 07700 900123 about UPN A123456789012' })).code).toBe(
      'text-names-a-pupil',
    );
    expect(refusal(tell(runningOrder(), { from: localDate('2026-11-01') })).field).toBe('/from');
    expect(refusal(tell(runningOrder(), { from: localDate('2029-01-01') })).field).toBe('/from');
    expect(
      accepted(tell(runningOrder(), { kind: 'place', where: 'The old mill, Mary Jones, DT2 7BB' })).state.order?.settingChanges,
    ).toMatchObject([{ kind: 'place', where: 'The old mill, Mary Jones, DT2 7BB' }]);
  });

  test('the day lies within the last four weeks or the next twelve months, both ends included', () => {
    for (const day of ['2026-12-18', '2028-01-15']) expect(tell(runningOrder(), { from: localDate(day) }).ok).toBe(true);
    for (const day of ['2026-12-17', '2028-01-16'])
      expect(refusal(tell(runningOrder(), { from: localDate(day) }))).toMatchObject({ code: 'dates-not-allowed', field: '/from' });
  });

  test('an address is no blank and has its length; of other staff none is asked for, nor kept', () => {
    const where = (text: string) => tell(runningOrder(), { kind: 'place', where: text });
    expect(refusal(where('  '))).toMatchObject({ code: 'text-required', field: '/where' });
    expect(where(` ${'x'.repeat(300)} `).ok).toBe(true);
    expect(refusal(where('x'.repeat(301)))).toMatchObject({ code: 'text-too-long', field: '/where' });
    expect(refusal(where('UPN A123456789012'))).toMatchObject({ code: 'text-names-a-pupil', field: '/where' });
    expect(accepted(tell(runningOrder(), { where: 'The mill' })).state.order?.settingChanges).toStrictEqual([
      { number: 1, kind: 'staff', from, by: 'provider', toldAt: '2027-01-15T09:00:00Z' },
    ]);
  });

  test('it stands in the history and asks that the contacts of the school are told', () => {
    const other = tell(runningOrder(), { kind: 'place', where: ' The old mill, DT2 7BB ' });
    expect(accepted(other).state.history.at(-1)?.what).toBe(
      'The provider said: another place from Monday 18 January 2027: The old mill, DT2 7BB',
    );
    expect(accepted(other).state.order?.settingChanges?.[0]?.where).toBe('The old mill, DT2 7BB');
    expect(accepted(tell(runningOrder())).state.history.at(-1)?.what).toBe('The provider said: other staff from Monday 18 January 2027');
    expect(worksOf(other)).toStrictEqual([
      { kind: 'tell-setting-change', change: 1 },
      { kind: 'record-audit', action: 'setting-change-told', actor: personKey(holder) },
    ]);
  });

  test('the same said again is told once; another day, place or kind is told anew', () => {
    const mill2 = { kind: 'place', where: 'The mill' } as const;
    const present = accepted(tell(runningOrder(), mill2)).state;
    expect(refusal(tell(present, mill2)).code).toBe('order-not-in-this-state');
    for (const told of [{}, { ...mill2, where: 'The farm' }, { ...mill2, from: localDate('2027-01-19') }])
      expect(tell(present, told).ok).toBe(true);
    // What the register said is no word of the provider's, and what was seen may be said again.
    const byRegister = accepted(place(accepted(place(runningOrder(), farm)).state, mill, 'moved')).state;
    expect(tell(byRegister, { kind: 'place', from: localDate('2027-01-15'), where: 'The mill, DT2 7BB' }).ok).toBe(true);
    expect(tell(accepted(see(present, 1)).state, mill2).ok).toBe(true);
  });

  test('that the school knows is kept of that change alone, by whom and when', () => {
    const both = accepted(tell(accepted(tell(runningOrder())).state, { kind: 'place', where: 'The mill' })).state;
    const seen = see(both, 2);
    expect(accepted(seen).state.order?.settingChanges).toMatchObject([
      { number: 1, kind: 'staff' },
      { number: 2, seenBy: senco.name, seenAt: '2027-01-15T09:00:00Z' },
    ]);
    expect(accepted(seen).state.order?.settingChanges?.[0]).not.toHaveProperty('seenBy');
    expect(accepted(seen).state.history.at(-1)?.what).toBe('The school knows of the other place');
    expect(accepted(see(both, 1)).state.history.at(-1)?.what).toBe('The school knows of the other staff');
    expect(worksOf(seen)).toStrictEqual([{ kind: 'record-audit', action: 'setting-change-seen', actor: personKey(senco) }]);
    expect(refusal(see(runningOrder(), 1)).code).toBe('order-not-in-this-state');
  });

  test('a place is another by its name or its postcode, and nothing is noted of an order that is over', () => {
    const present = accepted(place(runningOrder(), farm)).state;
    for (const at of [{ ...farm, name: 'The barn' }, { ...farm, postcode: 'DT1 1AB' }, undefined])
      expect(kinds(place(present, at, 'other'))).toContain('tell-setting-change');
    expect(place(runningOrder(), undefined).ok).toBe(false);
    const order = present.order && { ...present.order, state: 'ended' as const };
    expect(refusal(place({ ...present, order }, mill, 'late')).code).toBe('order-not-in-this-state');
  });

  test('the first place stands in the history and is told to nobody; one that is gone is remembered as such', () => {
    const noted = place(runningOrder(), farm);
    expect(accepted(noted).state.history.at(-1)?.what).toBe('Taught at The farm, DT1 1AA');
    expect(worksOf(noted)).toStrictEqual([{ kind: 'record-audit', action: 'place-noted', actor: personKey(theProduct) }]);
    const gone = accepted(place(accepted(noted).state, undefined, 'gone')).state;
    expect(gone.order).toMatchObject({ placeUnnamed: true, place: undefined });
    expect(gone.history.at(-1)?.what).toBe('The register names no place any more');
    const found = accepted(place(gone, mill, 'found')).state;
    expect(found.order).toMatchObject({ placeUnnamed: false, place: mill });
    expect(found.history.at(-1)?.what).toBe('The register names another place: The mill, DT2 7BB');
  });

  test('the first place by the register is noted; another one is told, and the first again is told as well', () => {
    const noted = place(runningOrder(), farm);
    expect(kinds(noted)).not.toContain('tell-setting-change');
    const present = accepted(noted).state;
    expect(refusal(place(present, farm, 'again')).code).toBe('order-not-in-this-state');
    const moved = place(present, mill, 'moved');
    expect(kinds(moved)).toContain('tell-setting-change');
    expect(accepted(moved).state.order).toMatchObject({
      place: mill,
      settingChanges: [{ kind: 'place', by: 'register', where: 'The mill, DT2 7BB' }],
    });
    expect(kinds(place(accepted(moved).state, farm, 'back'))).toContain('tell-setting-change');
    const gone = place(present, undefined, 'gone');
    expect(kinds(gone)).toContain('tell-setting-change');
    expect(kinds(place(accepted(gone).state, mill, 'found'))).toContain('tell-setting-change');
  });

  test('what was seen makes room; what nobody has seen is never dropped', () => {
    let present = runningOrder();
    for (let count = 0; count < mostSettingChanges; count += 1)
      present = accepted(tell(present, { from: localDate(`2027-02-${String(count + 1).padStart(2, '0')}`) })).state;
    expect(refusal(tell(present, { kind: 'place', where: 'The mill' })).code).toBe('record-full');
    const room = accepted(tell(accepted(see(present, 1)).state, { kind: 'place', where: 'The mill' })).state;
    expect(unseenSettingChanges(room.order ?? {})).toHaveLength(mostSettingChanges);
    expect(room.order?.settingChanges?.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(room.order?.settingChanges?.at(-1)?.number).toBe(mostSettingChanges + 1);
  });

  test('as long as there is room, what was seen stays', () => {
    let present = accepted(see(accepted(tell(runningOrder())).state, 1)).state;
    for (let count = 1; count < mostSettingChanges; count += 1)
      present = accepted(tell(present, { from: localDate(`2027-02-${String(count).padStart(2, '0')}`) })).state;
    expect(present.order?.settingChanges?.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const late = accepted(see(accepted(see(present, 20)).state, 2)).state;
    const next = accepted(tell(late, { kind: 'place', where: 'The mill' })).state;
    // The oldest that was seen falls away, not the latest.
    expect(next.order?.settingChanges?.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
  });

  test('an order that is over is told nothing more', () => {
    const present = runningOrder();
    if (!present.order) throw new Error('It has an order.');
    expect(refusal(tell({ ...present, order: { ...present.order, state: 'ended' } })).code).toBe('order-not-in-this-state');
  });
});

describe('R2: a confirmation of staff checks is renewed when the staff is another', () => {
  const renew = (present: CallOff, check: 'staff-checks-confirmed' | 'plan-agreed' = 'staff-checks-confirmed') =>
    recordStartCheck(present, { ...on('2027-01-18', { id: 'renew' }), check, on: localDate('2027-01-18') }, lifeFacts({ buyer: aBuyer() }));

  test('it is shown as to be renewed until it is recorded anew; nothing else can be recorded after the start', () => {
    expect(refusal(renew(runningOrder())).code).toBe('start-check-not-needed');
    const told = accepted(tell(runningOrder())).state;
    expect(staffChecksToRenew(told.order ?? {})).toBe(true);
    expect(orderActs(told, localDate('2027-01-18'))).toContain('record-start-check');
    expect(refusal(renew(told, 'plan-agreed'))).toMatchObject({ code: 'start-check-not-needed', field: '/check' });
    const renewed = accepted(renew(told)).state;
    expect(staffChecksToRenew(renewed.order ?? {})).toBe(false);
    expect(orderActs(renewed, localDate('2027-01-18'))).not.toContain('record-start-check');
  });

  test('R23: until then no B is suggested, for the school has not satisfied itself of who supervises', () => {
    const suggested = (present: CallOff) =>
      suggestCode(suggestionFacts(present, aService(), aProvider({ registeredSchool: false })), 'am', 'present').code;
    const told = accepted(tell(runningOrder())).state;
    expect([suggested(runningOrder()), suggested(told), suggested(accepted(renew(told)).state)]).toEqual(['B', undefined, 'B']);
  });

  test('a placement does not start on a confirmation that is older than the other staff', () => {
    const told = accepted(tell(readyOrder(), {}, '2027-01-08')).state;
    const started = startOrder(told, { ...on('2027-01-12'), startedOn: localDate('2027-01-12') }, lifeFacts());
    expect(refusal(started)).toMatchObject({ code: 'start-checks-missing', detail: 'Record first: written confirmation of staff checks.' });
  });
});
