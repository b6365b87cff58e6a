import { suggestCode, suggestionFacts } from '../attendance/suggest-code.ts';
import { aBuyer, accepted, aProvider, aService, refusal, schoolMembers, senco, stranger } from '../call-off.fixture.ts';
import type { CallOff } from '../call-off.ts';
import { localDate } from '../local-date.ts';
import { linkHolder, theProduct } from '../person.ts';
import { orderActs } from './decide-order.ts';
import { lifeFacts, on, readyOrder, runningOrder } from './order.fixture.ts';
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
    expect(accepted(tell(runningOrder(), { kind: 'place', where: 'The old mill, DT2 7BB' })).state.order?.settingChanges).toMatchObject([
      { kind: 'place', where: 'The old mill, DT2 7BB' },
    ]);
  });

  test('the first place by the register is noted; another one is told, and the first again is told as well', () => {
    const noted = place(runningOrder(), farm);
    expect(kinds(noted)).not.toContain('tell-setting-change');
    const present = accepted(noted).state;
    expect(place(present, farm, 'again').ok).toBe(false);
    const moved = place(present, mill, 'moved');
    expect(kinds(moved)).toContain('tell-setting-change');
    expect(accepted(moved).state.order).toMatchObject({ place: mill, settingChanges: [{ by: 'register', where: 'The mill, DT2 7BB' }] });
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
    expect(room.order?.settingChanges?.at(-1)?.number).toBe(mostSettingChanges + 1);
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
    expect(refusal(renew(told, 'plan-agreed')).code).toBe('start-check-not-needed');
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
