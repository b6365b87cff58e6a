import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff } from '../forms/testing/samples.ts';
import { CallOffPage } from './CallOffPage.tsx';

const notice = 'Green Lane Outdoors: Paused for new orders. Phone the commissioning team on 01632 960004.';
const onHold = (hold: Partial<NonNullable<CallOffReply['hold']>> = {}): CallOffReply =>
  callOff({
    status: 'ordered',
    orderNumber: 'AP-000123',
    orderState: 'accepted',
    waitingFor: [],
    hold: { state: 'asked', notice, answerBy: '2027-03-04T10:00:00Z', may: ['continue', 'pause', 'end'], ...hold },
  });
const page = <CallOffPage callOffRef="CO-7K3MQ9" />;
const record = () => userEvent.click(screen.getByRole('button', { name: 'Record the decision' }));

describe('R19: an order on hold on its page', () => {
  it('says in fixed words that the provider is paused, and until when the school decides', async () => {
    renderScreen(page, fakeService({ getCallOff: () => onHold() }).api);
    expect(await screen.findByText(notice)).toBeTruthy();
    expect(screen.getAllByText(/The school decides by Thursday 4 March 2027 at 10am/).length).toBeGreaterThan(0);
  });

  it('goes on only with a reason, and shows the answer', async () => {
    const answered = onHold({ state: 'continued', answeredBy: 'Sam Oduya', reason: 'The week is planned.', may: ['pause', 'end'] });
    const served = fakeService({ getCallOff: () => onHold(), answerOrderHold: () => ({ ...answered, version: 9 }) });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('radio', { name: 'The placement goes on' }));
    await record();
    expect((await screen.findAllByText('Enter why the placement should go on')).length).toBeGreaterThan(0);
    expect(served.callsOf('answerOrderHold')).toHaveLength(0);
    await userEvent.type(screen.getByRole('textbox', { name: /Why the placement goes on/ }), 'The week is planned.');
    await record();
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Sam Oduya decided that the placement goes on'));
    expect(served.callsOf('answerOrderHold').map(({ body }) => body)).toEqual([{ answer: 'continue', reason: 'The week is planned.' }]);
  });

  it('pauses without a reason; whoever does not decide for the school is only told', async () => {
    const served = fakeService({
      getCallOff: () => onHold(),
      answerOrderHold: () => onHold({ state: 'paused', may: ['continue', 'end'] }),
    });
    renderScreen(page, served.api);
    await userEvent.click(await screen.findByRole('radio', { name: 'The placement pauses' }));
    await record();
    await waitFor(() => expect(served.callsOf('answerOrderHold').map(({ body }) => body)).toEqual([{ answer: 'pause' }]));
  });

  it('offers no answer to others', async () => {
    renderScreen(page, fakeService({ getCallOff: () => onHold({ may: [] }) }).api);
    expect(await screen.findByText(notice)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record the decision' })).toBeNull();
  });

  it('a request whose provider is paused cannot be approved, and leads to others in the lot', async () => {
    const stale = callOff({ may: ['decide'], providerPaused: { sentence: notice, search: 'lots=AP-1&needs=SEMH' } });
    renderScreen(page, fakeService({ getCallOff: () => stale }).api);
    const link = await screen.findByRole('link', { name: 'Find other provision' });
    expect(link.getAttribute('href')).toContain('lots=AP-1');
    expect(screen.queryByRole('radio', { name: 'Approve' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Ask for changes' })).toBeTruthy();
  });
});
