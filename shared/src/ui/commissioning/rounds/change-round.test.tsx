import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { framework } from '../../testing/sample-frameworks.ts';
import { namedLots, plannedRound } from '../../testing/sample-rounds.ts';
import { ChangeRoundPage } from './ChangeRoundPage.tsx';
import { RoundPage } from './RoundPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const serving = (answers: Answers = {}) =>
  fakeService({
    listFrameworks: () => ({ frameworks: [framework()] }),
    listLots: () => ({ lots: namedLots }),
    getRound: () => plannedRound(),
    amendRound: () => plannedRound(),
    ...answers,
  });
const show = (page: React.ReactElement, answers: Answers = {}) => {
  const served = serving(answers);
  return { ...served, shown: renderScreen(page, served.api, { service: served.service }) };
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const enter = async (name: string, text: string) => {
  const field = screen.getByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};

it('a draft is shown as it was planned, changed, and sent whole; then its page is shown', async () => {
  const served = show(<ChangeRoundPage roundRef="RD-0" />);
  await screen.findByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)', checked: true });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'When does it close?' }).value).toBe('5 March 2027');
  await enter('Awards at most (optional)', '');
  await enter('Time of closing', '15:30');
  await press('Change question 5');
  await userEvent.click(screen.getByRole('checkbox', { name: 'BACP' }));
  await press('Save the changes');
  expect(await screen.findByText('The round is changed.')).toBeTruthy();
  expect(served.shown.went).toEqual([commissioningPlace({ at: 'round', ref: 'RD-0' })]);
  const { plan } = plannedRound();
  const [lot] = plan.lots.map(({ mostAwards, ...criteria }) => criteria);
  const questions = plan.questionSet.questions.map((question) =>
    question.key === 'therapists' ? { ...question, marking: { kind: 'pass-or-fail', passes: ['HCPC'] } } : question,
  );
  expect(served.callsOf('amendRound').map(({ params, body }) => [params, body])).toEqual([
    [
      { ref: 'RD-0' },
      { version: 3, plan: { ...plan, closesAt: '2027-03-05T15:30:00Z', lots: [lot], questionSet: { version: 'AP-2027-1', questions } } },
    ],
  ]);
});

it('a refusal stands at its field, and what was typed stays', async () => {
  show(<ChangeRoundPage roundRef="RD-0" />, {
    amendRound: () => {
      throw new Refuse('lot-not-known', 'The framework has no lot AP-2027-1.', '/lots/0/lotKey');
    },
  });
  await screen.findByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)', checked: true });
  await enter('Time of closing', '15:30');
  await press('Save the changes');
  await userEvent.click(await screen.findByRole('link', { name: 'The framework has no lot AP-2027-1.' }));
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)' }));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time of closing' }).value).toBe('15:30');
});

it('whoever comes back to what they typed is told that somebody else has changed the round meanwhile', async () => {
  let version = 3;
  const served = show(<ChangeRoundPage roundRef="RD-0" />, { getRound: () => plannedRound({ version }) });
  await screen.findByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)', checked: true });
  await enter('Time of closing', '15:30');
  served.shown.unmount();
  version = 4;
  renderScreen(<ChangeRoundPage roundRef="RD-0" />, served.api, { service: served.service });
  expect(await screen.findByText('The round was changed meanwhile')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time of closing' }).value).toBe('15:30');
  await press('Discard what I typed');
  await press('Discard it');
  expect(screen.queryByText('The round was changed meanwhile')).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time of closing' }).value).toBe('12:00');
});

it('whoever saves second is told so, keeps what they typed, and replaces the other change only by saving again', async () => {
  let version = 3;
  const served = show(<ChangeRoundPage roundRef="RD-0" />, {
    getRound: () => plannedRound({ version }),
    amendRound: ({ body }) => {
      if (body.version !== version) throw new Refuse('stale-version', 'Somebody else changed this round since you opened it.');
      return plannedRound({ version });
    },
  });
  await screen.findByRole('checkbox', { name: 'Lot 1: Therapies (AP-2027-1)', checked: true });
  await enter('Time of closing', '15:30');
  version = 4;
  await press('Save the changes');
  expect(await screen.findByText('Somebody else changed this round since you opened it.')).toBeTruthy();
  expect(await screen.findByText('The round was changed meanwhile')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Time of closing' }).value).toBe('15:30');
  await press('Save the changes');
  expect(await screen.findByText('The round is changed.')).toBeTruthy();
  expect(served.callsOf('amendRound').map(({ body }) => (body as { version: number }).version)).toEqual([3, 4]);
});

it('row 10: what is published is changed no more', async () => {
  show(<ChangeRoundPage roundRef="RD-0" />, { getRound: () => plannedRound({ status: 'published' }) });
  expect(await screen.findByText('This round cannot be changed any more')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save the changes' })).toBeNull();
});

it('row 10: the page of a draft shows what it asks by the names of its lots, what is missing, and the way to change it', async () => {
  const draft = plannedRound();
  const lighter = { ...draft.plan, questionSet: { ...draft.plan.questionSet, questions: draft.plan.questionSet.questions.slice(1) } };
  show(<RoundPage roundRef="RD-0" />, { getRound: () => ({ ...draft, plan: lighter }) });
  expect(await screen.findByRole('heading', { level: 3, name: 'Lot 1: Therapies (AP-2027-1)' })).toBeTruthy();
  expect(screen.getByText(/^Quality 90%, price 10%\./)).toBeTruthy();
  expect(screen.getByText(/weigh 75 together\. They must make 100/)).toBeTruthy();
  expect(screen.getByText('For Therapies. Any of: HCPC, BACP, Nowhere; passes with: HCPC, BACP.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Change this round' }).getAttribute('href')).toContain('/rounds/RD-0/change');
});

it('the page of a published round has no way to change it', async () => {
  show(<RoundPage roundRef="RD-0" />, { getRound: () => plannedRound({ status: 'published' }) });
  expect(await screen.findByRole('heading', { level: 2, name: 'What the round asks' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Change this round' })).toBeNull();
});
