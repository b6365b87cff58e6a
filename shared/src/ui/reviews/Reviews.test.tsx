import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ReviewsReply } from '../../contract/reviews.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, order } from '../forms/testing/samples.ts';

const due = localDate('2027-05-28');
const reviews = (told: Partial<ReviewsReply> = {}): ReviewsReply => ({
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  reviews: [],
  dueOn: [due],
  nextDueOn: due,
  overdue: true,
  may: true,
  ...told,
});
const held: ReviewsReply['reviews'][number] = {
  heldOn: localDate('2027-05-20'),
  participants: ['school', 'provider', 'parent-or-carer'],
  progress: 'behind',
  decision: 'continue',
  note: 'Shorter mornings help.',
  recordedBy: 'Priya Nair',
};

const show = async (answers: Parameters<typeof fakeService>[0] = {}) => {
  const served = fakeService({
    getCallOff: () => callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'active', waitingFor: [] }),
    getOrder: () => order({ state: 'active', may: [] }),
    getReviews: () => reviews(),
    ...answers,
  });
  renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" />, served.api, { service: served.service });
  await userEvent.click(await screen.findByRole('button', { name: 'Reviews' }));
  return served;
};

const answer = async (): Promise<void> => {
  const form = within(await screen.findByRole('form', { name: 'Record a review' }));
  await userEvent.type(form.getByLabelText('When was the review held?'), '20 5 2027');
  await userEvent.click(form.getByLabelText('The school'));
  await userEvent.click(form.getByLabelText('A parent or carer'));
  await userEvent.click(form.getByLabelText('Some progress, but behind what was agreed'));
  await userEvent.click(form.getByLabelText('Go on as agreed'));
  await userEvent.click(form.getByRole('button', { name: 'Record the review' }));
};

describe('reviews of an order (R5)', () => {
  it('are asked for when they are opened, and say which one is overdue', async () => {
    const { callsOf } = await show();
    expect(await screen.findByText(/^A review was due by .*28 May 2027/)).toBeTruthy();
    expect(screen.getByText('No review is recorded yet.')).toBeTruthy();
    expect(callsOf('getReviews')).toHaveLength(1);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('row 58: one that was held with the provider is recorded, and stands with what it decided', async () => {
    const { callsOf } = await show({
      recordReview: () => reviews({ reviews: [held], dueOn: [due], nextDueOn: undefined, overdue: false }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Record a review' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Record the review' }));
    for (const name of ['Mark who took part', 'Choose what was decided']) expect(screen.getByRole('link', { name })).toBeTruthy();
    await answer();
    const list = within(await screen.findByRole('list', { name: 'Reviews that were held' }));
    for (const words of [
      'The school, The provider, A parent or carer',
      'Some progress, but behind what was agreed',
      'Shorter mornings help.',
    ])
      expect(list.getByText(words)).toBeTruthy();
    expect(screen.getByText('Every review that was due is recorded.')).toBeTruthy();
    expect(callsOf('recordReview').map(({ body }) => body)).toEqual([
      { heldOn: '2027-05-20', participants: ['school', 'parent-or-carer'], progress: 'behind', decision: 'continue' },
    ]);
  });

  it('keeps what was typed when it is refused, and names the field', async () => {
    await show({
      recordReview: () => {
        throw new Refuse('review-incomplete', 'A review is held by the school with the provider. Mark both.', '/participants');
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Record a review' }));
    await answer();
    expect(await screen.findByRole('link', { name: 'A review is held by the school with the provider. Mark both.' })).toBeTruthy();
    expect((screen.getByLabelText('The school') as HTMLInputElement).checked).toBe(true);
  });

  it('offers no form to whoever does not lead the order', async () => {
    await show({ getReviews: () => reviews({ may: false, overdue: false }) });
    expect(await screen.findByText(/^The next review is due by .*28 May 2027/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Record a review' })).toBeNull();
  });
});
