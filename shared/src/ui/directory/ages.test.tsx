import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { directory } from '../testing/sample-directory.ts';
import { openDirectory, resultsHeading } from './open-directory.fixture.tsx';

const user = userEvent.setup();
const openAges = async () => {
  await user.click(screen.getByRole('button', { name: 'Age and key stage' }));
  const group = within(await screen.findByRole('group', { name: 'Age of the pupil or pupils' }));
  return { from: group.getByRole('textbox', { name: 'From' }), to: group.getByRole('textbox', { name: 'To (for a group)' }) };
};
const apply = () => user.click(screen.getByRole('button', { name: 'Apply ages' }));

it('one pupil is searched for by one age, a group by its youngest and oldest; each is one filter that is taken away', async () => {
  const { asked, searches } = openDirectory('');
  await resultsHeading('1 service near DT1');
  const { from, to } = await openAges();
  await user.type(from, '13');
  await apply();
  await screen.findByRole('button', { name: 'Remove filter: Age 13' });
  await waitFor(() => expect(asked().at(-1)).toBe('age=13'));
  await user.type(to, '15');
  await apply();
  const chip = await screen.findByRole('button', { name: 'Remove filter: Ages 13 to 15' });
  await waitFor(() => expect(asked().at(-1)).toBe('age=13&ageTo=15'));
  await user.click(chip);
  // The first search is shown again as it is known: it need not be asked a second time.
  await waitFor(() => expect(searches().at(-1)).toBe(''));
  expect([from, to].map((input) => (input as HTMLInputElement).value)).toEqual(['', '']);
});

it('what is no age and no group is told in words of what to enter, and searches nothing', async () => {
  const { asked } = openDirectory('');
  await resultsHeading('1 service near DT1');
  const { from, to } = await openAges();
  const before = asked().length;
  const enter = async (youngest: string, oldest: string): Promise<void> => {
    await user.clear(from);
    if (youngest !== '') await user.type(from, youngest);
    await user.clear(to);
    if (oldest !== '') await user.type(to, oldest);
    await apply();
  };
  await enter('3', '');
  expect(screen.getByText('Enter an age from 4 to 25')).toBeTruthy();
  await enter('ten', '');
  expect(screen.getByText('Enter an age from 4 to 25')).toBeTruthy();
  await enter('', '14');
  expect(screen.getByText('Enter the youngest age of the group too')).toBeTruthy();
  await enter('14', '12');
  expect(screen.getByText('Enter an oldest age that is not below the youngest')).toBeTruthy();
  expect(asked()).toHaveLength(before);
  await enter('12', '14');
  await screen.findByRole('button', { name: 'Remove filter: Ages 12 to 14' });
  expect(screen.queryByText('Enter an oldest age that is not below the youngest')).toBeNull();
});

it('where nothing is found a group is left out as one filter', async () => {
  const { asked } = openDirectory('age=11&ageTo=14', ({ query }) =>
    query.has('age') ? directory({ total: 0, items: [], without: [{ filter: 'age', label: 'the age', count: 3 }] }) : directory(),
  );
  await user.click(await screen.findByRole('button', { name: 'Leave out the age: 3 services' }));
  await waitFor(() => expect(asked().at(-1)).toBe(''));
});
