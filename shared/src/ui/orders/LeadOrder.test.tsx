import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, order } from '../forms/testing/samples.ts';

type Answers = Parameters<typeof fakeService>[0];

const show = (present: OrderReply, answers: Answers = {}) => {
  const served = fakeService({
    getCallOff: () => callOff({ status: 'ordered', orderNumber: present.number, orderState: present.state, waitingFor: [] }),
    getOrder: () => present,
    ...answers,
  });
  renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" />, served.api, { service: served.service });
  return served;
};
const part = () => screen.findByRole('region', { name: 'The order' });
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);
const allRecorded: OrderReply['checks'] = order().checks.map(({ kind }) => ({
  kind,
  on: localDate('2027-04-01'),
  recordedBy: 'Sam Oduya',
}));

describe('leading an order', () => {
  it('is shown only once the provider has accepted', async () => {
    show(order({ state: 'awaiting-provider' }));
    await screen.findAllByText(/waiting for its answer/);
    expect(screen.queryByRole('region', { name: 'The order' })).toBeNull();
  });

  it('says how the order stands, what is planned in plain words, and every step of the money', async () => {
    show(order());
    const shown = within(await part());
    expect(await shown.findByText('The provider has accepted order AP-000123. The pupil has not started yet.')).toBeTruthy();
    for (const fact of [
      'Monday 12 April 2027 to Friday 16 July 2027: Monday, Tuesday, whole days, 5 hours a day',
      '£95.00 per day, without VAT. It does not change',
      '£2,090.00',
      '£418.00',
      '£2,508.00',
    ])
      expect(shown.getByText(fact)).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('offers whoever may do nothing no act at all', async () => {
    show(order({ may: [] }));
    const shown = within(await part());
    await shown.findByText('What is planned now');
    expect(shown.queryAllByRole('button')).toEqual([]);
  });

  it('opens one act at a time', async () => {
    show(order());
    await press('Record: personalised plan');
    await press('Cancel the order');
    expect(screen.getByRole('textbox', { name: 'Why is the order cancelled?' })).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'On which day was it done?' })).toBeNull();
  });

  it('says that the order could not be loaded, while the request stays on the page', async () => {
    show(order(), {
      getOrder: () => {
        throw new Refuse('busy-try-later', 'The service is busy.');
      },
    });
    expect(await screen.findByText('The order could not be loaded')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'What was asked for' })).toBeTruthy();
  });
});

describe('before the start', () => {
  it('R2, R4, R6: says what is missing and offers no start until it is recorded', async () => {
    show(order());
    expect(
      await screen.findByText(/^0 of 4 recorded. The pupil cannot start until the rest is: written confirmation of staff checks;/),
    ).toBeTruthy();
    await press('The pupil has started');
    expect(screen.getByText(/Record first what is missing/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record the start' })).toBeNull();
  });

  it('R6: asks for the day and by what way the council was told, sends them, and the focus goes to how the order stands', async () => {
    let present = order();
    const served = show(present, {
      getOrder: () => present,
      commandOrder: () => {
        const done = { kind: 'council-told' as const, on: localDate('2027-04-01'), channel: 'phone' as const, recordedBy: 'Sam Oduya' };
        present = order({ version: 2, checks: present.checks.map((check) => (check.kind === 'council-told' ? done : check)) });
        return present;
      },
    });
    await press('Record: council told who the pupil is');
    await press('Record it');
    expect((await screen.findAllByText('Enter the day on which it was done')).length).toBeGreaterThan(1);
    expect(screen.getAllByText('Choose how it was told').length).toBeGreaterThan(1);
    expect(served.callsOf('commandOrder')).toEqual([]);
    await fill('On which day was it done?', '1 4 2027');
    await userEvent.click(screen.getByRole('radio', { name: 'Phone' }));
    await press('Record it');
    expect(await screen.findByText('Done on Thursday 1 April 2027, phone, recorded by Sam Oduya')).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('The pupil has not started yet.'));
    expect(served.callsOf('commandOrder').map(({ body }) => body)).toEqual([
      { kind: 'record-start-check', check: 'council-told', on: '2027-04-01', channel: 'phone' },
    ]);
    expect(served.callsOf('getCallOff').length).toBeGreaterThan(1);
  });

  it('R8: an academy confirms its articles, and the refusal of a notice that is too short stands beside the day', async () => {
    const served = show(order({ asksArticles: true, checks: [{ kind: 'direction-notice' }] }), {
      commandOrder: () => {
        throw new Refuse('notice-too-short', 'Notice is given at least 2 school days before.', '/on');
      },
    });
    await press('Record: notice of the off-site direction');
    await fill('On which day was it done?', '9 4 2027');
    await press('Record it');
    expect((await screen.findAllByText(/Confirm that your articles/)).length).toBeGreaterThan(1);
    await userEvent.click(screen.getByRole('checkbox', { name: /Our articles of association/ }));
    await press('Record it');
    const link = await screen.findByRole('link', { name: 'Notice is given at least 2 school days before.' });
    await userEvent.click(link);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'On which day was it done?' }));
    expect(served.callsOf('commandOrder').map(({ body }) => body)).toEqual([
      { kind: 'record-start-check', check: 'direction-notice', on: '2027-04-09', articlesAllow: true },
    ]);
  });

  it('starts the placement; tried again after a lost answer it is the same act', async () => {
    let lost = true;
    const started = order({ version: 2, state: 'active', startedOn: localDate('2027-04-12'), may: [] });
    const served = show(order({ checks: allRecorded }), {
      commandOrder: () => {
        if (!lost) return started;
        lost = false;
        throw new Refuse('busy-try-later', 'The service is busy. Try again.');
      },
    });
    expect(await screen.findByText('Everything is recorded that must be before the pupil starts.')).toBeTruthy();
    await press('The pupil has started');
    await fill('First day on which the pupil was there', '12 4 2027');
    await press('Record the start');
    await screen.findByText('The service is busy. Try again.');
    await press('Record the start');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('The placement is running since Monday 12 April 2027.'));
    const keys = served.callsOf('commandOrder').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('cancels with a reason and asks once more, with what is not owed', async () => {
    const served = show(order(), { commandOrder: () => order({ version: 2, state: 'cancelled', may: [] }) });
    await press('Cancel the order');
    await press('Continue');
    expect((await screen.findAllByText('Enter why the order is cancelled')).length).toBeGreaterThan(1);
    await fill('Why is the order cancelled?', 'The family has moved.');
    await press('Continue');
    const dialog = await screen.findByRole('alertdialog', { name: 'Cancel order AP-000123?' });
    expect(dialog.textContent).toContain('Nothing is owed of £2,508.00 with VAT, £2,090.00 without');
    expect(served.callsOf('commandOrder')).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel the order' }));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Nothing is owed.'));
    expect(served.callsOf('commandOrder').map(({ body }) => body)).toEqual([{ kind: 'cancel', reason: 'The family has moved.' }]);
  });

  it('shows the order as it stands now when somebody else was faster', async () => {
    let present = order({ checks: allRecorded });
    show(present, {
      getOrder: () => present,
      commandOrder: () => {
        present = order({ version: 3, state: 'cancelled', may: [] });
        throw new Refuse('order-held', 'The school has ended this order.');
      },
    });
    await press('The pupil has started');
    await fill('First day on which the pupil was there', '12 4 2027');
    await press('Record the start');
    expect(await screen.findByText(/The school has ended this order. This page shows the order as it stands now./)).toBeTruthy();
    expect(await screen.findByText('The order was cancelled before the pupil started. Nothing is owed.')).toBeTruthy();
  });
});
