import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { aPlace, away, deputy, head, standsInForHead, stoodInFor } from '../testing/sample-delegations.ts';
import { AwayPanel } from './AwayPanel.tsx';

const shows = (answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService(answers);
  renderScreen(<AwayPanel />, served.api, { service: served.service });
  return served;
};
const named = aPlace({ own: stoodInFor(away) });
const free = aPlace({ own: stoodInFor() });

describe('row 49: an approver and who decides while they are away', () => {
  it('tells who decides for them and why, who did before, and for whom they decide', async () => {
    shows({ listDelegations: () => ({ places: [aPlace({ own: stoodInFor(away), standsInFor: standsInForHead })] }) });
    expect(await screen.findByText('Dana Deputy decides for you from 1 Mar 2027 to 5 Mar 2027')).toBeTruthy();
    expect(screen.getByText('Named by Alex Head: a planned absence.')).toBeTruthy();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Ada Bursar, on 7 Dec 2026, named by Elin Prosser',
      'Dana Deputy, from 12 Oct 2026 to 16 Oct 2026, named by Alex Head',
      'Alex Head, from 1 Mar 2027 to 5 Mar 2027',
    ]);
  });

  it('asks for everything before it sends, then sends it once and says that it is saved', async () => {
    const user = userEvent.setup();
    const { callsOf } = shows({ listDelegations: () => ({ places: [free] }), nameDelegate: () => named });
    await user.click(await screen.findByRole('button', { name: 'Name who decides for you' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Choose who decides',
      'Enter the first day',
      'Enter the last day',
      'Choose why somebody stands in',
    ]);
    await user.selectOptions(screen.getByLabelText(/Who decides for you/), 'Dana Deputy');
    await user.type(screen.getByLabelText(/First day/), '1/3/2027');
    await user.type(screen.getByLabelText(/Last day/), '5/3/2027');
    await user.click(screen.getByRole('radio', { name: 'A planned absence' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Dana Deputy decides for you from 1 Mar 2027 to 5 Mar 2027')).toBeTruthy();
    expect(callsOf('nameDelegate').map(({ params, body }) => [params.buyerRef, body])).toEqual([
      [
        'B-0001',
        {
          delegate: { tenantId: deputy.tenantId, objectId: deputy.objectId },
          from: '2027-03-01',
          until: '2027-03-05',
          why: 'planned-absence',
        },
      ],
    ]);
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('shows a refusal beside its field and keeps what was typed', async () => {
    const user = userEvent.setup();
    shows({
      listDelegations: () => ({ places: [free] }),
      nameDelegate: () => {
        throw new Refuse('dates-not-allowed', 'The last day must be today or later.', '/until');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Name who decides for you' }));
    await user.selectOptions(screen.getByLabelText(/Who decides for you/), 'Dana Deputy');
    await user.type(screen.getByLabelText(/First day/), '1/3/2026');
    await user.type(screen.getByLabelText(/Last day/), '5/3/2026');
    await user.click(screen.getByRole('radio', { name: 'Other work' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect((await screen.findByRole('link', { name: 'The last day must be today or later.' })).getAttribute('href')).toContain('until');
    expect(screen.getByLabelText<HTMLInputElement>(/Last day/).value).toBe('5/3/2026');
  });

  it('ends it only after asking once more', async () => {
    const user = userEvent.setup();
    const { callsOf } = shows({ listDelegations: () => ({ places: [named] }), endDelegation: () => free });
    await user.click(await screen.findByRole('button', { name: 'End it now' }));
    expect(callsOf('endDelegation')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'End it' }));
    expect(await screen.findByText('Nobody is named to decide for you')).toBeTruthy();
    expect(callsOf('endDelegation').map(({ body }) => body)).toEqual([{}]);
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Nobody is named'));
  });

  it('lets the contact name one for an approver who is away', async () => {
    const user = userEvent.setup();
    const { callsOf } = shows({
      listDelegations: () => ({ places: [aPlace({ others: [stoodInFor({ ...away, colleagues: [deputy] })] })] }),
      endDelegation: () => aPlace({ others: [stoodInFor({ colleagues: [deputy] })] }),
    });
    await user.click(await screen.findByRole('button', { name: /^Alex Head: Dana Deputy decides/ }));
    await user.click(screen.getByRole('button', { name: 'End it now' }));
    await user.click(screen.getByRole('button', { name: 'End it' }));
    expect(await screen.findByRole('button', { name: 'Alex Head: decides alone' })).toBeTruthy();
    expect(callsOf('endDelegation').map(({ body }) => body)).toEqual([{ approver: { tenantId: head.tenantId, objectId: head.objectId } }]);
  });
});
