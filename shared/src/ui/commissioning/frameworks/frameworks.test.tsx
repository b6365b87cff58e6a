import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { localDate } from '../../../domain/days/local-date.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { framework } from '../../testing/sample-frameworks.ts';
import { namedLots } from '../../testing/sample-rounds.ts';
import { FrameworkPage } from './FrameworkPage.tsx';
import { FrameworksPage } from './FrameworksPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (page: React.ReactElement, answers: Answers) => {
  const served = fakeService(answers);
  renderScreen(page, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const field = (name: string) => screen.getByRole('textbox', { name });
const enter = async (name: string, text: string) => {
  await userEvent.clear(field(name));
  await userEvent.click(field(name));
  await userEvent.paste(text);
};
const choose = async (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const sure = async (name: string) => userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name }));
const one = (changes: Parameters<typeof framework>[0] = {}): Answers => ({
  listFrameworks: () => ({ frameworks: [framework(changes)] }),
  listLots: () => ({ lots: namedLots }),
  listRounds: () => ({ rounds: [] }),
});

it('R29: a framework is planned with what it must state, its competition on a portal by UK time', async () => {
  const served = show(<FrameworksPage />, { listFrameworks: () => ({ frameworks: [] }), planFramework: () => framework() });
  await press('Plan a framework');
  await press('Plan a framework');
  expect(screen.getByRole('link', { name: 'Enter the name of the framework' })).toBeTruthy();
  await enter('Reference', 'AP-2027');
  await enter('Name', 'Alternative provision 2027');
  await enter('Contracting authority', 'Example Council');
  await choose('Procurement Act 2023, light touch');
  await choose('Closed: no provider joins later');
  await enter('Lots (optional)', 'AP-2027-1, AP-2027-2');
  await choose('Fixed for the whole term');
  await enter('Greatest value, in pounds without VAT (optional)', '£4,000,000');
  await userEvent.click(screen.getByRole('checkbox', { name: 'The pupil already goes there' }));
  await enter('First day', '1 4 2027');
  await enter('Last day', '31 3 2031');
  await enter('Portal of the competition (optional)', 'ProContract');
  await press('Plan a framework');
  expect(screen.getByRole('link', { name: 'Enter the number of the notice' })).toBeTruthy();
  expect(served.callsOf('planFramework')).toEqual([]);
  await enter('Number of the notice there (optional)', 'DN608441');
  await enter('Link to the evidence (optional)', 'https://council.example/tenders/DN608441');
  await enter('Day on which applications close there (optional)', '31 7 2026');
  await enter('Time at which they close, in UK time (optional)', '12:30');
  await press('Plan a framework');
  expect(await screen.findByText('The framework AP-2027 is planned.')).toBeTruthy();
  expect(served.callsOf('planFramework').map(({ body }) => body)).toEqual([
    {
      ref: 'AP-2027',
      terms: {
        name: 'Alternative provision 2027',
        authority: 'Example Council',
        legalRegime: 'pa-2023-light-touch',
        kind: 'closed',
        eligibleBuyerTypes: ['council-department', 'maintained-school', 'academy', 'special-school'],
        scope: '',
        lotKeys: ['AP-2027-1', 'AP-2027-2'],
        priceRule: 'fixed-for-the-term',
        maxValue: 400_000_000,
        selectionProcess: '',
        permittedBases: ['continuity'],
        standstillWorkingDays: 8,
        liveFrom: '2027-04-01',
        expiresOn: '2031-03-31',
        pricePeriodMonths: 12,
        competition: {
          portal: 'ProContract',
          noticeId: 'DN608441',
          evidenceUrl: 'https://council.example/tenders/DN608441',
          closedAt: '2026-07-31T11:30:00Z',
        },
      },
    },
  ]);
});

it('R28: a term that is refused is told at its question; the rest of the terms stays as it was, the order of the grounds too', async () => {
  const served = show(<FrameworkPage frameworkRef="AP-2027" />, {
    ...one(),
    amendFramework: () => {
      throw new Refuse('input-not-understood', 'Say why the framework lasts longer than 48 months.', '/terms/termReason');
    },
  });
  await press('Change the terms');
  await enter('Last day', '31 3 2033');
  await press('Change the terms');
  const fault = await screen.findByRole('link', { name: 'Say why the framework lasts longer than 48 months.' });
  expect(fault.getAttribute('href')).toBe(`#${field('Why does it last so long? (optional)').id}`);
  expect(served.callsOf('amendFramework').map(({ body }) => body)).toEqual([{ terms: { ...framework().terms, expiresOn: '2033-03-31' } }]);
});

it('R32: the standstill begins by the day of the notice, once it is confirmed, and its last day is told', async () => {
  const served = show(<FrameworkPage frameworkRef="AP-2027" />, {
    ...one({ status: 'pending' }),
    moveFramework: () => framework({ status: 'standstill', standstillUntil: localDate('2027-03-08') }),
  });
  await press('Begin the standstill');
  await enter('Day on which the notice was published', '24 2 2027');
  await press('Begin the standstill');
  await sure('Begin the standstill');
  expect(await screen.findByText('The standstill lasts until the end of Monday 8 March 2027.')).toBeTruthy();
  expect(served.callsOf('moveFramework').map(({ body }) => body)).toEqual([{ move: 'begin-standstill', noticePublishedOn: '2027-02-24' }]);
});

it.each([
  ['coming', ['Change the terms', 'Open the framework', 'Cancel the framework']],
  ['open', ['Close the framework to applications', 'Cancel the framework']],
  ['standstill', ['Make the framework live', 'Cancel the framework']],
  ['live', []],
] as const)('a framework that is %s shows what was done, and offers only what can be done next', async (status, names) => {
  show(<FrameworkPage frameworkRef="AP-2027" />, one({ status }));
  expect(await screen.findByRole('row', { name: /Framework planned Jo Commissioner/ })).toBeTruthy();
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(names);
});
