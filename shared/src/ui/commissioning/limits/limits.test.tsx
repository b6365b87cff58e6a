import { fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import type { LimitReply } from '../../../contract/limits.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { limitsOfAll, registrationLoads } from '../../testing/sample-registration.ts';
import { LimitsPage } from './LimitsPage.tsx';
import { valueTyped } from './limit-acts.tsx';

const open = (limitRef: string | undefined) => {
  const sent: unknown[] = [];
  const take = (call: unknown) => {
    sent.push(call);
    return limitsOfAll()[0] as LimitReply;
  };
  const served = fakeService({
    listLimits: () => ({ limits: limitsOfAll() }),
    listRegistrationLoads: () => registrationLoads(),
    recordOverride: take,
    endOverride: take,
    recordPupilsElsewhere: take,
  });
  renderScreen(<LimitsPage limitRef={limitRef} />, served.api, { service: served.service });
  return sent;
};
const type = (label: string | RegExp, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });

it('R34: a commissioner is shown what is ordered under each framework, and providers with pupils from elsewhere', async () => {
  open(undefined);
  const values = within(await screen.findByRole('region', { name: 'Values of frameworks' }));
  expect(values.getByRole('link', { name: 'Alternative provision 2026' }).getAttribute('href')).toContain('limits/FV-AP-2026');
  expect(values.getByText('Near it: 84%')).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Pupils at providers' })).getByRole('link', { name: 'Greenway Learning' })).toBeTruthy();
  expect(bannedWordOnPage()).toBeUndefined();
});

it('R34: a commissioner records that a value may be passed, up to what, until when and why, after it was asked once more', async () => {
  const sent = open('FV-AP-2026');
  fireEvent.click(await screen.findByRole('button', { name: 'Allow more than the limit' }));
  type('Up to what value, ex VAT?', '£1,200,000');
  type(/^Until which day/, '31 7 2027');
  type('Why?', 'The next framework is late.');
  fireEvent.click(screen.getByRole('button', { name: 'Allow more than the limit' }));
  fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Allow more than the limit' }));
  expect(await screen.findByText('Orders pass up to £1,200,000.00 until Saturday 31 July 2027.')).toBeTruthy();
  expect(sent).toMatchObject([
    {
      params: { ref: 'FV-AP-2026' },
      body: { allowed: { kind: 'value', upTo: 120_000_000 }, until: '2027-07-31', reason: 'The next framework is late.' },
    },
  ]);
});

it('an override is ended with its reason', async () => {
  const sent = open('FV-AP-2026');
  fireEvent.click(await screen.findByRole('button', { name: /^End the allowance/ }));
  type('Why?', 'The next framework is live.');
  fireEvent.click(screen.getByRole('button', { name: 'End the allowance' }));
  expect(await screen.findByText('The allowance is ended.')).toBeTruthy();
  expect(sent).toMatchObject([{ body: { overrideRef: 'FV-AP-2026-O1', reason: 'The next framework is live.' } }]);
});

it('R12: a commissioner records whom a provider declares from elsewhere, also where nothing was recorded of it before; never more with a plan than there are', async () => {
  const sent = open('RL-P-0002');
  fireEvent.click(await screen.findByRole('button', { name: 'Record pupils from elsewhere' }));
  type('Full-time pupils from elsewhere', '2');
  type('Of them with an EHC plan or looked after', '3');
  type(/^When did the provider say so/, '1 2 2027');
  type('Why?', 'Told at the visit.');
  fireEvent.click(screen.getByRole('button', { name: 'Record pupils from elsewhere' }));
  expect((await screen.findAllByText('No more can have a plan than there are pupils')).length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  type('Of them with an EHC plan or looked after', '1');
  fireEvent.click(screen.getByRole('button', { name: 'Record pupils from elsewhere' }));
  expect(await screen.findByText('2 full-time pupils from elsewhere recorded.')).toBeTruthy();
  expect(sent).toMatchObject([{ params: { ref: 'RL-P-0002' }, body: { pupils: 2, withPlan: 1, asAt: '2027-02-01' } }]);
});

it('a limit that is not there is said to be none', async () => {
  open('RL-P-9999');
  expect(await screen.findByText('There is no such limit')).toBeTruthy();
});

it.each([
  ['1,200,000', 120_000_000],
  ['£0.50', 50],
  ['1000000000', 100_000_000_000],
  ['1000000001', undefined],
  ['1.005', undefined],
  ['-1', undefined],
  ['many', undefined],
])('%s is %p pence', (text, expected) => expect(valueTyped(text)).toBe(expected));
