import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pence } from '../../domain/money/money.ts';
import { Refuse } from '../forms/testing/fake-service.ts';
import { directory, summary } from '../testing/sample-directory.ts';
import { openDirectory, resultsHeading, told } from './open-directory.fixture.tsx';

const user = userEvent.setup();
const rows = () => within(screen.getByRole('list', { name: 'Services' })).getAllByRole('heading', { level: 3 });

describe('the directory', () => {
  it('gives each fact of a service as text, with the name as the one link', async () => {
    openDirectory('text=mentoring', () => directory({ total: 23 }));
    await resultsHeading('23 services near DT1');
    const row = screen.getByRole('list', { name: 'Services' });
    for (const fact of [
      '£95.00 per day, ex VAT',
      'by Greenway Learning',
      '£114.00 inc VAT at 20%',
      'Can start from 12 April 2027',
      '3 places free as at 2 March 2027',
      "At the provider's site, about 6 miles",
      'Ages 11 to 16',
      'Why it is here: Matches "mentoring"',
    ])
      expect(within(row).getByText(fact)).toBeTruthy();
    expect(within(row).getAllByRole('link')).toHaveLength(1);
  });

  it('R39: prices compare as the answer says, or as the person asks, and the order says which it follows', async () => {
    const { asked } = openDirectory('', ({ query }) => directory({ vat: query.get('vat') === 'ex' ? 'ex' : 'inc' }));
    await screen.findByText('£114.00 per day, inc VAT');
    expect(screen.getByText('£95.00 ex VAT')).toBeTruthy();
    expect(await screen.findByRole('option', { name: 'Lowest price first, inc VAT' })).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Prices with VAT' }));
    await screen.findByText('£95.00 per day, ex VAT');
    expect(asked()).toEqual(['', 'vat=ex']);
    expect(screen.getByRole('option', { name: 'Lowest price first, ex VAT' })).toBeTruthy();
  });

  it('promises no start that the facts do not name', async () => {
    openDirectory('', () => directory({ items: [summary({ earliestStart: undefined, placesFree: 0 })] }));
    await screen.findByText('Start date: ask the provider');
    expect(screen.getByText('No places free as at 2 March 2027')).toBeTruthy();
  });

  it('E16: each result says that it is quality assured and when it was checked, and its link leads to who checked what', async () => {
    openDirectory('', () => directory());
    const row = await screen.findByRole('list', { name: 'Services' });
    expect(within(row).getByText('Quality assured, checked 3 March 2027')).toBeTruthy();
    expect(within(row).getByRole('link', { name: 'Forest learning' }).getAttribute('href')).toBe('/services/S-0001');
  });

  it('explains no result of a search that asks for nothing', async () => {
    openDirectory('', () => directory({ total: 23 }));
    await resultsHeading('23 services near DT1');
    expect(screen.queryByText(/Why it is here/)).toBeNull();
  });

  it('E9: Enter or Search always runs, also when nothing was changed', async () => {
    const { asked } = openDirectory('text=mentoring');
    await resultsHeading(/1 service/);
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    await user.type(screen.getByLabelText('What does the pupil need?'), '{Enter}');
    await waitFor(() => expect(asked()).toHaveLength(3));
  });

  it('E10: the count and the area are told after each query, also when they are what they were', async () => {
    openDirectory('text=mentoring', ({ query }) => directory({ total: query.has('needs') ? 4 : 23 }));
    await resultsHeading('23 services near DT1');
    const first = '23 services near DT1. Distances are from DT1, your own area.';
    await waitFor(() => expect(told().textContent).toBe(first));
    const before = told();
    await user.click(screen.getByRole('button', { name: 'Search' }));
    await waitFor(() => expect(told()).not.toBe(before));
    expect(told().textContent).toBe(first);
    await user.click(screen.getByRole('checkbox', { name: /\(SEMH\)/ }));
    await waitFor(() => expect(told().textContent).toBe('4 services near DT1. Distances are from DT1, your own area.'));
  });

  it('says the town that the words named, and does not take it for the own area', async () => {
    openDirectory('text=mentoring Weymouth', () => directory({ total: 23, near: 'DT4', nearName: 'Weymouth (DT4)' }));
    await resultsHeading('23 services near Weymouth (DT4)');
    expect(screen.getByText('Distances are from Weymouth (DT4).')).toBeTruthy();
    expect(screen.queryByText(/your own area, DT4/)).toBeNull();
  });

  it('cuts a full postcode before it reaches the address or a request', async () => {
    const { asked, searches } = openDirectory('');
    await resultsHeading(/1 service/);
    await user.type(screen.getByLabelText('Postcode or area (optional)'), 'dt11 8bg{Enter}');
    await waitFor(() => expect(asked()).toContain('near=DT11'));
    expect(screen.getByLabelText<HTMLInputElement>('Postcode or area (optional)').value).toBe('DT11');
    expect([...asked(), ...searches()].join(' ')).not.toMatch(/8bg/i);
  });

  it('replaces an address that came with a full postcode', async () => {
    const { asked, searches } = openDirectory('near=DT11%208BG&needs=SEMH');
    await waitFor(() => expect(searches().at(-1)).toBe('near=DT11&needs=SEMH'));
    expect(asked()).toEqual(['near=DT11&needs=SEMH']);
  });

  it('E11: a filter or another order returns to page 1, and the rows are those of the count', async () => {
    const { asked, searches } = openDirectory('page=3', ({ query }) =>
      query.has('needs')
        ? directory({ total: 2, items: [summary(), summary({ serviceRef: 'S-0002', name: 'Boxing', price: pence(4_000) })] })
        : directory({ total: 70, page: Number(query.get('page') ?? 1) }),
    );
    await resultsHeading(/page 3 of 3/);
    await user.click(screen.getByRole('checkbox', { name: /\(SEMH\)/ }));
    await resultsHeading('2 services near DT1');
    expect(rows().map(({ textContent }) => textContent)).toEqual(['Forest learning', 'Boxing']);
    expect([asked().at(-1), searches().at(-1)]).toEqual(['needs=SEMH', 'needs=SEMH']);
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await resultsHeading(/page 1 of 3/);
    await user.click(screen.getByRole('link', { name: 'Page 2 of 3' }));
    await waitFor(() => expect(asked().at(-1)).toBe('page=2'));
    await user.selectOptions(await screen.findByLabelText('Sort by'), 'name');
    await waitFor(() => expect(asked().at(-1)).toBe('sort=name'));
  });

  it('E12: filters are removed one by one, the focus moves on, and a clearing of all is taken back', async () => {
    const { searches } = openDirectory('needs=SEMH,ASC&age=14');
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

  it('asks once for several boxes that are ticked in a row', async () => {
    const { asked } = openDirectory('', ({ query }) => directory({ total: query.has('needs') ? 4 : 23 }));
    await resultsHeading('23 services near DT1');
    for (const name of [/\(SEMH\)/, /\(ASC\)/, /^Medical/]) {
      fireEvent.click(screen.getByRole('checkbox', { name }));
      expect(screen.getByRole<HTMLInputElement>('checkbox', { name }).checked).toBe(true);
    }
    await resultsHeading('4 services near DT1');
    expect(asked()).toEqual(['', 'needs=SEMH,ASC,MEDICAL']);
  });

  it('never shows an older reply in place of a newer one', async () => {
    let finishFirst: (() => void) | undefined;
    openDirectory('text=slow', async ({ query }) => {
      if (query.get('text') === 'slow') await new Promise<void>((resolve) => (finishFirst = resolve));
      return directory({ items: [summary({ name: `${query.get('text')} service` })] });
    });
    const words = screen.getByLabelText('What does the pupil need?');
    await user.clear(words);
    await user.type(words, 'quick{Enter}');
    await screen.findByRole('link', { name: 'quick service' });
    finishFirst?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('link', { name: 'slow service' })).toBeNull();
  });

  it('claims no count for a search that is not answered yet', async () => {
    openDirectory('', ({ query }) => (query.has('text') ? new Promise(() => undefined) : directory({ total: 23 })));
    await resultsHeading('23 services near DT1');
    await user.type(screen.getByLabelText('What does the pupil need?'), 'boxing{Enter}');
    await resultsHeading('Searching');
  });

  it('turns the page with the focus on the count, which names the page, as the title does', async () => {
    openDirectory('', ({ query }) => directory({ total: 70, page: Number(query.get('page') ?? 1) }));
    await resultsHeading('70 services near DT1, page 1 of 3');
    await user.click(screen.getByRole('link', { name: 'Next page' }));
    expect(document.activeElement).toBe(await resultsHeading('70 services near DT1, page 2 of 3'));
    expect(document.title).toMatch(/^Directory, page 2/);
    expect(screen.getByRole('link', { name: 'Page 2 of 3' }).getAttribute('aria-current')).toBe('page');
  });

  it('shows the last page where an old link asks for one past it', async () => {
    const { searches } = openDirectory('page=9', ({ query }) =>
      directory({ total: 30, page: Number(query.get('page')), items: query.get('page') === '9' ? [] : [summary()] }),
    );
    await resultsHeading('30 services near DT1, page 2 of 2');
    expect(searches().at(-1)).toBe('page=2');
    expect(rows()).toHaveLength(1);
  });

  it('E15: nothing found says what to leave out, with how many that gives, and whom to ask', async () => {
    const { searches } = openDirectory('needs=SEMH&radius=5', ({ query }) =>
      query.has('radius')
        ? directory({ total: 0, items: [], without: [{ filter: 'distance', label: 'the distance', count: 4 }] })
        : directory({ total: 4 }),
    );
    const leaveOut = await screen.findByRole('button', { name: 'Leave out the distance: 4 services' });
    expect(screen.getByRole('link', { name: /^ap@council\.example/ })).toBeTruthy();
    await user.click(leaveOut);
    await resultsHeading('4 services near DT1');
    expect(searches().at(-1)).toBe('needs=SEMH');
  });

  it('where the words named the place, it stays when they are left out: the count was from there', async () => {
    const { searches } = openDirectory('text=archery%20Weymouth&radius=5', ({ query }) =>
      query.has('text')
        ? directory({
            total: 0,
            items: [],
            near: 'DT4',
            nearName: 'Weymouth (DT4)',
            without: [{ filter: 'text', label: 'the words', count: 2 }],
          })
        : directory({ total: 2, near: 'DT4' }),
    );
    await user.click(await screen.findByRole('button', { name: 'Leave out the words: 2 services' }));
    await resultsHeading('2 services within 5 miles of DT4');
    expect(searches().at(-1)?.split('&').sort()).toEqual(['near=DT4', 'radius=5']);
  });

  it('shows an unknown postcode at its field, and other failures with a way to try again', async () => {
    let tries = 0;
    openDirectory('near=DT99', ({ query }) => {
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
    await resultsHeading(/1 service/);
  });
});
