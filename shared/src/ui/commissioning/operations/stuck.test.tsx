import { fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import type { Stuck } from '../../../domain/operations/stuck.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { stuckOfAll } from '../../testing/sample-stuck.ts';
import { StuckPage } from './StuckPage.tsx';

const open = (first: readonly Stuck[] = stuckOfAll(), state: 'sent' | 'over' = 'sent') => {
  const sent: unknown[] = [];
  let stuck = [...first];
  const served = fakeService({
    listStuck: () => ({ stuck: stuck as ReturnType<typeof stuckOfAll> }),
    replayStuck: (call) => {
      sent.push(call);
      stuck = stuck.slice(1);
      return { state };
    },
    setStuckAside: (call) => {
      sent.push(call);
      stuck = stuck.slice(1);
      return { state: 'set-aside' as const };
    },
  });
  renderScreen(<StuckPage />, served.api, { service: served.service });
  return sent;
};
const inDialog = async () => within(await screen.findByRole('alertdialog'));

it('of each thing that is stuck it is told since when and why, and offers only what can be done about it', async () => {
  open();
  const [poisoned, , row, message, command] = await within(await screen.findByRole('list', { name: 'What is stuck' })).findAllByRole(
    'listitem',
  );
  expect(poisoned?.textContent).toContain('Send approval mail for CO-7K3M-9QXT');
  expect(poisoned?.textContent).toContain('Tuesday 24 November 2026');
  const buttons = (entry: HTMLElement | undefined) =>
    within(entry as HTMLElement)
      .queryAllByRole('button')
      .map((each) => each.textContent);
  expect(buttons(poisoned)).toEqual(['Try again for CO-7K3M-9QXT-v1-1', 'Set aside for CO-7K3M-9QXT-v1-1']);
  expect(buttons(row)).toEqual([]);
  expect(buttons(message)).toEqual(['Set aside for message-5f1d2c90aa41']);
  expect(buttons(command)).toEqual([]);
  expect(command?.textContent).toContain('Submit call off');
  expect(bannedWordOnPage()).toBeUndefined();
});

it('what is stuck is tried again after one more question, which is said, and leaves the page', async () => {
  const sent = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Try again for CO-7K3M-9QXT-v1-1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(sent).toEqual([]);
  fireEvent.click((await inDialog()).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('It is being tried again. It leaves this page when it is done.')).toBeTruthy();
  expect(sent).toMatchObject([{ body: { id: 'CO-7K3M-9QXT-v1-1' } }]);
  expect(screen.queryByText('Send approval mail for CO-7K3M-9QXT')).toBeNull();
});

it('what went on meanwhile is said to have gone on', async () => {
  open(undefined, 'over');
  fireEvent.click(await screen.findByRole('button', { name: 'Try again for CO-7K3M-9QXT-v1-1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  fireEvent.click((await inDialog()).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('It went on meanwhile: nothing was sent.')).toBeTruthy();
});

it('what is stuck is set aside with a reason, without which nothing is sent', async () => {
  const sent = open();
  fireEvent.click(await screen.findByRole('button', { name: 'Set aside for CO-7K3M-9QXT-v1-1' }));
  fireEvent.click(screen.getByRole('button', { name: 'Set aside' }));
  expect((await screen.findAllByText('Choose why')).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByLabelText('It was told or done in another way'));
  fireEvent.click(screen.getByRole('button', { name: 'Set aside' }));
  fireEvent.click((await inDialog()).getByRole('button', { name: 'Set aside' }));
  expect(await screen.findByText('It is set aside.')).toBeTruthy();
  expect(sent).toMatchObject([{ body: { id: 'CO-7K3M-9QXT-v1-1', why: 'told-otherwise' } }]);
});

it('where nothing is stuck, that is said', async () => {
  open([]);
  expect(await screen.findByText('Nothing is stuck')).toBeTruthy();
});
