import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderLive } from '../testing/render-live.tsx';
import { directory, summary } from '../testing/sample-directory.ts';
import { DirectoryPage } from './DirectoryPage.tsx';

const user = userEvent.setup();
const open = (search: string, answer: Parameters<typeof fakeService>[0]['searchDirectory']) => {
  const service = fakeService({ searchDirectory: answer ?? (() => directory()) });
  const { places } = renderLive(<DirectoryPage />, service.api, { place: { at: 'directory', search } });
  const searches = (): string[] => places.map((place) => (place.at === 'directory' ? place.search : place.at));
  const asked = (): string[] => service.callsOf('searchDirectory').map(({ query }) => decodeURIComponent(query.toString()));
  return { searches, asked };
};
const heading = (name: RegExp | string) => screen.findByRole('heading', { level: 2, name });

describe('the directory', () => {
  it('says how many services there are and where, and gives each fact of a service as text', async () => {
    open('text=mentoring', () => directory({ total: 23 }));
    await heading('23 services near DT1');
    expect(within(screen.getAllByRole('status')[0] as HTMLElement).getByText('Distances are from DT1, your own area.')).toBeTruthy();
    const row = screen.getByRole('list', { name: 'Services' });
    for (const fact of [
      '£95.00 per day, ex VAT',
      'by Greenway Learning',
      'Quality assured, checked 3 March 2027',
      'VAT is added at 20%',
      'Can start from 12 April 2027',
      '3 places free as at 2 March 2027',
      "At the provider's site, about 6 miles",
      'Ages 11 to 16',
      'Why it is here: Matches "mentoring"',
    ])
      expect(within(row).getByText(fact)).toBeTruthy();
    expect(within(row).getAllByRole('link')).toHaveLength(1);
  });

  it('explains no result of a search that asks for nothing', async () => {
    open('', () => directory({ total: 23 }));
    await heading('23 services near DT1');
    expect(screen.queryByText(/Why it is here/)).toBeNull();
  });

  it('runs again each time Search is pressed, also when nothing was changed', async () => {
    const { asked } = open('text=mentoring', () => directory());
    await heading(/1 service/);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    await user.type(screen.getByLabelText('What does the pupil need?'), '{Enter}');
    await waitFor(() => expect(asked()).toHaveLength(3));
  });

  it('cuts a full postcode before it reaches the address or a request', async () => {
    const { asked, searches } = open('', () => directory());
    await heading(/1 service/);
    await user.type(screen.getByLabelText('Postcode or area (optional)'), 'dt11 8bg{Enter}');
    await waitFor(() => expect(asked()).toContain('near=DT11'));
    expect(screen.getByLabelText<HTMLInputElement>('Postcode or area (optional)').value).toBe('DT11');
    expect([...asked(), ...searches()].join(' ')).not.toMatch(/8bg/i);
  });

  it('replaces an address that came with a full postcode', async () => {
    const { asked, searches } = open('near=DT11%208BG&needs=SEMH', () => directory());
    await waitFor(() => expect(searches().at(-1)).toBe('near=DT11&needs=SEMH'));
    expect(asked()).toEqual(['near=DT11&needs=SEMH']);
  });

  it('goes back to page 1 when a filter is chosen', async () => {
    const { asked, searches } = open('page=3', () => directory({ total: 70, page: 3 }));
    await heading(/page 3 of 3/);
    await user.click(screen.getByRole('checkbox', { name: /\(SEMH\)/ }));
    await waitFor(() => expect(asked().at(-1)).toBe('needs=SEMH'));
    expect(searches().at(-1)).toBe('needs=SEMH');
  });

  it('removes filters one by one, moves the focus on, and takes back a clearing', async () => {
    const { searches } = open('needs=SEMH,ASC&age=14', () => directory());
    await user.click(await screen.findByRole('button', { name: /^Remove filter: .*SEMH/ }));
    expect(searches().at(-1)).toBe('age=14&needs=ASC');
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Remove filter: (Age 14|Autism)/));
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(searches().at(-1)).toBe('');
    const undo = await screen.findByRole('button', { name: 'Undo clear' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await user.click(undo);
    expect(searches().at(-1)).toBe('age=14&needs=ASC');
  });

  it('never shows an older reply in place of a newer one', async () => {
    let finishFirst: (() => void) | undefined;
    open('needs=SEMH', async ({ query }) => {
      if (query.get('needs') === 'SEMH') await new Promise<void>((resolve) => (finishFirst = resolve));
      return directory({ items: [summary({ name: query.get('needs') === 'SEMH' ? 'Slow service' : 'Quick service' })] });
    });
    await user.click(await screen.findByRole('button', { name: /^Remove filter: .*SEMH/ }));
    await screen.findByRole('link', { name: 'Quick service' });
    finishFirst?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('link', { name: 'Slow service' })).toBeNull();
  });

  it('says what to leave out when nothing is found', async () => {
    const { searches } = open('needs=SEMH&radius=5', ({ query }) =>
      query.has('radius')
        ? directory({ total: 0, items: [], without: [{ filter: 'distance', label: 'the distance', count: 4 }] })
        : directory({ total: 4 }),
    );
    await user.click(await screen.findByRole('button', { name: 'Leave out the distance: 4 services' }));
    await heading('4 services near DT1');
    expect(searches().at(-1)).toBe('needs=SEMH');
  });

  it('shows an unknown postcode at its field, and other failures with a way to try again', async () => {
    let tries = 0;
    open('near=DT99', ({ query }) => {
      if (query.get('near') === 'DT99') throw new Refuse('unknown-postcode', 'No postcode begins with DT99.', '/near');
      tries += 1;
      if (tries === 1) throw new Refuse('busy-try-later', 'The directory is busy.');
      return directory();
    });
    const place = await screen.findByLabelText('Postcode or area (optional)');
    await waitFor(() => expect(place.getAttribute('aria-invalid')).toBe('true'));
    await user.clear(place);
    await user.type(place, '{Enter}');
    await screen.findByText('The directory is busy.');
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).not.toContain('No results');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await heading(/1 service/);
  });
});
