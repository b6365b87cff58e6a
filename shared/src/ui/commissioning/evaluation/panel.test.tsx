import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { meAs } from '../../forms/testing/samples.ts';
import { evaluation, lotApplication, openedApplication } from '../../testing/sample-rounds.ts';
import { officer } from '../../testing/sample-tenders.ts';
import { LotApplicationPage } from './LotApplicationPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const open = (answers: Answers) => {
  const served = fakeService({ getMe: () => officer('evaluation-lead'), getEvaluation: () => evaluation(), ...answers });
  renderScreen(<LotApplicationPage applicationRef="A-1-AP-2026-1" />, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

it('scores and price stay sealed until all are in', async () => {
  open({ getLotApplication: () => lotApplication() });
  expect(await screen.findByText('Shown after moderation, so that it sways nobody')).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Scores' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Moderation' })).toBeNull();
});

it('an application is given to somebody who may evaluate', async () => {
  const served = open({ getLotApplication: () => lotApplication(), assignEvaluator: () => lotApplication() });
  await press('Give it to an evaluator');
  await userEvent.click(screen.getByRole('radio', { name: 'Bo Third' }));
  await press('Give it to an evaluator');
  expect(await screen.findByText('Bo Third can declare an interest and score it now.')).toBeTruthy();
  expect(served.callsOf('assignEvaluator').map(({ body }) => body)).toEqual([
    { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '66666666-6666-4666-8666-666666666666' },
  ]);
});

it('the lead records what the panel agreed, beside what each gave', async () => {
  const served = open({ getLotApplication: () => openedApplication(), moderateLot: () => openedApplication({ status: 'moderated' }) });
  const scores = await screen.findByRole('region', { name: 'Scores' });
  expect(within(scores).getByRole('row', { name: /keep children safe\? 4 of 5\. Clear and complete\. 2 of 5\. Thin\./ })).toBeTruthy();
  const question = (number: number) => within(screen.getByRole('region', { name: `Question ${number}` }));
  await userEvent.click(question(1).getByRole('radio', { name: /^3:/ }));
  await userEvent.type(question(1).getByRole('textbox', { name: 'Why?' }), 'Agreed.');
  await userEvent.click(question(2).getByRole('radio', { name: 'Pass' }));
  await userEvent.type(question(2).getByRole('textbox', { name: 'Why?' }), 'All of them.');
  await press('Record what the panel agreed');
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Record what the panel agreed' }));
  expect(await screen.findByText('What the panel agreed is recorded.')).toBeTruthy();
  expect(served.callsOf('moderateLot').map(({ body }) => body)).toEqual([
    {
      marks: {
        q1: { kind: 'scored', score: 3, comment: 'Agreed.' },
        q2: { kind: 'pass-or-fail', pass: true, comment: 'All of them.' },
      },
    },
  ]);
});

it('a commissioner who does not lead the panel moderates nothing', async () => {
  open({ getMe: () => ({ ...meAs(), commissioner: true }), getLotApplication: () => openedApplication() });
  expect(await screen.findByText('The lead of the panel records what it agrees on.')).toBeTruthy();
});
