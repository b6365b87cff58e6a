import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { concern } from '../../testing/sample-concerns-of-duty.ts';
import { ConcernPage } from './ConcernPage.tsx';

const open = (first: ReturnType<typeof concern>) => {
  let now = first;
  const served = fakeService({
    getConcern: () => now,
    decideConcern: ({ body }) => {
      now = body.kind === 'close' ? { ...now, status: 'closed', outcome: body.outcome, may: [] } : { ...now, ordersPaused: true };
      return now;
    },
  });
  renderScreen(<ConcernPage concernRef={first.ref} />, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

it('one person pauses new orders of a provider, told that allowing them again needs a second', async () => {
  const served = open(concern());
  await press('Pause new orders');
  expect(screen.getByText(/You can pause alone; allowing orders again needs a second person/)).toBeTruthy();
  await press('Pause new orders');
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Pause new orders' }));
  expect(await screen.findByText('New orders of Greenway Learning are paused.')).toBeTruthy();
  expect(served.callsOf('decideConcern').map(({ body }) => body)).toEqual([{ kind: 'pause-orders' }]);
});

it('a concern is closed with how it ended and what was found', async () => {
  const served = open(concern({ status: 'under-enquiry', may: ['close'] }));
  await press('Close the concern');
  await press('Close the concern');
  const summary = await screen.findByRole('group', { name: 'There is a problem' });
  expect(
    within(summary)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Choose how it ended', 'Enter what was found']);
  await userEvent.click(screen.getByRole('radio', { name: 'Put right' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'What was found?' }), 'The fence is new.');
  await press('Close the concern');
  expect(await screen.findByText('The concern is closed.')).toBeTruthy();
  expect(await screen.findByText('Nothing more is to be done about it.')).toBeTruthy();
  expect(served.callsOf('decideConcern').map(({ body }) => body)).toEqual([
    { kind: 'close', outcome: 'put-right', text: 'The fence is new.' },
  ]);
  expect(bannedWordOnPage()).toBeUndefined();
});

it('a concern names those about the same provider that are looked into together', async () => {
  open(concern());
  const others = await screen.findByRole('region', { name: 'Looked into together' });
  expect(within(others).getByRole('link', { name: 'CN-9T3M1X' }).getAttribute('href')).toBe('/commissioning/concerns/CN-9T3M1X');
});
