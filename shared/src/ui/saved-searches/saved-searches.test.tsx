import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import * as React from 'react';
import { type SavedSearchReply, saveSearch } from '../../contract/saved-searches.ts';
import { DirectoryPage } from '../directory/DirectoryPage.tsx';
import { fromSearch, toSearch } from '../directory/search-state.tsx';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { meAs, membership } from '../forms/testing/samples.ts';
import { ShortlistPage } from '../shortlist/ShortlistPage.tsx';
import { fakeHost } from '../testing/fake-host.ts';
import { renderLive } from '../testing/render-live.tsx';
import { directory } from '../testing/sample-directory.ts';
import { aSavedSearch } from '../testing/sample-saved-search.ts';
import { searchSentence, toBody, toState } from './saved-filters.ts';

const user = userEvent.setup();

/** A server that keeps saved searches for as long as the test runs. */
const keeping = (first: readonly SavedSearchReply[] = [], total = 1, ended?: true) => {
  let searches = [...first];
  return fakeService({
    getMe: () => meAs(membership()),
    searchDirectory: () => directory({ total, items: total === 0 ? [] : directory().items }),
    getShortlist: () => ({ vat: 'ex', items: [] }),
    listSavedSearches: () => ({ searches, lots: [{ key: 'AP-1', name: 'Therapeutic provision', ...(ended ? { ended } : {}) }] }),
    saveSearch: ({ body, key }) => {
      const saved = aSavedSearch({ searchRef: `SS-${searches.length + 1}`, ...body });
      if (searches.length >= 20)
        throw new Refuse('not-in-this-state', `You have saved 20 searches. Stop one to save another. ${key === null}`);
      searches = [saved, ...searches];
      return saved;
    },
    stopSearch: ({ params: { searchRef } }) => {
      searches = searches.filter((search) => search.searchRef !== searchRef);
      return { stopped: true };
    },
  });
};
const inDirectory = (search: string, served = keeping(), host = fakeHost()) => {
  renderLive(<DirectoryPage />, served.api, { place: { at: 'directory', search }, service: served.service, host });
  return served;
};

beforeEach(() => {
  window.innerWidth = 1024;
});

describe('row 32: saving a search', () => {
  it('keeps its filters, an outcode, its timetable and its order, and no page; it is undone beside it', async () => {
    const { callsOf } = inDirectory('text=mentoring&near=DT11%208BG&needs=ASC&placesFree=1&plan=2d-both-5h-12w&sort=price&page=1');
    const save = await screen.findByRole('button', { name: 'Save this search' });
    await user.click(save);
    await screen.findByRole('button', { name: 'Search saved' });
    expect(callsOf('saveSearch')[0]?.body).toEqual({
      filters: { text: 'mentoring', near: 'DT11', needs: ['ASC'], placesFree: 1 },
      plan: '2d-both-5h-12w',
      sort: 'price',
    });
    expect(screen.getByRole('link', { name: 'your saved searches' }).getAttribute('href')).toBe('/shortlist');
    await user.click(screen.getByRole('button', { name: 'Undo save' }));
    const again = await screen.findByRole('button', { name: 'Save this search' });
    await waitFor(() => expect(document.activeElement).toBe(again));
    expect(callsOf('stopSearch')).toHaveLength(1);
  });

  it('is offered where nothing was found, and not for the whole directory', async () => {
    inDirectory('text=archery', keeping([], 0));
    await user.click(await screen.findByRole('button', { name: 'Tell me when something matches' }));
    await screen.findByRole('button', { name: 'Search saved' });
  });

  it('is not offered without a filter, nor in a tab that is the same for everybody', async () => {
    inDirectory('');
    await screen.findByRole('link', { name: 'Forest learning' });
    expect(screen.queryByRole('button', { name: 'Save this search' })).toBeNull();
  });

  it('is not offered in a tab that is the same for everybody', async () => {
    const host = fakeHost({ elsewhere: { name: 'your own tab', has: ({ at }) => at === 'shortlist' } });
    inDirectory('text=mentoring', keeping(), host);
    await screen.findByRole('link', { name: 'Forest learning' });
    expect(screen.queryByRole('button', { name: 'Save this search' })).toBeNull();
  });

  it('says why no more can be saved', async () => {
    inDirectory('text=mentoring', keeping(Array.from({ length: 20 }, (_, n) => aSavedSearch({ searchRef: `SS-${n}` }))));
    await user.click(await screen.findByRole('button', { name: 'Save this search' }));
    expect((await screen.findByRole('alert')).textContent).toMatch(/^You have saved 20 searches/);
  });
});

describe('row 32: the saved searches of a person', () => {
  it('say what they are, how much matches and when something was told; each opens in the directory', async () => {
    const planned = { plan: '2d-both-5h-12w', sort: 'package' } as const;
    const { api, service } = keeping([
      aSavedSearch(),
      aSavedSearch({ searchRef: 'SS-2', filters: { lots: ['AP-1'], age: 11, ageTo: 14 }, toldOn: undefined, ...planned }),
    ]);
    renderLive(<ShortlistPage />, api, { place: { at: 'shortlist' }, service });
    const list = within(await screen.findByRole('list', { name: 'Saved searches' }));
    const link = list.getByRole('link', {
      name: '"mentoring"; Autism (ASC); Within 10 miles; A place free; Start by 12 April 2027; near DT1',
    });
    expect(link.getAttribute('href')).toContain('/directory?');
    expect(fromSearch(link.getAttribute('href')?.split('?')[1] ?? '')).toEqual(toState(aSavedSearch()));
    const other = list.getByRole('link', {
      name: 'Ages 11 to 14; Therapeutic provision; 12 weeks, 2 days a week, 5 hours a day; Lowest cost of your timetable',
    });
    expect(other.getAttribute('href')).toMatch(/plan=2d-both-5h-12w&sort=package$/);
    expect(list.getByText(/Last told of something new on 20 February 2027/)).toBeTruthy();
    expect(list.getByText(/Nothing new since then/)).toBeTruthy();
  });

  it('are stopped one by one, and that is taken back', async () => {
    const saved = aSavedSearch({ filters: { lots: ['AP-1'] }, sort: 'name' });
    const { api, service, callsOf } = keeping([saved]);
    renderLive(<ShortlistPage />, api, { place: { at: 'shortlist' }, service });
    await user.click(await screen.findByRole('button', { name: /^Stop/ }));
    await screen.findByText(/^Therapeutic provision; Name, A to Z was stopped/);
    const undo = await screen.findByRole('button', { name: 'Undo stop' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    expect(screen.queryByRole('button', { name: /^Stop/ })).toBeNull();
    await user.click(undo);
    await screen.findByRole('button', { name: /^Stop/ });
    expect(callsOf('saveSearch')[0]?.body).toEqual({ filters: saved.filters, sort: 'name' });
  });
});

it('what is saved of any search is what the API takes, and comes back as the same search', () => {
  const words = fc.constantFrom(
    '',
    'text=mentoring',
    'near=DT1',
    'needs=ASC,SEMH',
    'age=13&ageTo=15',
    'unit=day&priceTo=9000',
    'placesFree=1',
    'startBy=2027-04-12',
    'plan=2d-both-5h-12w',
    'sort=earliest',
  );
  fc.assert(
    fc.property(fc.uniqueArray(words), (parts) => {
      const state = fromSearch(parts.join('&'));
      const body = toBody(state);
      expect(saveSearch.body?.safeParse(body).success).toBe(true);
      expect(toSearch(toState(body))).toBe(toSearch(state));
      expect(searchSentence(body, String)).not.toBe('');
    }),
  );
});

it('a search that asks for nothing but lots of a framework that has ended says so', async () => {
  const saved = [
    aSavedSearch({ searchRef: 'SS-1', filters: { lots: ['AP-1'] } }),
    aSavedSearch({ searchRef: 'SS-2', filters: { near: 'DT1' } }),
  ];
  const { api, service } = keeping(saved, 1, true);
  renderLive(<ShortlistPage />, api, { place: { at: 'shortlist' }, service });
  const [over, other] = await within(await screen.findByRole('list', { name: 'Saved searches' })).findAllByRole('listitem');
  expect(over?.textContent).toContain('The framework of this search has ended');
  expect(other?.textContent).not.toContain('has ended');
});
