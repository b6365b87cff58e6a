import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pence } from '../../domain/money/money.ts';
import { directory, summary } from '../testing/sample-directory.ts';
import { openDirectory, resultsHeading } from './open-directory.fixture.tsx';

const user = userEvent.setup();
const openSection = (name: string) => user.click(screen.getByRole('button', { name }));

it('row 34: a timetable is planned once, each result says what it costs, and there is an order by that', async () => {
  const packageCost = { units: 24, net: pence(228_000), gross: pence(273_600) };
  const { asked } = openDirectory('', ({ query }) => directory({ items: [summary(query.has('plan') ? { packageCost } : {})] }));
  await resultsHeading('1 service near DT1');
  expect(screen.queryByRole('option', { name: /timetable/ })).toBeNull();
  await openSection('Cost of your timetable');
  await user.type(await screen.findByRole('textbox', { name: 'Weeks taught' }), '12');
  await user.click(screen.getByRole('button', { name: 'Show the cost' }));
  await screen.findByText('£2,280.00 for your timetable');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Lowest cost of your timetable, ex VAT');
  await screen.findByRole('button', { name: 'Leave out the timetable' });
  await waitFor(() => expect(asked().at(-1)).toBe('plan=2d-both-5h-12w&sort=package'));
  await user.click(screen.getByRole('button', { name: 'Leave out the timetable' }));
  await waitFor(() => expect(screen.queryByText('£2,280.00 for your timetable')).toBeNull());
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' }).value).toBe('best');
});

it('narrows to what has a place free and can start by a day, with a chip for each that takes it away', async () => {
  const { asked } = openDirectory('');
  await resultsHeading('1 service near DT1');
  await openSection('Places and start');
  await user.click(await screen.findByRole('radio', { name: 'A place free (1)' }));
  const day = screen.getByRole('textbox', { name: 'Can start by another day' });
  await user.type(day, 'soon');
  await user.click(screen.getByRole('button', { name: 'Apply day' }));
  expect(screen.getByText('Enter a day, such as 27 3 2027')).toBeTruthy();
  await user.clear(day);
  await user.type(day, '4 1 2027');
  await user.click(screen.getByRole('button', { name: 'Apply day' }));
  await screen.findByRole('button', { name: 'Remove filter: Start by 4 January 2027' });
  await waitFor(() => expect(asked().at(-1)?.split('&').sort()).toEqual(['placesFree=1', 'startBy=2027-01-04']));
  await user.click(screen.getByRole('button', { name: 'Remove filter: A place free' }));
  await user.click(screen.getByRole('button', { name: 'Remove filter: Start by 4 January 2027' }));
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Any number' }).checked).toBe(true);
});

it('how many have so many places free, and could start by a Monday, is told beside each choice', async () => {
  const { asked } = openDirectory('');
  await resultsHeading('1 service near DT1');
  await openSection('Places and start');
  await screen.findByRole('radio', { name: 'Any number' });
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('span')?.textContent)).toEqual([
    'Any number',
    'A place free (1)',
    '2 or more places free (1)',
    '5 or more places free (0)',
    'Any day',
    'By 8 March 2027 (0)',
  ]);
  await user.click(screen.getByRole('radio', { name: '2 or more places free (1)' }));
  await user.click(screen.getByRole('radio', { name: 'By 8 March 2027 (0)' }));
  await screen.findByRole('button', { name: 'Remove filter: 2 or more places free' });
  await waitFor(() => expect(asked().at(-1)).toBe('placesFree=2&startBy=2027-03-08'));
  await user.click(screen.getByRole('radio', { name: 'Any day' }));
  await waitFor(() => expect(asked().at(-1)).toBe('placesFree=2'));
});

it('each order says in plain words what it is', async () => {
  openDirectory('');
  await resultsHeading('1 service near DT1');
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    'Best match',
    'Nearest first',
    'Earliest start near you',
    'Lowest price first, ex VAT',
    'By lot, drawn each day',
    'Name, A to Z',
  ]);
});
