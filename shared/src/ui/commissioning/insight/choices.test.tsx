import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ChoiceMadeReply } from '../../../contract/choices-made.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { aChoiceMade } from '../../testing/sample-choices-made.ts';
import { ChoicesPage } from './ChoicesPage.tsx';

const user = userEvent.setup();
const other = aChoiceMade({
  choiceRef: 'c-2',
  buyerRef: '113801',
  buyerName: 'Elm School',
  reason: 'The pupil knows the tutor.',
  compared: aChoiceMade().compared.map((service) => ({ ...service, providerName: 'Hollow Oak', lotName: 'Tuition' })),
});

const opened = (
  choices: ChoiceMadeReply[] = [aChoiceMade(), other],
  file: () => never | { fileName: string; mediaType: string; content: string } = () => ({
    fileName: 'Choices.xlsx',
    mediaType: 'application/x',
    content: '',
  }),
) => {
  const served = fakeService({
    listChoicesMade: ({ query }) => ({
      from: localDate(query.get('from') ?? '2026-12-03'),
      to: localDate(query.get('to') ?? '2027-03-03'),
      choices: query.has('from') ? [] : choices,
    }),
    getChoicesFile: file,
  });
  renderScreen(<ChoicesPage />, served.api, { service: served.service });
  return served;
};
const rowsOf = (name: RegExp) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

beforeEach(() => {
  window.innerWidth = 1400;
  URL.createObjectURL = () => 'blob:file';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it('row 36: a commissioner reads what was chosen by whom, why, and at which prices; not who wrote it', async () => {
  opened();
  await screen.findByRole('table', { name: /^2 choices from 3 December 2026 to 3 March 2027/ });
  const [first] = rowsOf(/^2 choices/);
  expect(first?.slice(0, 4)).toEqual([
    'Forest learning, Greenway Learning',
    'Oak School',
    '1 Mar 2027',
    'The nearest that can start in January.',
  ]);
  expect(first?.[4]).toMatch(/Counselling, Greenway Learning: £61[.]50 per hour ex VAT [(]£73[.]80 with VAT[)]; £7,380[.]00 in all/);
  expect(document.body.textContent).not.toContain('Priya');
});

it('choices are narrowed by school, provider and lot; where none is left, all come back by one press', async () => {
  opened();
  await screen.findByRole('table', { name: /^2 choices/ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'School or department' }), 'Elm School');
  expect(rowsOf(/^1 choice /)[0]?.[3]).toBe('The pupil knows the tutor.');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Provider, chosen or compared' }), 'Greenway Learning');
  await user.click(screen.getByRole('button', { name: 'Show all choices' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lot of a service compared' }), 'Tuition');
  expect(rowsOf(/^1 choice /)).toHaveLength(1);
});

it('both files say what the page shows, by the filters chosen', async () => {
  const { callsOf } = opened();
  await screen.findByRole('table', { name: /^2 choices/ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lot of a service compared' }), 'Tuition');
  await user.click(screen.getByRole('button', { name: 'Download CSV' }));
  await user.click(screen.getByRole('button', { name: 'Download XLSX' }));
  expect([...(callsOf('getChoicesFile')[0]?.query ?? [])]).toEqual([
    ['from', '2026-12-03'],
    ['to', '2027-03-03'],
    ['lot', 'Tuition'],
  ]);
  expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(2);
});

it('a file that cannot be had says why, and the page stays', async () => {
  opened(undefined, () => {
    throw new Refuse('not-in-this-state', 'The file cannot be made now.');
  });
  await user.click(await screen.findByRole('button', { name: 'Download XLSX' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The file cannot be made now.');
  expect(screen.getByRole('table', { name: /^2 choices/ })).toBeTruthy();
});

it('a period in which nothing was chosen says so', async () => {
  opened();
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Period' }), 'January 2027');
  await screen.findByText(/From 1 January 2027 to 31 January 2027 no school kept/);
});
