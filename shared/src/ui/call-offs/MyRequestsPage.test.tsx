import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, draftId, fullDraft, meAs, membership } from '../forms/testing/samples.ts';
import { MyRequestsPage } from './MyRequestsPage.tsx';
import { WaitingPage } from './WaitingPage.tsx';

describe('my requests', () => {
  it('shows drafts first, and each sent request with whom it waits for', async () => {
    const { api } = fakeService({
      getMe: () => meAs(membership()),
      listDrafts: () => ({ drafts: [fullDraft] }),
      listCallOffs: () => ({ callOffs: [callOff()] }),
    });
    const { went } = renderScreen(<MyRequestsPage />, api);
    expect(await screen.findByText('With Alex Head')).toBeTruthy();
    // Two drafts for one service are told apart.
    expect(screen.getByText('Pupil P-0147')).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(['Drafts', 'Sent']);
    await userEvent.click(screen.getByRole('link', { name: 'Continue draft for Forest learning' }));
    await userEvent.click(screen.getByRole('link', { name: 'CO-7K3MQ9: Forest learning' }));
    expect(went).toEqual([
      { at: 'request', draftId, serviceRef: 'S-0001' },
      { at: 'call-off', ref: 'CO-7K3MQ9' },
    ]);
  });

  it('E19: discards a draft and brings it back with Undo; the focus goes to what was done', async () => {
    let drafts = [fullDraft];
    const served = fakeService({
      getMe: () => meAs(membership()),
      listDrafts: () => ({ drafts }),
      listCallOffs: () => ({ callOffs: [] }),
      discardDraft: () => {
        drafts = [];
        return { discarded: true };
      },
      saveDraft: ({ body }) => {
        drafts = [{ ...fullDraft, answers: body.answers }];
        return fullDraft;
      },
    });
    renderScreen(<MyRequestsPage />, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Discard draft for Forest learning' }));
    expect(await screen.findByText('Draft for Forest learning discarded')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('link', { name: /Continue draft/ })).toBeNull());
    expect(document.activeElement?.textContent).toContain('Draft for Forest learning discarded');
    await userEvent.tab();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('link', { name: 'Continue draft for Forest learning' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Drafts' })));
    expect(served.callsOf('saveDraft')[0]).toMatchObject({ params: { draftId }, body: { answers: fullDraft.answers } });
  });

  it('leads a newcomer to ask for access, and asks the server for no drafts', async () => {
    const served = fakeService({ getMe: () => meAs(), listCallOffs: () => ({ callOffs: [] }) });
    renderScreen(<MyRequestsPage />, served.api);
    expect(await screen.findByRole('link', { name: 'Ask for access' })).toBeTruthy();
    expect(served.callsOf('listDrafts')).toHaveLength(0);
  });
});

describe('waiting for me', () => {
  it('lists the longest wait first, with who asked', async () => {
    const newer = callOff({ ref: 'CO-NEWER1', submittedAt: '2027-03-02T09:00:00Z' });
    const { api } = fakeService({ listCallOffs: () => ({ callOffs: [newer, callOff()] }) });
    renderScreen(<WaitingPage />, api);
    const rows = within(await screen.findByRole('list', { name: 'Requests that wait for you' })).getAllByRole('listitem');
    expect(rows.map((row) => within(row).getByRole('link').textContent)).toEqual([
      'CO-7K3MQ9: Forest learning',
      'CO-NEWER1: Forest learning',
    ]);
    expect(rows[0]?.textContent).toContain('Asked by Sam Oduya on Monday 1 March 2027 at 2:15pm');
  });

  it('says so when nothing waits', async () => {
    renderScreen(<WaitingPage />, fakeService({ listCallOffs: () => ({ callOffs: [] }) }).api);
    expect(await screen.findByText('No request waits for you')).toBeTruthy();
  });
});
