import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { Place } from '../../contract/place.ts';
import type { Shortlisted } from '../../contract/shortlist.ts';
import { DirectoryPage } from '../directory/DirectoryPage.tsx';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { meAs, membership } from '../forms/testing/samples.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { renderLive } from '../testing/render-live.tsx';
import { directory } from '../testing/sample-directory.ts';
import { shortlisted } from '../testing/sample-shortlist.ts';
import { ShortlistPage } from './ShortlistPage.tsx';

const user = userEvent.setup();

/** A server that keeps a shortlist for as long as the test runs. */
const keeping = (first: readonly Shortlisted[] = []) => {
  let items = [...first];
  return fakeService({
    getMe: () => meAs(membership()),
    searchDirectory: () => directory(),
    getShortlist: () => ({ vat: 'ex', items }),
    addToShortlist: ({ params: { serviceRef } }) => {
      if (items.length >= 20) throw new Refuse('shortlist-full', 'The shortlist holds 20 services. Remove one to add another.');
      const known = shortlisted.find((item) => item.serviceRef === serviceRef);
      if (known) items = [...items, known];
      return { count: items.length };
    },
    removeFromShortlist: ({ params: { serviceRef } }) => {
      items = items.filter((item) => item.serviceRef !== serviceRef);
      return { removed: true };
    },
  });
};
const openList = (first: readonly Shortlisted[], place: Place = { at: 'shortlist' }) => {
  const service = keeping(first);
  return { ...service, ...renderLive(<ShortlistPage />, service.api, { place }) };
};

beforeEach(() => {
  window.innerWidth = 1024;
});

describe('E18: the shortlist', () => {
  it('takes a service in from its row and lets it go again, each with its undo', async () => {
    const { api, callsOf } = keeping();
    renderLive(<DirectoryPage />, api, { place: { at: 'directory', search: '' } });
    await user.click(await screen.findByRole('button', { name: 'Add to shortlist: Forest learning' }));
    const remove = await screen.findByRole('button', { name: 'Remove from shortlist: Forest learning' });
    expect(screen.getByRole('link', { name: 'shortlist of Oakfield School' }).getAttribute('href')).toBe('/shortlist');
    await user.click(screen.getByRole('button', { name: 'Undo: Forest learning' }));
    await screen.findByRole('button', { name: 'Add to shortlist: Forest learning' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add to shortlist: Forest learning' }));
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect([remove.isConnected, callsOf('addToShortlist').length, callsOf('removeFromShortlist').length]).toEqual([true, 1, 1]);
  });

  it('says why nothing more goes in', async () => {
    const full = Array.from({ length: 20 }, (_, n) => ({ serviceRef: `S-1${n}`, addedAt: '2027-03-01T09:00:00Z', listed: false }));
    renderLive(<DirectoryPage />, keeping(full).api, { place: { at: 'directory', search: '' } });
    await user.click(await screen.findByRole('button', { name: /^Add to shortlist/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('The shortlist holds 20 services. Remove one to add another.');
  });

  it('is not offered in a tab that is the same for everybody', async () => {
    const host = fakeHost({ elsewhere: { name: 'your own tab', has: ({ at }) => at === 'shortlist' } });
    const { api, callsOf } = keeping();
    renderLive(<DirectoryPage />, api, { place: { at: 'directory', search: '' }, host });
    await screen.findByRole('link', { name: 'Forest learning' });
    expect(callsOf('getShortlist')).toEqual([]);
  });

  it('keeps what can no longer be requested, with the reason, and takes a removal back', async () => {
    openList(shortlisted);
    await screen.findByRole('heading', { level: 1, name: 'Shortlist of Oakfield School' });
    expect(screen.getByText('Not available now: This service is no longer offered.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Remove Forest learning' }));
    const undo = await screen.findByRole('button', { name: 'Undo removal of Forest learning' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    expect(screen.getByText(/^2 services of at most 20/)).toBeTruthy();
    await user.click(undo);
    await screen.findByRole('button', { name: 'Remove Forest learning' });
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

describe('E17: the comparison', () => {
  it('takes two to four services of the shortlist', async () => {
    const { places } = openList(shortlisted);
    await user.click(await screen.findByRole('checkbox', { name: 'Compare Forest learning' }));
    await user.click(screen.getByRole('button', { name: 'Compare 1 service' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose 2 to 4 services to compare.');
    await user.click(screen.getByRole('checkbox', { name: 'Compare Counselling' }));
    await user.click(screen.getByRole('button', { name: 'Compare 2 services' }));
    expect(places.at(-1)).toEqual({ at: 'shortlist', compare: ['S-0001', 'S-0002'] });
    await screen.findByRole('table');
  });

  it('is a table with a caption, a column for each service and a row for each fact, and names what is not available', async () => {
    openList(shortlisted, { at: 'shortlist', compare: ['S-0001', 'S-0002', 'S-0003', 'S-0009'] });
    const table = within(await screen.findByRole('table', { name: /^2 services compared/ }));
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Forest learning', 'Counselling']);
    const row = table.getByRole('rowheader', { name: 'Price' }).closest('tr') as HTMLElement;
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['£95.00 per day, ex VAT. £114.00 inc VAT at 20%', '£61.50 per hour, ex VAT. £73.80 inc VAT at 20%']);
    expect(
      within(screen.getByRole('region', { name: 'Not available now' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Boxing: This service is no longer offered.', 'S-0009: It is no longer on the shortlist.']);
  });

  it('R39: compares without VAT or with it, says which, and shows the other beside it', async () => {
    openList(shortlisted, { at: 'shortlist', compare: ['S-0001', 'S-0002'] });
    await screen.findByRole('table', { name: '2 services compared, prices without VAT' });
    await user.click(screen.getByRole('checkbox', { name: 'Prices with VAT' }));
    const table = within(screen.getByRole('table', { name: '2 services compared, prices with VAT' }));
    expect(table.getByText('£114.00 per day, inc VAT. £95.00 ex VAT')).toBeTruthy();
  });

  it('is one list for each service on a phone', async () => {
    window.innerWidth = 375;
    openList(shortlisted, { at: 'shortlist', compare: ['S-0001', 'S-0002'] });
    const counselling = within(await screen.findByRole('region', { name: 'Counselling' }));
    expect(counselling.getByText('£61.50 per hour, ex VAT. £73.80 inc VAT at 20%')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
