import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { localDate } from '../../domain/days/local-date.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, ownRequest } from '../forms/testing/samples.ts';
import { CallOffPage } from './CallOffPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

const page = <CallOffPage callOffRef="CO-7K3MQ9" />;
const ordered = callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'awaiting-provider', waitingFor: [] });

describe('a request on its page', () => {
  it('is named by its heading and shows the whole price and who has it', async () => {
    renderScreen(page, fakeService({ getCallOff: () => callOff() }).api);
    expect(await screen.findByRole('heading', { level: 1, name: 'Request CO-7K3MQ9: Forest learning for Oakfield School' })).toBeTruthy();
    expect(screen.getByText('With Alex Head')).toBeTruthy();
    for (const fact of ['11 weeks x 2 days = 22 days', '£2,090.00', 'VAT at 20%', '£418.00', '£2,508.00'])
      expect(screen.getByText(fact)).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('E31: tells after sending the reference, what happens next, by when, and whom to ask', async () => {
    renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" sent />, fakeService({ getCallOff: () => callOff() }).api);
    const sent = await screen.findByRole('region', { name: 'Request sent' });
    expect(within(sent).getByText('CO-7K3MQ9')).toBeTruthy();
    expect(
      within(sent).getByText(/Alex Head is asked now, in Teams and by e-mail, and needs to decide by Monday 12 April 2027, the first day/),
    ).toBeTruthy();
    expect(within(sent).getByText(/If it takes too long, ask Alex Head/)).toBeTruthy();
  });

  it('says that an order waits for the provider, and calls nothing confirmed', async () => {
    renderScreen(page, fakeService({ getCallOff: () => ordered }).api);
    expect(await screen.findByText('Order AP-000123 sent to the provider: waiting for its answer')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/confirm/i);
  });

  it('says to whom a card could not be delivered, and that the e-mail was sent', async () => {
    const delivery = [{ name: 'Alex Head', card: 'not-delivered' as const, mail: 'sent' as const }];
    renderScreen(page, fakeService({ getCallOff: () => callOff({ delivery }) }).api);
    expect(
      await screen.findByText('The card could not be delivered to Alex Head: the app is not installed for them. The e-mail was sent.'),
    ).toBeTruthy();
  });

  it('offers to try again when it cannot be loaded', async () => {
    let down = true;
    const { api } = fakeService({
      getCallOff: () => {
        if (down) throw new Refuse('busy-try-later', 'The service is busy.');
        return callOff();
      },
    });
    renderScreen(page, api);
    const again = await screen.findByRole('button', { name: 'Try again' });
    down = false;
    await userEvent.click(again);
    expect(await screen.findByText('With Alex Head')).toBeTruthy();
  });
});

describe('what the requester and the school may do', () => {
  it('E19: withdraws at once and says until when that can be undone; the undo stays on the page and brings the request back', async () => {
    const open = callOff({ may: ['withdraw'] });
    const taken = callOff({
      version: 2,
      status: 'withdrawn',
      waitingFor: [],
      openStep: -1,
      history: [...open.history, { at: '2027-03-02T14:15:00Z', by: 'Sam Oduya', what: 'Withdrawn by the requester' }],
      may: ['undo-withdrawal'],
      undoUntil: '2027-03-02T15:15:00Z',
    });
    const served = fakeService({
      getCallOff: () => open,
      withdrawCallOff: () => taken,
      undoWithdrawal: () => ({ ...open, version: 3 }),
    });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw request' }));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Withdrawn by the requester/));
    expect(screen.getByText('You can undo the withdrawal until 3:15pm.')).toBeTruthy();
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo withdrawal' }));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^With Alex Head/));
    expect(screen.getByRole('button', { name: 'Withdraw request' })).toBeTruthy();
    expect([served.callsOf('withdrawCallOff'), served.callsOf('undoWithdrawal')].map(({ length }) => length)).toEqual([1, 1]);
  });

  it('E19: takes an undo that is pressed at once, while lists are still being read again', async () => {
    const taken = callOff({
      version: 2,
      status: 'withdrawn',
      waitingFor: [],
      openStep: -1,
      may: ['undo-withdrawal'],
      undoUntil: '2027-03-02T15:15:00Z',
    });
    const served = fakeService({
      getCallOff: () => callOff({ may: ['withdraw'] }),
      withdrawCallOff: () => taken,
      undoWithdrawal: () => callOff({ version: 3, may: ['withdraw'] }),
      listCallOffs: () => new Promise(() => undefined),
    });
    renderScreen(
      <>
        <WaitingPage />
        {page}
      </>,
      served.api,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Withdraw request' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo withdrawal' }));
    expect(await screen.findByRole('button', { name: 'Withdraw request' })).toBeTruthy();
  });

  it('says why an undo came too late, and shows how the request stands', async () => {
    let late = false;
    const { api } = fakeService({
      getCallOff: () => callOff({ version: 2, status: 'withdrawn', waitingFor: [], may: late ? [] : ['undo-withdrawal'] }),
      undoWithdrawal: () => {
        late = true;
        throw new Refuse('undo-too-late', 'A withdrawal can be undone for an hour. Start again from this request instead.');
      },
      listCallOffs: () => ({ callOffs: [] }),
    });
    renderScreen(page, api);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo withdrawal' }));
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/A withdrawal can be undone for an hour/));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo withdrawal' })).toBeNull());
  });

  it.each([
    ['withdrawn', callOff({ status: 'withdrawn', waitingFor: [], request: ownRequest })],
    ['rejected', callOff({ status: 'rejected', waitingFor: [], request: ownRequest })],
    ['declined by the provider', callOff({ status: 'ordered', orderState: 'declined', waitingFor: [], request: ownRequest })],
  ])('starts again from a request that was %s: a draft with the same answers, in one press', async (_how, ended) => {
    const served = fakeService({
      getCallOff: () => ended,
      saveDraft: ({ body, params }) => ({
        ...body,
        draftId: params.draftId ?? '',
        serviceName: 'Forest learning',
        savedAt: '2027-03-01T14:15:00Z',
      }),
    });
    const { went } = renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Start again from this request' }));
    await waitFor(() => expect(went).toHaveLength(1));
    const [saved] = served.callsOf('saveDraft');
    expect(saved?.body).toMatchObject({
      serviceRef: 'S-0001',
      buyerRef: 'B-0001',
      answers: { step: 'check', pupilRef: 'P-0147', startDate: '12 4 2027' },
    });
    expect(went).toEqual([{ at: 'request', draftId: saved?.params.draftId, serviceRef: 'S-0001' }]);
  });

  it('offers nobody else to start again', async () => {
    renderScreen(page, fakeService({ getCallOff: () => callOff({ status: 'withdrawn', waitingFor: [] }) }).api);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('E38: reminds by name whom the request waits for, and says when it can be done again', async () => {
    const later = localDate('2099-01-05');
    const served = fakeService({
      getCallOff: () => callOff({ remindFrom: localDate('2020-01-06') }),
      remindApprover: () => callOff({ remindFrom: later }),
    });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Remind Alex Head' }));
    expect(await screen.findByText('Reminder sent. You can send another from Monday 5 January 2099.')).toBeTruthy();
    expect(served.callsOf('remindApprover').map(({ params }) => params.ref)).toEqual(['CO-7K3MQ9']);
  });

  it('E38: says from when a reminder can be sent, and why one was refused', async () => {
    const { unmount } = renderScreen(page, fakeService({ getCallOff: () => callOff({ remindFrom: localDate('2099-01-05') }) }).api);
    expect(await screen.findByText('You can send a reminder from Monday 5 January 2099.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Remind/ })).toBeNull();
    unmount();
    const refusing = fakeService({
      getCallOff: () => callOff({ remindFrom: localDate('2020-01-06'), waitingFor: ['Alex Head', 'Jo Deputy'] }),
      remindApprover: () => {
        throw new Refuse('reminder-too-soon', 'A reminder was sent already. You can send another from Monday 5 January 2099.');
      },
    });
    renderScreen(page, refusing.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Remind Alex Head and Jo Deputy' }));
    expect(await screen.findByText(/A reminder was sent already/)).toBeTruthy();
  });

  it('opens the form to change a returned request', async () => {
    const { went } = renderScreen(page, fakeService({ getCallOff: () => callOff({ status: 'returned', may: ['change'] }) }).api);
    await userEvent.click(await screen.findByRole('button', { name: 'Change and send again' }));
    expect(went).toEqual([expect.objectContaining({ at: 'request', serviceRef: 'S-0001', callOffRef: 'CO-7K3MQ9' })]);
  });

  it("records that the provider declined, with the provider's reason", async () => {
    const declined = callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'declined', waitingFor: [] });
    const served = fakeService({ getCallOff: () => ({ ...ordered, may: ['answer'] }), answerOrder: () => declined });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Record the answer' }));
    expect(
      within(await screen.findByRole('group', { name: 'There is a problem' })).getByRole('link', {
        name: 'Choose what the provider answered',
      }),
    ).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: 'The provider declined the order' }));
    await userEvent.type(screen.getByRole('textbox', { name: "The provider's reason" }), 'No place is free');
    await userEvent.click(screen.getByRole('button', { name: 'Record the answer' }));
    expect((await screen.findAllByText('Order AP-000123 declined by Greenway Learning')).length).toBeGreaterThan(0);
    expect(served.callsOf('answerOrder')[0]?.body).toEqual({ answer: 'declined', reason: 'No place is free' });
  });
});

describe('a request that needs attention', () => {
  const held = callOff({
    ...ordered,
    needsAttention: 'order-not-sent',
    attention: [
      { reason: 'order-not-sent', since: '2027-03-02T14:15:00Z', detail: 'Greenway Learning is not active on the framework at present.' },
    ],
  });
  const late = callOff({ needsAttention: 'message-delayed', attention: [{ reason: 'message-delayed', since: '2027-03-02T14:15:00Z' }] });
  const unsent = callOff({
    needsAttention: 'message-not-sent',
    attention: [{ reason: 'message-not-sent', since: '2027-03-02T14:15:00Z' }],
    may: ['settle-messages'],
  });

  it('says that an order was not sent, why, and what not to do', async () => {
    renderScreen(page, fakeService({ getCallOff: () => held }).api);
    expect(await screen.findByText('Order AP-000123 was not sent to the provider: waiting for the commissioning team')).toBeTruthy();
    expect(screen.getByText('The order was not sent to the provider')).toBeTruthy();
    expect(screen.getByText(/Greenway Learning is not active on the framework at present. Do not start the placement. /)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Send the order' })).toBeNull();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('lets the school end an order that was never sent, and not accept it', async () => {
    renderScreen(page, fakeService({ getCallOff: () => ({ ...held, may: ['answer'] }) }).api);
    expect(await screen.findByRole('radio', { name: 'The provider declined the order' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: 'The provider accepted the order' })).toBeNull();
  });

  it('lets a commissioner send it after asking once more, and says why it is still held', async () => {
    let suspended = true;
    const served = fakeService({
      getCallOff: () => ({ ...held, may: ['send-order'] }),
      sendHeldOrder: () => {
        if (suspended) throw new Refuse('order-not-held', 'Greenway Learning is not active on the framework at present.');
        return ordered;
      },
    });
    renderScreen(page, served.api);
    const send = async (): Promise<void> => {
      await userEvent.click(await screen.findByRole('button', { name: 'Send the order' }));
      const dialog = await screen.findByRole('alertdialog', { name: 'Send order AP-000123 to Greenway Learning?' });
      await userEvent.click(within(dialog).getByRole('button', { name: 'Send the order' }));
    };
    await send();
    expect((await screen.findAllByText(/Greenway Learning is not active/)).length).toBeGreaterThan(1);
    suspended = false;
    await send();
    expect((await screen.findAllByText('Order AP-000123 sent to the provider: waiting for its answer')).length).toBeGreaterThan(0);
    expect(screen.queryByText('The order was not sent to the provider')).toBeNull();
  });

  it('says that a message is late and is tried again', async () => {
    renderScreen(page, fakeService({ getCallOff: () => late }).api);
    expect(await screen.findByText('A message about this request is late')).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('lets a commissioner settle what could not be sent', async () => {
    const served = fakeService({ getCallOff: () => unsent, settleMessages: () => callOff() });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'I have told everybody' }));
    await waitFor(() => expect(screen.queryByText('A message about this request could not be sent')).toBeNull());
    expect(served.callsOf('settleMessages')).toHaveLength(1);
  });
});
