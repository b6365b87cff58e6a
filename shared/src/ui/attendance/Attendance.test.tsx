import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { AttendanceReply } from '../../contract/attendance.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { CallOffPage } from '../call-offs/CallOffPage.tsx';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { callOff, order } from '../forms/testing/samples.ts';

const monday = localDate('2027-04-12');
const tuesday = localDate('2027-04-13');
const sessions: AttendanceReply['sessions'] = [
  { date: tuesday, half: 'am', unreported: false, begun: false, because: 'Not begun yet.' },
  { date: monday, half: 'pm', unreported: true, begun: true, because: 'Not reported: this is not presence (R22).' },
  {
    date: monday,
    half: 'am',
    mark: 'present',
    markedAt: '2027-04-12T08:05:00Z',
    unreported: false,
    begun: true,
    suggested: 'B',
    because: 'Present and supervised off site, at what the school approved (R23).',
  },
];
const attendance = (told: Partial<AttendanceReply> = {}): AttendanceReply => ({
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  sessions,
  owed: { unit: 'day', units: 1.5, unreported: 1 },
  may: true,
  ...told,
});

const show = async (answers: Parameters<typeof fakeService>[0] = {}) => {
  const served = fakeService({
    getCallOff: () => callOff({ status: 'ordered', orderNumber: 'AP-000123', orderState: 'active', waitingFor: [] }),
    getOrder: () => order({ state: 'active', may: [] }),
    getAttendance: () => attendance(),
    ...answers,
  });
  renderScreen(<CallOffPage callOffRef="CO-7K3MQ9" />, served.api, { service: served.service });
  await userEvent.click(await screen.findByRole('button', { name: 'Attendance' }));
  return served;
};

describe('attendance of an order', () => {
  it('is asked for when it is opened, and says what was reported, what is suggested and what is owed', async () => {
    const { callsOf } = await show();
    const rows = within(await screen.findByRole('list', { name: 'To confirm' }));
    for (const words of ['Present, reported at 9:05am', 'Not reported in time. Treat it like an absence', /^Suggested: B\./])
      expect(rows.getByText(words)).toBeTruthy();
    expect(screen.getByText(/Up to yesterday 1.5 days are owed.*Nobody reported 1 session/)).toBeTruthy();
    expect(callsOf('getAttendance')).toHaveLength(1);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('R25: confirms the suggested code, or another; nothing is chosen where nothing is suggested', async () => {
    const confirmed = attendance({
      sessions: sessions.map((each) => (each.half === 'am' && each.begun ? { ...each, code: 'B', confirmedBy: 'Sam Oduya' } : each)),
    });
    const { callsOf } = await show({ commandSession: () => confirmed });
    expect(await screen.findByRole('combobox', { name: 'Code for Monday 12 April 2027, afternoon' })).toHaveProperty('value', '');
    await userEvent.click(screen.getByRole('button', { name: 'Confirm B: Monday 12 April 2027, morning' }));
    expect(await screen.findByText(/^Confirmed as B, .*by Sam Oduya$/)).toBeTruthy();
    expect(callsOf('commandSession').map(({ body }) => body)).toEqual([{ kind: 'confirm', date: monday, half: 'am', code: 'B' }]);
  });

  it('tells the provider ahead, and says why where it cannot be', async () => {
    const refuse = () => {
      throw new Refuse('dates-not-allowed', 'This session has begun. Ring the provider.', '/date');
    };
    const { callsOf } = await show({ commandSession: refuse });
    await userEvent.click(await screen.findByRole('button', { name: 'The pupil will not come: Tuesday 13 April 2027, morning' }));
    expect(await screen.findByText('This session has begun. Ring the provider.')).toBeTruthy();
    expect(callsOf('commandSession').map(({ body }) => body)).toEqual([{ kind: 'tell-absence', date: tuesday, half: 'am' }]);
  });

  it('offers whoever may do nothing no act', async () => {
    await show({ getAttendance: () => attendance({ may: false }) });
    const rows = within(await screen.findByRole('list', { name: 'To confirm' }));
    expect([...rows.queryAllByRole('button'), ...rows.queryAllByRole('combobox')]).toEqual([]);
  });
});
