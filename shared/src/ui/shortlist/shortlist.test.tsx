import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ChoiceReply } from '../../contract/comparisons.ts';
import type { Place } from '../../contract/place.ts';
import type { Shortlisted } from '../../contract/shortlist.ts';
import { DirectoryPage } from '../directory/DirectoryPage.tsx';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { meAs, membership } from '../forms/testing/samples.ts';
import { fakeHost } from '../testing/fake-host.ts';
import { renderLive } from '../testing/render-live.tsx';
import { directory } from '../testing/sample-directory.ts';
import { aChoice, shortlisted } from '../testing/sample-shortlist.ts';
import { ShortlistPage } from './ShortlistPage.tsx';

const user = userEvent.setup();

/** A server that keeps a shortlist for as long as the test runs. */
const keeping = (first: readonly Shortlisted[] = [], earlier: readonly ChoiceReply[] = []) => {
  let items = [...first];
  let choices = [...earlier];
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
    listSavedSearches: () => ({ searches: [], lots: [] }),
    listChoices: () => ({ choices }),
    keepChoice: ({ body, key }) => {
      const kept = aChoice({ ...body, choiceRef: key ?? '', compared: [] });
      choices = [kept, ...choices];
      return kept;
    },
    getComparisonFile: () => ({ fileName: 'Comparison 2027-03-01.xlsx', mediaType: 'application/x', content: 'UEs=' }),
    saveDraft: ({ body, params }) => ({ ...body, draftId: params.draftId ?? '', serviceName: '', savedAt: '2027-03-01T09:00:00Z' }),
    removeFromShortlist: ({ params: { serviceRef } }) => {
      items = items.filter((item) => item.serviceRef !== serviceRef);
      return { removed: true };
    },
  });
};
const openList = (first: readonly Shortlisted[], place: Place = { at: 'shortlist' }, earlier: readonly ChoiceReply[] = []) => {
  const served = keeping(first, earlier);
  return { ...served, ...renderLive(<ShortlistPage />, served.api, { place, service: served.service }) };
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
  it('takes two to five services of the shortlist', async () => {
    const { places } = openList(shortlisted);
    await user.click(await screen.findByRole('checkbox', { name: 'Compare Forest learning' }));
    await user.click(screen.getByRole('button', { name: 'Compare 1 service' }));
    expect(screen.getByRole('alert').textContent).toBe('Choose 2 to 5 services to compare.');
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

describe('row 34: the whole package', () => {
  const compare = ['S-0001', 'S-0002'];

  it('is priced for a timetable that is stated once, and goes with the address', async () => {
    const { places } = openList(shortlisted, { at: 'shortlist', compare });
    const weeks = await screen.findByRole('textbox', { name: 'Weeks taught' });
    await user.click(screen.getByRole('button', { name: 'Show the cost' }));
    expect(screen.getByRole('group', { name: 'There is a problem' }).textContent).toContain('Enter a whole number of weeks from 1 to 52');
    await user.type(weeks, '12');
    await user.click(screen.getByRole('button', { name: 'Show the cost' }));
    expect(places.at(-1)).toEqual({ at: 'shortlist', compare, plan: '2d-both-5h-12w' });
    const table = within(await screen.findByRole('table'));
    const row = table.getByRole('rowheader', { name: 'Whole package' }).closest('tr') as HTMLElement;
    const told = within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
    expect(told).toEqual([
      '£2,280.00 ex VAT. 24 days at £95.00. £2,736.00 inc VAT',
      '£7,380.00 ex VAT. 120 hours at £61.50. £8,856.00 inc VAT',
    ]);
    await user.click(screen.getByRole('button', { name: 'Leave out the timetable' }));
    expect(places.at(-1)).toEqual({ at: 'shortlist', compare });
    expect(screen.queryByRole('rowheader', { name: 'Whole package' })).toBeNull();
  });

  it('takes no more hours than half a day has', async () => {
    openList(shortlisted, { at: 'shortlist', compare, plan: '3d-am-3h-6w' });
    const hours = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Hours each day' });
    expect(hours.value).toBe('3');
    await user.clear(hours);
    await user.type(hours, '6');
    await user.click(screen.getByRole('button', { name: 'Show the cost' }));
    expect(screen.getByRole('group', { name: 'There is a problem' }).textContent).toContain('Enter hours from 0.5 to 5');
  });

  it('an address that cannot be read compares without a timetable', async () => {
    openList(shortlisted, { at: 'shortlist', compare, plan: 'nonsense' });
    await screen.findByRole('table');
    expect(screen.queryByRole('rowheader', { name: 'Whole package' })).toBeNull();
  });
});

describe('row 36: the reason for a choice', () => {
  const compare = ['S-0001', 'S-0002'];

  it('is asked for, names no pupil, and is kept with what was compared', async () => {
    const { callsOf } = openList(shortlisted, { at: 'shortlist', compare, plan: '2d-both-5h-12w' });
    await user.click(await screen.findByRole('button', { name: 'Keep the choice' }));
    expect(screen.getByRole('group', { name: 'There is a problem' }).textContent).toMatch(/Choose one of the services.*Enter why/);
    await user.click(screen.getByRole('radio', { name: /^Counselling/ }));
    const reason = screen.getByRole('textbox', { name: /Why this one/ });
    await user.type(reason, 'Jack Smith likes it');
    await user.click(screen.getByRole('button', { name: 'Keep the choice' }));
    expect(callsOf('keepChoice')).toEqual([]);
    await user.clear(reason);
    await user.type(reason, 'It can start first.');
    await user.click(screen.getByRole('button', { name: 'Keep the choice' }));
    const kept = within(await screen.findByRole('region', { name: 'Choices kept' }));
    expect(kept.getByText('It can start first.')).toBeTruthy();
    expect(callsOf('keepChoice')[0]?.body).toEqual({
      serviceRef: 'S-0002',
      compared: compare,
      reason: 'It can start first.',
      plan: '2d-both-5h-12w',
    });
  });

  it('goes along to the request that is begun from it', async () => {
    const { callsOf, places } = openList(shortlisted, { at: 'shortlist', compare }, [aChoice()]);
    await user.click(await screen.findByRole('button', { name: 'Request Forest learning, Greenway Learning' }));
    await waitFor(() => expect(places.at(-1)).toMatchObject({ at: 'request', serviceRef: 'S-0001' }));
    expect(callsOf('saveDraft')[0]?.body).toEqual({
      serviceRef: 'S-0001',
      buyerRef: 'B-0001',
      answers: { basisReason: 'The nearest that can start in January.', sessions: 'both', hoursPerDay: '5' },
    });
  });

  it('is shown with who kept it and the prices of that day; what is older comes when it is asked for', async () => {
    const earlier = Array.from({ length: 7 }, (_, n) => aChoice({ choiceRef: `C-${n}`, reason: `Reason ${n}` }));
    openList(shortlisted, { at: 'shortlist', compare }, earlier);
    const kept = within(await screen.findByRole('region', { name: 'Choices kept' }));
    expect(kept.getAllByText(/^Kept by Priya Nair on .*, for 12 weeks, 2 days a week, 5 hours a day/)).toHaveLength(5);
    expect(kept.getAllByText('Forest learning, Greenway Learning: £95.00 per day, £2,280.00 in all')).toHaveLength(5);
    await user.click(kept.getByRole('button', { name: 'Showing 5 of 7: show all' }));
    expect(kept.getByText('Reason 6')).toBeTruthy();
  });
});

test('row 37: the comparison is taken along as a workbook of what is compared, and printed', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  URL.createObjectURL = () => 'blob:file';
  const { callsOf } = openList(shortlisted, { at: 'shortlist', compare: ['S-0001', 'S-0002', 'S-0003'], plan: '2d-both-5h-12w' });
  await user.click(await screen.findByRole('button', { name: 'Download XLSX' }));
  await waitFor(() => expect(clicked).toHaveBeenCalled());
  const { query } = callsOf('getComparisonFile')[0] ?? {};
  expect([query?.get('services'), query?.get('plan')]).toEqual(['S-0001,S-0002,S-0003', '2d-both-5h-12w']);
  await user.click(screen.getByRole('button', { name: 'Print' }));
  expect(print).toHaveBeenCalledTimes(1);
  expect(clicked).toHaveBeenCalledTimes(1);
  for (const spied of [print, clicked]) spied.mockRestore();
});
