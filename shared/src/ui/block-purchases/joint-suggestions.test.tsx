import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { JointSuggestionReply } from '../../contract/joint-suggestions.ts';
import { pence } from '../../domain/money/money.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership, service } from '../forms/testing/samples.ts';
import { memberOf } from '../testing/sample-blocks.ts';
import { aJointSuggestion } from '../testing/sample-joint-suggestions.ts';
import { BlockPurchasesPage } from './BlockPurchasesPage.tsx';
import { firstPlanOf, newBlockPlace } from './first-plan.ts';
import { jointSentence, whoAsks } from './joint-words.ts';

const opened = (suggestions: readonly JointSuggestionReply[], me = meAs(memberOf('ASH', 'requester'))) => {
  const served = fakeService({ getMe: () => me, listBlocks: () => ({ blocks: [] }), listJointSuggestions: () => ({ suggestions }) });
  const { went } = renderScreen(<BlockPurchasesPage />, served.api, { service: served.service, place: blockPlace({ at: 'all' }) });
  return { ...served, went };
};

it('a school is told how many others ask for the same, and begins a joint purchase by one step', async () => {
  const { went } = opened([aJointSuggestion()]);
  const section = within(await screen.findByRole('region', { name: 'Could be bought together' }));
  expect(
    section.getByRole('heading', {
      name: '4 requests of 3 schools for Academic tuition within 20 miles of DT1, starting January to March 2027',
    }),
  ).toBeTruthy();
  expect(section.getByText('1 request of Ash Lane School, and 3 of 2 others')).toBeTruthy();
  expect(section.getByText('120 hours are asked for')).toBeTruthy();
  await userEvent.click(section.getByRole('link', { name: 'Begin a joint purchase of One-to-one tuition, Greenway Learning' }));
  expect(went).toEqual([{ at: 'block-purchases', path: 'new/S-0001?from=2027-01-01&to=2027-07-31&units=120' }]);
});

it('a commissioner who requests for nobody reads who asks, and who can begin', async () => {
  const me = { ...meAs(memberOf('ASH', 'approver')), commissioner: true };
  opened([aJointSuggestion({ names: ['Ash Lane School', 'Beech School'], miles: 10 })], me);
  expect(await screen.findByText('Ash Lane School; Beech School')).toBeTruthy();
  expect(screen.getByText('A requester of a school or department can begin a joint purchase.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Begin/ })).toBeNull();
});

it('an approver of a school is shown none, and nothing is asked for them', async () => {
  const { callsOf } = opened([aJointSuggestion()], meAs(memberOf('ASH', 'approver')));
  await screen.findByRole('heading', { name: 'There is no block purchase that you can join' });
  expect([callsOf('listJointSuggestions'), screen.queryByRole('region', { name: 'Could be bought together' })]).toEqual([[], null]);
});

it('the form of a new purchase begins with the days and units that are asked for, as a joint one', async () => {
  const { api, service: client } = fakeService({
    getMe: () => meAs(membership()),
    getService: () => ({ ...service, volumeBands: [{ fromUnits: 20, unitPrice: pence(9_000) }] }),
  });
  const { from, to } = aJointSuggestion();
  renderScreen(<BlockPurchasesPage />, api, {
    service: client,
    place: newBlockPlace('S-0001', { from, to, units: 120 }),
  });
  const units = await screen.findByRole<HTMLInputElement>('textbox', { name: /fewest/i });
  expect(units.value).toBe('120');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'We invite other buyers to join' }).checked).toBe(true);
});

test('months in which requests start, in words', () => {
  const starting = (startsFrom: string, startsTo: string) =>
    jointSentence(aJointSuggestion({ startsFrom, startsTo })).split(', starting ')[1];
  expect([starting('2027-01', '2027-01'), starting('2026-12', '2027-02'), starting('2027-01', '2027-03')]).toEqual([
    'in January 2027',
    'December 2026 to February 2027',
    'January to March 2027',
  ]);
  expect(whoAsks(aJointSuggestion({ names: ['A'] }))).toBe('A');
});

test.each(['from=2027-01-01&to=2027-03-31', 'from=2027-02-30&to=2027-03-31&units=5', 'from=2027-01-01&to=x&units=5', 'units=5', ''])(
  'a new purchase begins with nothing where its address was mangled: %s',
  (search) => expect(firstPlanOf({ at: 'block-purchases', path: `new/S-1?${search}` })).toBeUndefined(),
);
