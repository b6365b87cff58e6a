import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff } from '../forms/testing/samples.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { CallOffPage } from './CallOffPage.tsx';

const page = <CallOffPage callOffRef="CO-7K3MQ9" />;
const ordered = callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'awaiting-provider', waitingFor: [] });

const toDecide = callOff({ may: ['decide'] });
const decideBy = async (choice: string, comment?: string): Promise<void> => {
  await userEvent.click(await screen.findByRole('radio', { name: choice }));
  if (comment !== undefined) await userEvent.type(screen.getByRole('textbox', { name: /^Comment/ }), comment);
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
};

describe('deciding on the page', () => {
  it('R8: tells an approver that the pupil is directed off site, whose flags they are not told', async () => {
    const { request: _theirs, ...seen } = toDecide;
    renderScreen(page, fakeService({ getCallOff: () => ({ ...seen, offSiteDirection: true }) }).api);
    expect(await screen.findByText('Yes, under section 29A')).toBeTruthy();
  });

  it('asks once more with the total and VAT before it approves, and starts on the safe button', async () => {
    const served = fakeService({ getCallOff: () => toDecide, decideApproval: () => ({ ...ordered, version: 2 }) });
    renderScreen(page, served.api);
    await decideBy('Approve');
    const dialog = await screen.findByRole('alertdialog', { name: 'Approve £2,508.00?' });
    expect(dialog.textContent).toContain('£2,508.00 with VAT, £2,090.00 without');
    await waitFor(() => expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Go back' })));
    expect(served.callsOf('decideApproval')).toHaveLength(0);
    await userEvent.dblClick(within(dialog).getByRole('button', { name: 'Approve £2,508.00' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Order AP-000123 sent to the provider: waiting for its answer'));
    expect(served.callsOf('decideApproval').map(({ body }) => body)).toEqual([{ verdict: 'approve', seen: { round: 1, step: 0 } }]);
    expect(screen.queryByRole('region', { name: 'Your decision' })).toBeNull();
  });

  it('does nothing when the question is answered with Go back', async () => {
    const served = fakeService({ getCallOff: () => toDecide });
    renderScreen(page, served.api);
    await decideBy('Approve');
    await userEvent.click(await screen.findByRole('button', { name: 'Go back' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(served.callsOf('decideApproval')).toHaveLength(0);
  });

  it.each(['Reject', 'Ask for changes'])('needs a comment to %s', async (choice) => {
    const served = fakeService({ getCallOff: () => toDecide, decideApproval: () => callOff({ status: 'returned' }) });
    renderScreen(page, served.api);
    await decideBy(choice);
    const box = await screen.findByRole('group', { name: 'There is a problem' });
    expect(document.activeElement).toBe(box);
    expect(within(box).getByRole('link', { name: 'Enter a comment that tells the requester why' })).toBeTruthy();
    expect(screen.getByText(/Do not include any information that would allow anyone to identify pupils/)).toBeTruthy();
    await decideBy(choice, 'Two days are too many');
    await waitFor(() => expect(served.callsOf('decideApproval')).toHaveLength(1));
    expect(served.callsOf('decideApproval')[0]?.body).toMatchObject({ comment: 'Two days are too many' });
  });

  it('shows the present state when somebody else has decided already', async () => {
    const steps = [
      {
        kind: 'buyer' as const,
        state: 'decided' as const,
        approvers: ['Alex Head'],
        verdict: 'reject' as const,
        by: 'Bo Deputy',
        at: '2027-03-02T14:15:00Z',
      },
    ];
    let decided = false;
    const { api } = fakeService({
      getCallOff: () =>
        decided
          ? callOff({
              status: 'rejected',
              steps,
              history: [{ at: '2027-03-02T14:15:00Z', by: 'Bo Deputy', what: 'Rejected' }],
              waitingFor: [],
            })
          : toDecide,
      decideApproval: () => {
        decided = true;
        throw new Refuse('approval-already-decided', 'Already rejected by Bo Deputy on Tuesday 2 March 2027 at 2:15pm.');
      },
      listCallOffs: () => ({ callOffs: [] }),
    });
    renderScreen(page, api);
    await decideBy('Approve');
    await userEvent.click(await screen.findByRole('button', { name: 'Approve £2,508.00' }));
    expect(await screen.findAllByText(/Already rejected by Bo Deputy on Tuesday 2 March 2027 at 2:15pm/)).not.toHaveLength(0);
    expect(await screen.findByText('Bo Deputy, for the school, Tuesday 2 March 2027 at 2:15pm')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Your decision' })).toBeNull();
  });

  it('E30: tries the same decision again under the same key when the answer was lost', async () => {
    let lost = true;
    const served = fakeService({
      getCallOff: () => toDecide,
      decideApproval: () => {
        if (lost) throw new Error('connection reset');
        return callOff({ status: 'rejected', waitingFor: [] });
      },
    });
    renderScreen(page, served.api);
    await decideBy('Reject', 'Not this term');
    await screen.findByRole('group', { name: 'There is a problem' });
    lost = false;
    await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Your decision' })).toBeNull());
    const keys = served.callsOf('decideApproval').map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('leads on to Teams where the host only reads', async () => {
    renderScreen(page, fakeService({ getCallOff: () => callOff() }).api, { host: fakeHost({ kind: 'sharepoint', mayDecide: false }) });
    expect(await screen.findByRole('link', { name: 'Open it in Teams to act on it (opens in a new tab)' })).toBeTruthy();
  });
});
