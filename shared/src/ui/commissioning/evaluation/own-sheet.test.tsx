import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { OwnSheetReply } from '../../../contract/evaluation.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { ownSheet } from '../../testing/sample-tenders.ts';
import { OwnSheetPage } from './OwnSheetPage.tsx';

const open = (first: OwnSheetReply) => {
  let now = first;
  const served = fakeService({
    getOwnSheet: () => now,
    declareInterest: ({ body }) => {
      now = body.conflict ? { ...now, status: 'conflicted', interest: { conflict: true } } : ownSheet();
      return now;
    },
    saveScores: ({ body }) => {
      now = { ...now, marks: { ...now.marks, ...body.marks } };
      return now;
    },
    submitScores: () => {
      now = { ...now, status: 'submitted' };
      return now;
    },
  });
  renderScreen(<OwnSheetPage sheetRef={first.ref} />, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const question = (number: number) => within(screen.getByRole('region', { name: `Question ${number}` }));

it('an evaluator declares their interest before they see any answer', async () => {
  const served = open(ownSheet({ status: 'assigned', questions: [], marks: {} }));
  await press('Declare');
  expect(await screen.findByRole('link', { name: 'Choose whether you have an interest' })).toBeTruthy();
  expect(screen.queryByText(/Every member of staff/)).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'No, I have no interest in this applicant' }));
  await press('Declare');
  expect(await screen.findByText(/Every member of staff/)).toBeTruthy();
  expect(served.callsOf('declareInterest').map(({ body }) => body)).toEqual([{ conflict: false }]);
});

it('a score needs a comment; only what changed is kept', async () => {
  const served = open(ownSheet());
  await screen.findByText('1 of 2 questions are marked');
  await userEvent.click(question(2).getByRole('radio', { name: 'Pass' }));
  await press('Save');
  await userEvent.click(await screen.findByRole('link', { name: 'Enter why, for question 2' }));
  await userEvent.keyboard('They accept all of them.');
  await press('Save');
  expect(await screen.findByText('Your scores are saved. You can go on later.')).toBeTruthy();
  expect(screen.getByText('2 of 2 questions are marked')).toBeTruthy();
  expect(served.callsOf('saveScores').map(({ body }) => body)).toEqual([
    { marks: { q2: { kind: 'pass-or-fail', pass: true, comment: 'They accept all of them.' } } },
  ]);
});

it('scores are submitted when all are given, after a second question, and are locked then', async () => {
  const served = open(ownSheet());
  await press('Submit the scores');
  expect(await screen.findByRole('link', { name: 'Choose a mark for question 2: Do you accept the terms?' })).toBeTruthy();
  await userEvent.click(question(2).getByRole('radio', { name: 'Fail' }));
  await userEvent.type(question(2).getByRole('textbox', { name: 'Why?' }), 'They strike out clause 4.');
  await press('Submit the scores');
  expect(served.callsOf('submitScores')).toEqual([]);
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Submit the scores' }));
  expect(await screen.findByText(/Your scores are locked/)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.getByRole('row', { name: 'Do you accept the terms? Fail They strike out clause 4.' })).toBeTruthy();
  expect(bannedWordOnPage()).toBeUndefined();
});
