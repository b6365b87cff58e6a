import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { proposedChange } from '../../testing/sample-changes.ts';
import { ProviderChangesPage } from './ProviderChangesPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (answers: Answers) => {
  const served = fakeService(answers);
  renderScreen(<ProviderChangesPage />, served.api, { service: served.service });
  return served;
};

describe('changes that providers propose', () => {
  it('shows what is and what it is to be, and that nobody proved who sent it', async () => {
    show({ listProviderChanges: () => ({ changes: [proposedChange()] }) });
    const change = await screen.findByRole('article', { name: 'Greenway Learning' });
    expect(within(change).getByRole('row', { name: 'Phone 01305 000000 01305 555 0199' })).toBeTruthy();
    expect(within(change).getByRole('row', { name: 'Places free: Forest learning 3 1 as at 2 Mar 2027' })).toBeTruthy();
    expect(
      within(change).getByRole('row', { name: /^VAT: Classroom cover .* No VAT: exempt as education.*Ask the provider why/ }),
    ).toBeTruthy();
    expect(within(change).getByText(/Sent by Pat Green, manager.*their name is not checked/)).toBeTruthy();
  });

  it('asks once more before a change is accepted, and then it waits no more', async () => {
    let changes = [proposedChange()];
    const served = show({
      listProviderChanges: () => ({ changes }),
      decideProviderChange: () => {
        const [change] = changes;
        changes = [];
        return { ...(change ?? proposedChange()), state: 'accepted' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Accept the change of Greenway Learning' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Change the entry of Greenway Learning?' });
    expect(served.callsOf('decideProviderChange')).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Accept the change' }));
    expect(await screen.findByText('No change waits for you')).toBeTruthy();
    expect(screen.getByText(/The entry of Greenway Learning is being changed/)).toBeTruthy();
    expect(served.callsOf('decideProviderChange').map(({ params, body }) => [params, body])).toEqual([
      [{ ref: 'PC-4F7K2Q' }, { verdict: 'accept' }],
    ]);
  });

  it('refuses with a reason only, which names nobody, and says at the box what is wrong with it', async () => {
    const served = show({
      listProviderChanges: () => ({ changes: [proposedChange()] }),
      decideProviderChange: () => ({ ...proposedChange(), state: 'refused' }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Refuse the change of Greenway Learning' }));
    await userEvent.click(screen.getByRole('button', { name: 'Refuse the change' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Enter a reason that tells the provider why' }));
    const box = screen.getByRole('textbox', { name: 'Why do you refuse it?' });
    expect(document.activeElement).toBe(box);
    await userEvent.type(box, 'The number is that of another provider.');
    await userEvent.click(screen.getByRole('button', { name: 'Refuse the change' }));
    expect(await screen.findByText(/The change of Greenway Learning was refused/)).toBeTruthy();
    expect(served.callsOf('decideProviderChange')[0]?.body).toEqual({
      verdict: 'refuse',
      reason: 'The number is that of another provider.',
    });
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('tells when a colleague was first, and reads again', async () => {
    let changes = [proposedChange()];
    show({
      listProviderChanges: () => ({ changes }),
      decideProviderChange: () => {
        changes = [];
        throw new Refuse('change-already-decided', 'This change was accepted by Kim Officer before.');
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Accept the change of Greenway Learning' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Accept the change' }));
    expect(await screen.findByText('This change was accepted by Kim Officer before.')).toBeTruthy();
    expect(await screen.findByText('No change waits for you')).toBeTruthy();
  });
});

describe('the link of a provider', () => {
  it('is mailed after a second question that tells the address, and until when it holds is told', async () => {
    const served = show({
      listProviderChanges: () => ({ changes: [] }),
      findProviders: () => ({
        providers: [{ ref: 'P-0001', name: 'Greenway Learning', status: 'active', email: 'hello@greenway.example' }],
        total: 1,
      }),
      sendProviderLink: () => ({ providerName: 'Greenway Learning', sentTo: 'hello@greenway.example', expiresAt: '2027-04-01T10:00:00Z' }),
    });
    await userEvent.type(screen.getByRole('textbox', { name: 'Name of the provider' }), 'green{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Send link to Greenway Learning' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Mail Greenway Learning its link?' });
    expect(dialog.textContent).toContain('hello@greenway.example');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send the link' }));
    expect(await screen.findByText(/was mailed to hello@greenway.example. It can be used once, until Thursday 1 April 2027/)).toBeTruthy();
    expect(served.callsOf('findProviders')[0]?.query.get('text')).toBe('green');
    expect(served.callsOf('sendProviderLink').map(({ params }) => params)).toEqual([{ providerRef: 'P-0001' }]);
  });

  it('goes to nobody who is off the framework', async () => {
    show({
      listProviderChanges: () => ({ changes: [] }),
      findProviders: () => ({
        providers: [{ ref: 'P-0009', name: 'Westgate', status: 'removed', email: 'office@westgate.example' }],
        total: 1,
      }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Find provider' }));
    expect(await screen.findByText('It is off the framework: there is no entry to change.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Send link/ })).toBeNull();
  });
});
