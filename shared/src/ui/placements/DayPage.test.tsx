import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { aPlacementsDay, overdueReviews, placementRows, placementsDay } from '../testing/sample-placements.ts';
import { PlacementsPage } from './PlacementsPage.tsx';

const [silent, present] = placementRows;
if (!silent || !present) throw new Error('The sample has a morning.');
const confirmed = aPlacementsDay({ rows: [silent, { ...present, code: 'B', confirmedBy: 'Sam Oduya' }] });

const show = async (answers: Parameters<typeof fakeService>[0] = {}, path = '') => {
  const served = fakeService({ listDaySessions: () => aPlacementsDay(), listOverdueReviews: () => overdueReviews, ...answers });
  const { went } = renderScreen(<PlacementsPage />, served.api, { place: { at: 'placements', path }, service: served.service });
  await screen.findByRole('heading', { level: 1, name: /13 April 2027/ });
  return { ...served, went };
};
const chosen = (name: RegExp) => screen.getByRole('checkbox', { name });

describe('the placements of a day', () => {
  it('puts first whose whereabouts nobody knows, and the overdue reviews beside it', async () => {
    await show();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Find out where the pupil is (1)',
      'To confirm (1)',
      'Nothing to say yet (2)',
      'Overdue reviews',
    ]);
    const first = within(screen.getByRole('list', { name: 'Find out where the pupil is' }));
    expect(first.getByText('Not reported in time. Treat it like an absence')).toBeTruthy();
    expect(await screen.findByText('Due by 26 March 2027')).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('R25: confirms all that have a suggested code at once, and takes them back by one button', async () => {
    let answer = { ...confirmed, refused: [] as { ref: string; half: 'am' | 'pm'; detail: string }[] };
    const { callsOf } = await show({ confirmSessions: () => answer });
    await userEvent.click(screen.getByRole('button', { name: 'Choose those with a suggested code: 1' }));
    expect([chosen(/^Choose Y9-014, morning/), chosen(/^Choose Y10-003, morning/)].map((box) => (box as HTMLInputElement).checked)).toEqual(
      [true, false],
    );
    await userEvent.click(screen.getByRole('button', { name: 'Confirm 1 session' }));
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
    expect(screen.getByText(/^Confirmed as B, .*by Sam Oduya$/)).toBeTruthy();
    answer = { ...aPlacementsDay(), refused: [] };
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Choose those with a suggested code: 1' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    const key = { ref: present.ref, half: 'am' };
    expect(callsOf('confirmSessions').map(({ body }) => body)).toEqual([
      { date: placementsDay, sessions: [{ ...key, code: 'B' }] },
      { date: placementsDay, sessions: [key] },
    ]);
  });

  it('choosing a code chooses the session; a session without a code is named, and nothing is sent', async () => {
    const { callsOf } = await show({
      confirmSessions: () => ({ ...confirmed, refused: [{ ref: silent.ref, half: 'am', detail: 'Only the school.' }] }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Confirm the chosen sessions' }));
    expect(await screen.findByText('Choose the sessions to confirm')).toBeTruthy();
    await userEvent.click(chosen(/^Choose Y10-003, morning/));
    await userEvent.click(screen.getByRole('button', { name: 'Confirm 1 session' }));
    expect(await screen.findByText('Choose a code for each session that you ticked')).toBeTruthy();
    expect(callsOf('confirmSessions')).toHaveLength(0);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Code for Y10-003, morning/ }), 'N');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Code for Y9-014, morning/ }), 'L');
    await userEvent.click(screen.getByRole('button', { name: 'Confirm 2 sessions' }));
    expect(await screen.findByText('Y10-003, morning: Only the school.')).toBeTruthy();
    expect(callsOf('confirmSessions')).toHaveLength(1);
  });

  it('says that nothing was recorded where the service refuses', async () => {
    const refuse = () => {
      throw new Refuse('busy-try-later', 'The register is busy. Try again in a moment: nothing is done twice.');
    };
    await show({ confirmSessions: refuse });
    await userEvent.click(screen.getByRole('button', { name: /^Choose those/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Confirm 1 session' }));
    expect(await screen.findByText(/The register is busy/)).toBeTruthy();
  });

  it('goes to the days beside it and to one that is typed; each has an address', async () => {
    const { went, callsOf } = await show({}, '2027-04-13');
    expect(callsOf('listDaySessions')[0]?.query.get('date')).toBe('2027-04-13');
    await userEvent.click(screen.getByRole('link', { name: 'Monday 12 April 2027' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Another day' }), '27 3 2027');
    await userEvent.click(screen.getByRole('button', { name: 'Show this day' }));
    expect(went).toEqual([
      { at: 'placements', path: '2027-04-12' },
      { at: 'placements', path: '2027-03-27' },
    ]);
  });

  it('row 72: a commissioner reads every school’s sessions by name of the school, and confirms none', async () => {
    const rows = placementRows.map((row, index) => ({ ...row, may: false, buyerName: index === 0 ? 'Hilltop School' : row.buyerName }));
    await show({ listDaySessions: () => aPlacementsDay({ rows }) });
    expect(screen.getByText(/^Hilltop School\. Harbour Learning, Day centre/)).toBeTruthy();
    expect([
      ...screen.queryAllByRole('checkbox'),
      ...screen.queryAllByRole('combobox'),
      ...screen.queryAllByRole('button', { name: /^Confirm/ }),
    ]).toEqual([]);
  });
});
