import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { BodyOf } from '../../../contract/endpoint.ts';
import type { planRound } from '../../../contract/rounds.ts';
import { methodStatements } from '../../../domain/tenders/round/method-statements.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { framework } from '../../testing/sample-frameworks.ts';
import { namedLots, plannedRound, round, roundSummary } from '../../testing/sample-rounds.ts';
import { PlanRoundPage } from './PlanRoundPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (answers: Answers = {}, frameworkRef?: string) => {
  const served = fakeService({
    listFrameworks: () => ({ frameworks: [framework(), framework({ ref: 'AP-2024', status: 'live' })] }),
    listRounds: () => ({ rounds: [] }),
    listLots: () => ({ lots: namedLots }),
    planRound: () => round({ ref: 'RD-1', status: 'draft' }),
    ...answers,
  });
  const shown = renderScreen(<PlanRoundPage frameworkRef={frameworkRef} />, served.api, { service: served.service });
  return { ...served, shown };
};
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const enter = async (name: string, text: string) => {
  const field = screen.getByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};
const questions = () => screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

const fill = async () => {
  await enter('When does it open?', '1 7 2027');
  await enter('Until when may applicants ask about it?', '20 7 2027');
  await enter('When does it close?', '31 7 2027');
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)' }));
  await enter('Quality, per cent', '80');
  await enter('Price, per cent', '20');
};
const sent: BodyOf<typeof planRound>['plan'] = {
  opensAt: '2027-07-01T08:00:00Z',
  clarificationsCloseAt: '2027-07-20T16:00:00Z',
  closesAt: '2027-07-31T11:00:00Z',
  lots: [{ lotKey: 'AP-2027-1', qualityWeight: 80, priceWeight: 20, passMark: 0, priceUnit: 'hour' }],
  questionSet: { version: 'AP-2027-1', questions: [...methodStatements.questions] as never },
};

it('rows 9 and 10: a round is planned for a framework that takes one, its lots by name, then its own page is shown', async () => {
  const served = show();
  const choice = await screen.findByRole('combobox', { name: 'Framework' });
  expect(within(choice).getAllByRole('option')).toHaveLength(2);
  await userEvent.selectOptions(choice, 'AP-2027');
  await fill();
  expect(screen.getByText('Quality and price make 100.')).toBeTruthy();
  expect(screen.getByText('Lot 1: Therapies (AP-2027-1): 100')).toBeTruthy();
  await press('Plan the round');
  expect(await screen.findByText('The round RD-1 is planned.')).toBeTruthy();
  expect(served.shown.went).toEqual([commissioningPlace({ at: 'round', ref: 'RD-1' })]);
  expect(served.callsOf('planRound').map(({ params, body }) => [params, body])).toEqual([[{ ref: 'AP-2027' }, { plan: sent }]]);
});

it('a question is added with its marking, and the weights of the lot are told as they stand', async () => {
  const served = show({}, 'AP-2027');
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  await fill();
  await press('Add a question');
  const added = within(screen.getByRole('region', { name: 'Question 5' }));
  // The keyboard goes on from there into its fields.
  expect(document.activeElement).toBe(added.getByRole('button', { name: 'Close question 5' }));
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement).toBe(added.getByRole('textbox', { name: 'Question' }));
  await userEvent.click(added.getByRole('textbox', { name: 'Question' }));
  await userEvent.paste('Are you insured?');
  await userEvent.selectOptions(added.getByRole('combobox', { name: 'How is it answered?' }), 'yes-no');
  expect(added.queryByRole('radio', { name: 'Scored by evaluators' })).toBeNull();
  await press('Remove question 1');
  expect(screen.getByText('Lot 1: Therapies (AP-2027-1): 75, 25 too few')).toBeTruthy();
  await press('Plan the round');
  await screen.findByText('The round RD-1 is planned.');
  const [call] = served.callsOf('planRound') as unknown as { body: { plan: typeof sent } }[];
  expect(call?.body.plan.questionSet.questions).toEqual([
    ...methodStatements.questions.slice(1),
    {
      key: 'are-you-insured',
      text: 'Are you insured?',
      lots: 'every',
      mandatory: true,
      kind: 'yes-no',
      marking: { kind: 'pass-or-fail', passes: 'yes' },
    },
  ]);
});

it('a question that is removed comes back where it was; one that moves takes the focus along', async () => {
  show({}, 'AP-2027');
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  const before = questions();
  await press('Remove question 2');
  expect(questions()).toHaveLength(3);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undo' }));
  await press('Undo');
  expect(questions()).toEqual(before);
  await press('Move down question 1');
  expect(questions()[1]).toBe(`2. ${methodStatements.questions[0]?.text}`);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move down question 2' }));
});

it('what is missing is told before anything is sent, and the field of a closed question is opened for it', async () => {
  const served = show({}, 'AP-2027');
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  await fill();
  await press('Change question 3');
  await enter('Weight', 'many');
  await press('Close question 3');
  await press('Plan the round');
  await userEvent.click(await screen.findByRole('link', { name: 'Question 3: Enter a weight of 1 to 100' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Weight' }));
  expect(served.callsOf('planRound')).toEqual([]);
});

it('a refusal of the service stands at the field that it names, and what was typed is still there', async () => {
  show(
    {
      planRound: () => {
        throw new Refuse('weights-not-valid', 'Enter another weight.', '/questionSet/questions/0/marking/weight');
      },
    },
    'AP-2027',
  );
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  await fill();
  await press('Plan the round');
  await userEvent.click(await screen.findByRole('link', { name: 'Enter another weight.' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Weight' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'When does it open?' }).value).toBe('1 7 2027');
});

it('what was typed is still there after another page, until it is discarded on purpose', async () => {
  const first = show({}, 'AP-2027');
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  await enter('When does it open?', '1 7 2027');
  first.shown.unmount();
  renderScreen(<PlanRoundPage frameworkRef="AP-2027" />, first.api, { service: first.service });
  const opens = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'When does it open?' }).value;
  await screen.findByRole('heading', { level: 2, name: 'Questions' });
  expect(opens()).toBe('1 7 2027');
  await press('Discard what I typed');
  await press('Keep it');
  expect(opens()).toBe('1 7 2027');
  await press('Discard what I typed');
  await press('Discard it');
  expect(opens()).toBe('');
});

it('rows 11 and 17: a later round begins with lots and questions of an earlier one, whose keys stay; it can be undone', async () => {
  const earlier = plannedRound();
  const served = show(
    { listRounds: () => ({ rounds: [roundSummary({ ref: 'RD-0', frameworkRef: 'AP-2027' })] }), getRound: () => earlier },
    'AP-2027',
  );
  await press('Begin with its lots and questions');
  await screen.findByText('Lots and questions are replaced.');
  expect(questions()).toEqual(earlier.plan.questionSet.questions.map(({ text }, at) => `${at + 1}. ${text}`));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Quality, per cent' }).value).toBe('90');
  await press('Undo');
  expect(questions()).toHaveLength(4);
  await press('Begin with its lots and questions');
  await screen.findByText('Lots and questions are replaced.');
  await enter('When does it open?', '1 7 2027');
  await enter('Until when may applicants ask about it?', '20 7 2027');
  await enter('When does it close?', '31 7 2027');
  await press('Plan the round');
  await screen.findByText('The round RD-1 is planned.');
  const [call] = served.callsOf('planRound') as unknown as { body: { plan: typeof sent } }[];
  expect(call?.body.plan).toEqual({
    ...sent,
    lots: earlier.plan.lots,
    questionSet: { version: 'AP-2027-2', questions: earlier.plan.questionSet.questions },
  });
});

it('row 17: where no framework takes a round, that is said', async () => {
  show({ listFrameworks: () => ({ frameworks: [framework({ status: 'live' })] }) });
  expect(await screen.findByText('No framework takes a round')).toBeTruthy();
});
