import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from './forms/testing/fake-service.ts';
import { renderScreen } from './forms/testing/render-screen.tsx';
import { meAs, membership } from './forms/testing/samples.ts';
import { Navigation } from './Navigation.tsx';
import { fakeHost } from './testing/fake-host.ts';

const service = () => fakeService({ listCallOffs: () => ({ callOffs: [] }) }).api;

describe('the navigation', () => {
  it('goes to each of the five rooms where the host has them all', async () => {
    const { went } = renderScreen(<Navigation />, service(), { place: { at: 'directory', search: '' } });
    for (const name of ['Shortlist', 'My requests', 'Waiting for me', 'Access']) await userEvent.click(screen.getByRole('link', { name }));
    expect(went.map(({ at }) => at)).toEqual(['shortlist', 'my-requests', 'waiting', 'access']);
  });

  it('offers the area of commissioners to a commissioner, and to nobody else', async () => {
    const served = fakeService({ listCallOffs: () => ({ callOffs: [] }), getMe: () => ({ ...meAs(), commissioner: true }) });
    const { went, unmount } = renderScreen(<Navigation />, served.api, { place: { at: 'commissioning', path: 'provider-changes' } });
    const link = await screen.findByRole('link', { name: 'Commissioning' });
    // One of its pages is shown, not its first.
    expect(link.getAttribute('aria-current')).toBe('true');
    await userEvent.click(link);
    expect(went).toEqual([{ at: 'commissioning', path: '' }]);
    unmount();

    const other = fakeService({ listCallOffs: () => ({ callOffs: [] }), getMe: () => meAs(membership()) });
    renderScreen(<Navigation />, other.api, { place: { at: 'directory', search: '' } });
    await waitFor(() => expect(other.callsOf('getMe')).not.toHaveLength(0));
    expect(screen.queryByRole('link', { name: 'Commissioning' })).toBeNull();
  });

  it('offers the placements to whoever works for a school, and to a commissioner', async () => {
    const served = fakeService({ listCallOffs: () => ({ callOffs: [] }), getMe: () => meAs(membership()) });
    const { went } = renderScreen(<Navigation />, served.api, { place: { at: 'directory', search: '' } });
    await userEvent.click(await screen.findByRole('link', { name: 'Placements' }));
    expect(went).toEqual([{ at: 'placements', path: '' }]);
  });

  it('offers only the rooms that it is given, and opens the directory with the search that the page begins with', async () => {
    const served = fakeService({});
    const { went } = renderScreen(<Navigation only={['directory', 'my-requests']} search="lots=lot-2" />, served.api);
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Directory', 'My requests']);
    await userEvent.click(screen.getByRole('link', { name: 'Directory' }));
    expect(went).toEqual([{ at: 'directory', search: 'lots=lot-2' }]);
    expect(served.callsOf('listCallOffs')).toHaveLength(0);
  });

  it('says of a room that the host leaves to another where it opens, and opens it there', async () => {
    const opened: string[] = [];
    const openExternal = (url: string): void => void opened.push(url);
    const host = fakeHost({
      openExternal,
      kind: 'sharepoint',
      mayDecide: false,
      elsewhere: { name: 'Teams', has: ({ at }) => at === 'waiting' },
    });
    const { went } = renderScreen(<Navigation />, service(), { host, place: { at: 'directory', search: '' } });
    const link = await waitFor(() => screen.getByRole('link', { name: 'Waiting for me (opens in Teams)' }));
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['https://teams.example/waiting', '_blank']);
    await userEvent.click(link);
    await userEvent.click(screen.getByRole('link', { name: 'My requests' }));
    expect([opened, went]).toEqual([['https://teams.example/waiting'], [{ at: 'my-requests' }]]);
  });
});
