import { localDate } from '../days/local-date.ts';
import { earliestStart } from './earliest-start.ts';

const today = localDate('2026-11-24');
const past = localDate('2026-11-03');
const coming = localDate('2027-01-11');

describe('the earliest start of a service', () => {
  test.each([
    ['a stated day to come holds', { earliestStart: coming, placesFree: 2 }, coming],
    ['also while no place is free: one comes free then', { earliestStart: coming, placesFree: 0 }, coming],
    ['a stated day that has passed means today', { earliestStart: past, placesFree: 2 }, today],
    ['also where the places are not known', { earliestStart: past }, today],
    ['but not where no place is free', { earliestStart: past, placesFree: 0 }, undefined],
    ['nor where today was stated and no place is free', { earliestStart: today, placesFree: 0 }, undefined],
    ['today is today', { earliestStart: today, placesFree: 1 }, today],
    ['nothing stated, nothing promised', { placesFree: 3 }, undefined],
  ])('%s', (_what, service, expected) => expect(earliestStart(service, today)).toBe(expected));
});
