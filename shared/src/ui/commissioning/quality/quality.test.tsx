import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { calendar, check, heldStanding, passport, standing } from '../../testing/sample-quality.ts';
import { visits } from '../../testing/sample-visits.ts';
import { CalendarPage } from './CalendarPage.tsx';
import { HeldPage } from './HeldPage.tsx';
import { PassportPage } from './PassportPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (screenOf: React.ReactElement, answers: Answers) => {
  const served = fakeService({ listVisits: () => visits(), listOwnChecks: () => ({ schools: [] }), ...answers });
  renderScreen(screenOf, served.api, { service: served.service });
  return served;
};
const type = (name: string, text: string) => userEvent.type(screen.getByRole('textbox', { name }), text);
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('the calendar of checks', () => {
  it('tells what lapses next by week or by month, and whether evidence has come', async () => {
    const served = show(<CalendarPage />, { getQualityCalendar: () => calendar() });
    const next = await screen.findByRole('region', { name: 'Lapses next' });
    expect(
      within(next)
        .getAllByRole('table')
        .map((table) => table.querySelector('caption')?.textContent),
    ).toEqual(['Week of 8 March 2027', 'Week of 29 March 2027']);
    expect(within(next).getByRole('row', { name: 'Harbour Mentoring Insurance (mandatory) 13 Mar 2027 Received' })).toBeTruthy();
    await press('Next 12 months, by month');
    expect(await within(await screen.findByRole('region', { name: 'Lapses next' })).findByText('March 2027')).toBeTruthy();
    expect(served.callsOf('getQualityCalendar').map(({ query }) => query.get('days'))).toEqual(['56', '365']);
  });

  it('leads from an overdue action to the visit that it came of', async () => {
    show(<CalendarPage />, { getQualityCalendar: () => calendar() });
    const overdue = within(await screen.findByRole('region', { name: 'Overdue actions' }));
    expect(overdue.getByRole('row', { name: 'Harbour Mentoring Visit V-7K3MQ9 20 Feb 2027 Not yet' })).toBeTruthy();
    expect(overdue.getByRole('link').getAttribute('href')).toBe('/commissioning/quality/visits/V-7K3MQ9');
  });

  it('names the standards whose words must be compared with a newer edition', async () => {
    show(<CalendarPage />, { getQualityCalendar: () => calendar() });
    const words = await screen.findByRole('region', { name: 'Words to read again' });
    expect(within(words).getByRole('row', { name: /safeguarding lead .* 2025 10 Jan 2026, by Kim Officer A newer edition/ })).toBeTruthy();
  });
});

describe('a hold', () => {
  it('is placed by one person, with a reason, after what follows was told and asked once more', async () => {
    const served = show(<PassportPage providerRef="P-0001" />, {
      getPassport: () => passport(),
      decideStanding: () => heldStanding(),
    });
    await press('Pause new orders');
    expect(screen.getByText(/Schools read a neutral sentence, never the reason/)).toBeTruthy();
    await press('Pause new orders');
    expect(await screen.findByRole('link', { name: 'Enter a reason: it is kept with the provider' })).toBeTruthy();
    await type('Why?', 'The site was flooded.');
    await press('Pause new orders');
    expect(served.callsOf('decideStanding')).toEqual([]);
    await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Pause new orders' }));
    expect(await screen.findByText('New orders of Greenway Learning are paused.')).toBeTruthy();
    expect(served.callsOf('decideStanding').map(({ body }) => body)).toEqual([{ kind: 'place-hold', reason: 'The site was flooded.' }]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('is lifted by a second person: the page says so, and so does the refusal', async () => {
    show(<HeldPage />, {
      listHeldProviders: () => ({ held: [{ ...heldStanding(), liveOrders: 3, unanswered: 1 }] }),
      decideStanding: () => {
        throw new Refuse('not-allowed', 'You paused it: a second person must allow orders again.');
      },
    });
    expect(await screen.findByText('Active. 3 live orders, of which 1 waits for the school to decide.')).toBeTruthy();
    await press('Allow orders again for Greenway Learning');
    expect(screen.getByText(/this needs a second person/)).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /A mandatory check has lapsed/ }));
    await type('How was it put right?', 'The new policy document was seen.');
    await press('Allow orders again');
    expect(await screen.findByText('You paused it: a second person must allow orders again.')).toBeTruthy();
  });
});

describe('a check', () => {
  it('is passed with every confirmation only, and with days as people write them', async () => {
    const served = show(<PassportPage providerRef="P-0001" />, {
      getPassport: () => passport({ standing: standing({ may: [] }), checks: [check()] }),
      decideCheck: () => check({ outcome: 'passed' }),
    });
    await press('Pass the check for Insurance');
    await type('When was it checked?', '2 3 2027');
    await type('Until when does it hold?', '31/2/2028');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Public liability insurance' }));
    await type('What was looked at?', 'Both schedules, and who is insured.');
    await press('Pass the check');
    const summary = await screen.findByRole('group', { name: 'There is a problem' });
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Enter a real date, such as 27 3 2027', 'Mark each of them: without all of them it cannot be passed']);
    await userEvent.click(screen.getByRole('checkbox', { name: "Employers' liability insurance" }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Until when does it hold?' }));
    await type('Until when does it hold?', '1/3/2028');
    await press('Pass the check');
    expect(await screen.findByText('Insurance is passed.')).toBeTruthy();
    expect(served.callsOf('decideCheck').map(({ body }) => body)).toEqual([
      {
        kind: 'pass',
        checkedOn: '2027-03-02',
        expiresOn: '2028-03-01',
        confirmed: ['public-liability', 'employers-liability'],
        confirmation: 'Both schedules, and who is insured.',
      },
    ]);
  });

  it('shows whoever may approve a waiver who asks for it and why', async () => {
    const served = show(<PassportPage providerRef="P-0001" />, { getPassport: () => passport(), decideCheck: () => check() });
    await press('Approve the waiver for Policies');
    expect(screen.getByText('Kim Officer asks for it: The new policy goes to the trustees on 20 March.')).toBeTruthy();
    await press('Approve the waiver');
    expect(await screen.findByText('The waiver is approved.')).toBeTruthy();
    expect(served.callsOf('decideCheck').map(({ params, body }) => [params, body])).toEqual([
      [{ ref: 'Q-0002' }, { kind: 'approve-waiver' }],
    ]);
  });
});
