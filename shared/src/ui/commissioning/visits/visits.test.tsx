import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { localDate } from '../../../domain/days/local-date.ts';
import { bannedWordOnPage } from '../../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { checkedSchool } from '../../testing/sample-own-checks.ts';
import { passport } from '../../testing/sample-quality.ts';
import { heldVisit, visit, visits } from '../../testing/sample-visits.ts';
import { PassportPage } from '../quality/PassportPage.tsx';
import { VisitPage } from './VisitPage.tsx';
import { VisitsPage } from './VisitsPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (page: React.ReactElement, answers: Answers) => {
  const served = fakeService({ listVisits: () => visits(), ...answers });
  renderScreen(page, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const field = (name: string) => screen.getByRole('textbox', { name });
const enter = async (name: string, text: string) => {
  await userEvent.click(field(name));
  await userEvent.paste(text);
};
const part = async (name: string) => within(await screen.findByRole('region', { name }));

it('row 23: who is due stands first, the never visited before the overdue; a planned day that has passed asks for what was found', async () => {
  show(<VisitsPage />, {});
  const due = await part('Due for a visit');
  expect(
    due
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual([
    expect.stringContaining('Forge SkillsAt once: never visited'),
    expect.stringContaining('Meadow FarmOverdue since 14 Feb 2027'),
    expect.stringContaining('Studio NorthBy 30 Mar 2027'),
  ]);
  const planned = await part('Planned');
  expect(planned.getByRole('row', { name: /Greenway Learning .* 25 Feb 2027 Overdue: record what was found/ })).toBeTruthy();
  const open = await part('Open actions');
  expect(open.getAllByRole('row').map((row) => row.textContent)).toEqual([
    expect.any(String),
    expect.stringContaining('Mend the gate.20 Feb 2027Overdue'),
    expect.stringContaining('Put up the new fire plan.12 Mar 2027Evidence to look at'),
  ]);
  expect(bannedWordOnPage()).toBeUndefined();
});

it('a visit is planned where the provider stands, and a day that has passed is refused beside its field', async () => {
  const refusal = 'Enter a day that is today or later.';
  let tries = 0;
  const served = show(<VisitsPage />, {
    planVisit: () => {
      tries += 1;
      if (tries === 1) throw new Refuse('dates-not-allowed', refusal, '/plannedFor');
      return visit({ providerName: 'Meadow Farm', plannedFor: localDate('2027-03-15') });
    },
  });
  await press('Plan a visit for Meadow Farm');
  await press('Plan a visit');
  expect(await screen.findByRole('link', { name: 'Enter the day of the visit' })).toBeTruthy();
  expect(served.callsOf('planVisit')).toEqual([]);
  await enter('For which day?', '1 3 2027');
  await press('Plan a visit');
  expect(await screen.findByRole('link', { name: refusal })).toBeTruthy();
  await userEvent.clear(field('For which day?'));
  await enter('For which day?', '15 3 2027');
  await press('Plan a visit');
  expect(await screen.findByText('A visit to Meadow Farm is planned for Monday 15 March 2027.')).toBeTruthy();
  expect(served.callsOf('planVisit').map(({ body }) => body)).toEqual([
    { providerRef: 'P-0004', plannedFor: '2027-03-01' },
    { providerRef: 'P-0004', plannedFor: '2027-03-15' },
  ]);
});

it('R21: what a visit looks at is asked one by one; the answers are kept with their questions, and nothing that names a pupil', async () => {
  const served = show(<VisitPage visitRef="V-2B4C6D" />, { decideVisit: () => heldVisit({ ref: 'V-2B4C6D' }) });
  await press('Record the visit');
  await enter('When was the visit?', '25 2 2027');
  await press('Record the visit');
  expect(await screen.findByRole('link', { name: /^Enter what was found/ })).toBeTruthy();
  const safety = 'How do you keep pupils safe while they are with you and on the way? (optional)';
  await enter(safety, 'A123456789012 came by taxi.');
  await press('Record the visit');
  expect((await screen.findAllByRole('link', { name: /pupil/ }))[0]?.getAttribute('href')).toBe(`#${field(safety).id}`);
  expect(served.callsOf('decideVisit')).toEqual([]);
  await userEvent.clear(field(safety));
  await enter(safety, 'Staff meet each taxi.');
  await enter('What else was found? (optional)', 'The fire plan is old.');
  await press('Record the visit');
  expect(await screen.findByText('The visit is recorded.')).toBeTruthy();
  expect(served.callsOf('decideVisit').map(({ body }) => body)).toEqual([
    {
      kind: 'record',
      heldOn: '2027-02-25',
      findings: 'How do you keep pupils safe while they are with you and on the way?\nStaff meet each taxi.\n\nThe fire plan is old.',
    },
  ]);
});

it('answers that are too long together are told before anything is sent', async () => {
  const served = show(<VisitPage visitRef="V-2B4C6D" />, {});
  await press('Record the visit');
  await enter('When was the visit?', '25 2 2027');
  await enter('How do you keep pupils safe while they are with you and on the way? (optional)', 'a'.repeat(400));
  await enter('What else was found? (optional)', 'b'.repeat(1_990));
  await press('Record the visit');
  expect(await screen.findByRole('link', { name: 'Shorten the answers by 460 characters: all together they are too long' })).toBeTruthy();
  expect(served.callsOf('decideVisit')).toEqual([]);
});

it('an action is evidenced and then marked as done, each by its own act; while one is open the visit cannot be closed', async () => {
  const link = 'Enter a link that begins with https:// and has 400 characters or fewer.';
  const served = show(<VisitPage visitRef="V-7K3MQ9" />, {
    decideVisit: ({ body }: { readonly body: { readonly link?: string } }) => {
      if (body.link === 'fire.example') throw new Refuse('link-not-allowed', link, '/link');
      return heldVisit();
    },
  } as Answers);
  expect(await screen.findByText('Next visit due')).toBeTruthy();
  expect(screen.getByText('By Thursday 13 January 2028')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Close the visit' })).toBeNull();
  await press('Record evidence for V-7K3MQ9-A1');
  await enter('Link to it (optional)', 'fire.example');
  await press('Record evidence');
  expect((await screen.findByRole('link', { name: link })).getAttribute('href')).toBe(`#${field('Link to it (optional)').id}`);
  await userEvent.clear(field('Link to it (optional)'));
  await enter('Link to it (optional)', 'https://council.example/gate');
  await press('Record evidence');
  expect(await screen.findByText('It is recorded that evidence is here.')).toBeTruthy();
  await press('Mark as done for V-7K3MQ9-A2');
  await press('Mark as done');
  expect(await screen.findByText('The action is done.')).toBeTruthy();
  expect(served.callsOf('decideVisit').map(({ body }) => body)).toEqual([
    { kind: 'evidence-action', actionRef: 'V-7K3MQ9-A1', link: 'fire.example' },
    { kind: 'evidence-action', actionRef: 'V-7K3MQ9-A1', link: 'https://council.example/gate' },
    { kind: 'finish-action', actionRef: 'V-7K3MQ9-A2' },
  ]);
});

it('a visit whose actions are all done is closed, once that is confirmed', async () => {
  const done = heldVisit({ actions: heldVisit().actions.filter(({ doneBy }) => doneBy !== undefined) });
  const served = show(<VisitPage visitRef="V-7K3MQ9" />, {
    listVisits: () => visits({ visits: [done] }),
    decideVisit: () => heldVisit({ status: 'closed' }),
  });
  await press('Close the visit');
  await press('Close the visit');
  await userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Close the visit' }));
  expect(await screen.findByText('The visit is closed.')).toBeTruthy();
  expect(served.callsOf('decideVisit').map(({ body }) => body)).toEqual([{ kind: 'close' }]);
});

it("a provider's passport has its visits and says when the next is due", async () => {
  const served = show(<PassportPage providerRef="P-0001" />, {
    getPassport: () => passport(),
    listOwnChecks: () => ({ schools: [checkedSchool()] }),
    listVisits: () => visits({ visits: [heldVisit()] }),
  });
  const own = await part('Visits');
  expect(await own.findByText('The next visit is due by Thursday 13 January 2028.')).toBeTruthy();
  expect(own.getByRole('link', { name: 'Greenway Learning (V-7K3MQ9)' })).toBeTruthy();
  expect(own.getByRole('button', { name: 'Plan a visit' })).toBeTruthy();
  const schools = await part("Schools' own checks");
  expect(
    await schools.findByRole('row', { name: /Oakfield School 3 Mar 2027 By Jo Smith. We visited the place.* 3 Mar 2028/ }),
  ).toBeTruthy();
  expect(served.callsOf('listVisits').map(({ query }) => query.get('providerRef'))).toEqual(['P-0001']);
});
