import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { pence } from '../../domain/money/money.ts';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, order, waitingChange } from '../forms/testing/samples.ts';

const running = (changes: Partial<OrderReply> = {}): OrderReply =>
  order({
    state: 'active',
    startedOn: localDate('2027-04-12'),
    may: ['pause', 'vary', 'extend', 'give-notice', 'end'],
    ...changes,
  });
const show = (present: OrderReply, answers: Parameters<typeof fakeService>[0] = {}) => {
  const served = fakeService({
    getCallOff: () => callOff({ status: 'ordered', orderNumber: present.number, orderState: present.state, waitingFor: [] }),
    getOrder: () => present,
    ...answers,
  });
  renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" />, served.api, { service: served.service });
  return served;
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => userEvent.type(await screen.findByRole('textbox', { name }), text);
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name }));
const confirm = async (name: string) => {
  await press('Continue');
  const dialog = await screen.findByRole('alertdialog');
  await userEvent.click(within(dialog).getByRole('button', { name }));
  return dialog.textContent;
};
const sent = (served: ReturnType<typeof show>) => served.callsOf('commandOrder').map(({ body }) => body);
const focusSays = (text: string) => waitFor(() => expect(document.activeElement?.textContent).toContain(text));

describe('a running placement', () => {
  it('R2, R3: says where the pupil is and what it was told of staff; the school records that it knows, and renews its confirmation', async () => {
    const told = running({
      place: 'The farm, DT1 1AA',
      staffChecksToRenew: true,
      settingChanges: [{ number: 3, kind: 'staff', from: localDate('2027-05-04'), by: 'provider', toldAt: '2027-04-27T09:00:00Z' }],
      may: ['see-setting-change', 'record-start-check'],
    });
    const served = show(told, { commandOrder: () => ({ ...told, version: 2 }) });
    expect(await screen.findByText('Taught at The farm, DT1 1AA, as the register has it')).toBeTruthy();
    expect(screen.getByText('Renew the written confirmation of staff checks')).toBeTruthy();
    await press('We know of the other staff');
    await press('Record the renewed confirmation');
    await fill(/On which day/, '28 4 2027');
    await press('Record it');
    expect(sent(served)).toEqual([
      { kind: 'see-setting-change', change: 3 },
      { kind: 'record-start-check', check: 'staff-checks-confirmed', on: '2027-04-28' },
    ]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('row 45: changes the days from the planned ones on; dearer than approved, the page says that the order stays as it is', async () => {
    const served = show(running(), { commandOrder: () => running({ version: 2, change: waitingChange }) });
    await press('Change the days of the week');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Tuesday' }).checked).toBe(true);
    await press('Send the change');
    expect((await screen.findAllByText('Enter why the days are changed')).length).toBeGreaterThan(1);
    expect(sent(served)).toEqual([]);
    await fill('First day of the new pattern', '3 5 2027');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Thursday' }));
    await fill('Why are the days changed?', 'A third day helps.');
    await press('Send the change');
    await focusSays('A change waits: the order stays as it is until Alex Head has approved.');
    expect(sent(served)).toEqual([
      {
        kind: 'vary',
        from: '2027-05-03',
        pattern: { days: ['mon', 'tue', 'thu'], sessions: 'both', hoursPerDay: 5 },
        reason: 'A third day helps.',
      },
    ]);
    const change = within(screen.getByRole('region', { name: 'A change that waits for approval' }));
    for (const fact of ['£2,508.00 with VAT, £2,090.00 without', '£3,420.00 with VAT, £2,850.00 without', 'A third day helps.'])
      expect(change.getByText(fact)).toBeTruthy();
    expect(change.queryByRole('radio', { name: 'Approve' })).toBeNull();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('extends to a later last day', async () => {
    const served = show(running(), { commandOrder: () => running({ version: 2 }) });
    await press('Extend the placement');
    await fill('New last day', '23 7 2027');
    await fill('Why is the placement extended?', 'The aim is close.');
    await press('Send the change');
    await focusSays('The placement is running since Monday 12 April 2027.');
    expect(sent(served)).toEqual([{ kind: 'extend', endDate: '2027-07-23', reason: 'The aim is close.' }]);
  });

  it('pauses with a reason, and is taken up again', async () => {
    const paused = running({ version: 2, state: 'paused', pausedFrom: localDate('2027-05-04'), may: ['resume'] });
    const served = show(running(), {
      commandOrder: ({ body }) => (body.kind === 'pause' ? paused : running({ version: 3 })),
      getOrder: () => running(),
    });
    await press('Pause the placement');
    await fill('First day without teaching', '4 5 2027');
    await fill('Why is the placement paused?', 'A stay in hospital.');
    await userEvent.click(screen.getAllByRole('button', { name: 'Pause the placement' }).at(-1) as HTMLElement);
    await focusSays('The placement is paused from Tuesday 4 May 2027. Nothing is owed until it is taken up again.');
    await press('Take the placement up again');
    await fill('First day of teaching after the pause', '11 5 2027');
    await press('Take up again');
    await focusSays('The placement is running');
    expect(sent(served)).toEqual([
      { kind: 'pause', from: '2027-05-04', reason: 'A stay in hospital.' },
      { kind: 'resume', on: '2027-05-11' },
    ]);
  });

  it('gives notice; how early it may end the service says, beside the day', async () => {
    const early = 'With 5 school days of notice the last day is Monday 10 May 2027 at the earliest.';
    const served = show(running(), {
      commandOrder: () => {
        throw new Refuse('notice-too-short', early, '/lastDay');
      },
    });
    await press('Give notice');
    await choose('The provider');
    await fill('Last day', '4 5 2027');
    await fill('Why does the placement end?', 'The tutor leaves.');
    expect(await confirm('Give notice')).toContain('The last day is Tuesday 4 May 2027.');
    await userEvent.click(await screen.findByRole('link', { name: early }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Last day' }));
    expect(sent(served)).toEqual([{ kind: 'give-notice', giver: 'provider', lastDay: '2027-05-04', reason: 'The tutor leaves.' }]);
  });

  it('ends at once for one of four reasons, and then tells how it ended', async () => {
    const end = { on: localDate('2027-05-04'), reason: 'safeguarding' as const };
    const served = show(running(), { commandOrder: () => running({ version: 2, state: 'ended', end, may: [] }) });
    await press('End the placement at once');
    expect(within(screen.getByRole('radiogroup', { name: /Why does the placement end/ })).getAllByRole('radio')).toHaveLength(4);
    await choose('To keep the pupil safe');
    await fill('Last day on which the pupil was there', '4 5 2027');
    await confirm('End the placement');
    await focusSays('The placement ended on Tuesday 4 May 2027. To keep the pupil safe.');
    expect(sent(served)).toEqual([{ kind: 'end', lastDay: '2027-05-04', reason: 'safeguarding' }]);
    expect(screen.getByRole('heading', { name: 'How it ended' })).toBeTruthy();
  });

  it('row 59, R5: completes with objectives, destination and the final review, all of which are asked for', async () => {
    const end = {
      on: localDate('2027-07-16'),
      reason: 'ran-to-its-end' as const,
      objectives: 'partly-met' as const,
      destination: 'back-in-school' as const,
      finalReviewOn: localDate('2027-07-15'),
    };
    const served = show(running({ may: ['complete', 'extend'] }), {
      commandOrder: () => running({ version: 2, state: 'completed', end, may: [] }),
    });
    await press('Complete the order');
    await press('Continue');
    for (const message of ['Choose how far the objectives were met', 'Choose where the pupil goes', 'Enter the day of the final review'])
      expect((await screen.findAllByText(message)).length).toBeGreaterThan(1);
    await choose('Partly met');
    await choose('Back full-time in the school that placed the pupil');
    await fill('When was the final review held?', '15 7 2027');
    await confirm('Complete the order');
    await focusSays('The placement is complete. Its last day was Friday 16 July 2027.');
    expect(sent(served)).toEqual([
      { kind: 'complete', objectives: 'partly-met', destination: 'back-in-school', finalReviewOn: '2027-07-15' },
    ]);
    expect(screen.getByText('Thursday 15 July 2027')).toBeTruthy();
  });

  it('R40: a reason that seems to name a pupil is not sent', async () => {
    const served = show(running());
    await press('Pause the placement');
    await fill('First day without teaching', '4 5 2027');
    await fill('Why is the placement paused?', 'Born 3/4/2012.');
    await userEvent.click(screen.getAllByRole('button', { name: 'Pause the placement' }).at(-1) as HTMLElement);
    expect(await screen.findByText('There is a problem')).toBeTruthy();
    expect(sent(served)).toEqual([]);
  });
});

describe('a change that waits, before its approver', () => {
  const asked = running({ change: waitingChange, may: ['decide-change'] });

  it('is approved once more with its new total, for the step that the approver saw', async () => {
    const served = show(asked, { decideOrderChange: () => running({ version: 2, approvedGross: pence(342_000), may: [] }) });
    await choose('Approve');
    expect(await confirm('Approve £3,420.00')).toContain(
      'comes to £3,420.00 with VAT, £2,850.00 without, instead of £2,508.00 with VAT, £2,090.00 without',
    );
    await focusSays('The placement is running');
    expect(served.callsOf('decideOrderChange').map(({ body }) => body)).toEqual([{ approve: true, seen: { change: 1, step: 0 } }]);
    expect(screen.queryByRole('region', { name: 'A change that waits for approval' })).toBeNull();
  });

  it('is refused only with a comment', async () => {
    const served = show(asked, { decideOrderChange: () => running({ version: 2, may: [] }) });
    await choose('Refuse');
    await press('Continue');
    expect((await screen.findAllByText('Enter a comment that says why the change is refused')).length).toBeGreaterThan(1);
    await fill('Comment', 'Not this term.');
    await press('Continue');
    await focusSays('The placement is running');
    expect(served.callsOf('decideOrderChange').map(({ body }) => body)).toEqual([
      { approve: false, comment: 'Not this term.', seen: { change: 1, step: 0 } },
    ]);
  });

  it('that was decided meanwhile is shown as it stands', async () => {
    let present = asked;
    show(asked, {
      getOrder: () => present,
      decideOrderChange: () => {
        present = running({ version: 2, may: [] });
        throw new Refuse('stale-version', 'This change has been decided.');
      },
    });
    await choose('Approve');
    await confirm('Approve £3,420.00');
    expect(await screen.findByText(/This change has been decided. This page shows the order as it stands now./)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('region', { name: 'A change that waits for approval' })).toBeNull());
  });
});
