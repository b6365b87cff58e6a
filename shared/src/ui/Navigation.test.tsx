import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from './forms/testing/fake-service.ts';
import { fakeHost, renderScreen } from './forms/testing/render-screen.tsx';
import { Navigation } from './Navigation.tsx';

const service = () => fakeService({ listCallOffs: () => ({ callOffs: [] }) }).api;

describe('the navigation', () => {
  it('goes to each of the four rooms where the host has them all', async () => {
    const { went } = renderScreen(<Navigation />, service(), { place: { at: 'directory', search: '' } });
    for (const name of ['My requests', 'Waiting for me', 'Access']) await userEvent.click(screen.getByRole('link', { name }));
    expect(went.map(({ at }) => at)).toEqual(['my-requests', 'waiting', 'access']);
  });

  it('says of a room that the host leaves to another where it opens, and opens it there', async () => {
    const host = fakeHost({ kind: 'sharepoint', mayDecide: false, elsewhere: { name: 'Teams', has: ({ at }) => at === 'waiting' } });
    const { went } = renderScreen(<Navigation />, service(), { host, place: { at: 'directory', search: '' } });
    const link = await waitFor(() => screen.getByRole('link', { name: 'Waiting for me (opens in Teams)' }));
    expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual(['https://teams.example/waiting', '_blank']);
    await userEvent.click(screen.getByRole('link', { name: 'My requests' }));
    expect(went).toEqual([{ at: 'my-requests' }]);
  });
});
