import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { MemberReply } from '../../contract/access.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership, senco } from '../forms/testing/samples.ts';
import { AccessPage } from './AccessPage.tsx';

const person = (name: string, digit: string): MemberReply['person'] => ({
  tenantId: senco.tenantId,
  objectId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@oakfield.example`,
});
const working: MemberReply = { person: person('Ada Bursar', '4'), roles: ['requester'], status: 'active' };
const asking: MemberReply = { person: person('Zoe Newcomer', '5'), roles: ['requester'], status: 'asked' };
const contact = meAs(membership({ roles: ['contact'] }));

describe('access', () => {
  it('finds a school, says who decides and why one may be missing, and asks', async () => {
    const served = fakeService({
      getMe: () => meAs(),
      findBuyers: () => ({ buyers: [{ ref: 'B-0001', name: 'Oakfield School', hasContact: true }], total: 21 }),
      askForAccess: () => ({ status: 'asked', contactNames: ['Alex Head'] }),
    });
    renderScreen(<AccessPage />, served.api);
    expect(await screen.findByText('You act for no school yet')).toBeTruthy();
    expect(screen.getByText(/Only schools and departments whose people sign in from your organisation are listed/)).toBeTruthy();
    await userEvent.type(screen.getByRole('textbox', { name: 'Name of the school or department' }), 'oak{Enter}');
    expect(await screen.findAllByText(/Showing 1 of 21 schools and departments/)).not.toHaveLength(0);
    expect(served.callsOf('findBuyers')[0]?.query.get('text')).toBe('oak');
    await userEvent.click(screen.getByRole('button', { name: 'Ask for access to Oakfield School' }));
    expect(await screen.findByText('You have asked. Alex Head decides.')).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('shows a contact who asks first, and grants', async () => {
    let members = [working, asking];
    const served = fakeService({
      getMe: () => contact,
      listMembers: () => ({ members }),
      changeMember: () => {
        members = [working, { ...asking, status: 'active' }];
        return { ...asking, status: 'active' };
      },
    });
    renderScreen(<AccessPage />, served.api);
    const list = await screen.findByRole('list', { name: 'People of Oakfield School' });
    await within(list).findByRole('heading', { name: 'Zoe Newcomer' });
    expect(
      within(list)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['Zoe Newcomer', 'Ada Bursar']);
    await userEvent.click(screen.getByRole('button', { name: 'Grant access to Zoe Newcomer' }));
    expect(await screen.findByText('Zoe Newcomer can now raise requests.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /Grant access/ })).toBeNull());
  });

  it('asks once more before access ends, and tells why when it cannot', async () => {
    const served = fakeService({
      getMe: () => contact,
      listMembers: () => ({ members: [working] }),
      changeMember: () => {
        throw new Refuse('not-allowed', 'You cannot change this access.');
      },
    });
    renderScreen(<AccessPage />, served.api);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Ada Bursar' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'End the access of Ada Bursar?' });
    expect(served.callsOf('changeMember')).toHaveLength(0);
    await userEvent.click(within(dialog).getByRole('button', { name: 'End access' }));
    expect(await screen.findByText('Nothing was changed for Ada Bursar. You cannot change this access.')).toBeTruthy();
    expect(served.callsOf('changeMember')[0]?.body).toEqual({
      tenantId: working.person.tenantId,
      objectId: working.person.objectId,
      change: 'remove',
    });
  });

  it('lets nobody change their own access', async () => {
    const me: MemberReply = { person: senco, roles: ['contact'], status: 'active' };
    renderScreen(<AccessPage />, fakeService({ getMe: () => contact, listMembers: () => ({ members: [me] }) }).api);
    expect(await screen.findByText('You')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });
});
