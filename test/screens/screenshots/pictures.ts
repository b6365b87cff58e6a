import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { Page } from 'playwright-core';
import { type Face, openWindow, pictureOfPage, pictureOfTab, tabOf } from './camera.ts';
import type { Story } from './story.ts';

/** Where the parts of the run are, and what has happened in it. */
export interface Scene {
  readonly window: string;
  readonly story: Story;
}

/** One screen as a person sees it. */
export interface Picture {
  readonly name: string;
  readonly person: string;
  readonly caption: string;
  readonly take: (page: Page, scene: Scene, face: Face) => Promise<Buffer>;
}

const titles: Readonly<Record<string, string>> = {
  senco: 'The SENCO',
  'head-teacher': 'The head teacher, who approves',
  commissioner: 'The commissioner',
};
export const titleOf = (person: string): string => titles[person] ?? person;

interface InTab {
  readonly path: string | ((story: Story) => string);
  /** Stands on the screen once it is whole. */
  readonly shows: string | RegExp | ((story: Story) => string);
  /** The draft of the SENCO is on this page of the form. */
  readonly step?: string;
}

/** A screen of the tab. */
const inTab = (person: string, name: string, caption: string, { path, shows, step }: InTab): Picture => ({
  name: `${person}-${name}`,
  person,
  caption,
  take: async (page, { window, story }, face) => {
    if (step !== undefined) await story.draftAt(step);
    const to = typeof path === 'string' ? path : path(story);
    await openWindow(page, window, person, `&subPage=${encodeURIComponent(to)}`, face);
    await tabOf(page)
      .getByText(typeof shows === 'function' ? shows(story) : shows)
      .first()
      .waitFor();
    return pictureOfTab(page, face);
  },
});

const formPage = (step: string, name: string, caption: string, shows: string | RegExp): Picture =>
  inTab('senco', `request-${name}`, caption, { path: ({ draftPath }) => draftPath, shows, step });

/** A page of the commissioners' area in the tab. */
const commissioning = (name: string, caption: string, path: string, shows: string | RegExp): Picture =>
  inTab('commissioner', `area-${name}`, caption, { path: `/commissioning${path}`, shows });

/** A list of SharePoint, as a commissioner opens it. */
const list = (title: string, name: string, caption: string, shows: (story: Story) => string): Picture => ({
  name: `commissioner-${name}`,
  person: 'commissioner',
  caption,
  take: async (page, { window, story }, face) => {
    await openWindow(page, window, 'commissioner', '&area=lists', face);
    await page.getByRole('combobox', { name: /list/i }).first().selectOption({ label: title });
    await page.getByText(shows(story)).first().waitFor();
    return pictureOfPage(page, face);
  },
});

export const pictures: readonly Picture[] = [
  inTab('senco', 'directory', 'The directory: what the pupil needs, and where', { path: '/directory', shows: /\d+ services? near/ }),
  inTab('senco', 'results', 'Results of a search with filters', {
    path: '/directory?text=mentoring&needs=SEMH&age=14',
    shows: /\d+ services? near/,
  }),
  inTab('senco', 'service', 'One service: price, places, and who checked what', {
    path: ({ serviceRef }) => `/services/${serviceRef}`,
    shows: 'Checks that your school must still make itself',
  }),
  formPage('school-and-pupil', '1-pupil', 'A request, page by page: the pupil, without a name', "Your school's own reference"),
  formPage('payer', '2-payer', 'Who arranges and who pays', 'Who pays?'),
  formPage('days', '3-days', 'The days, with the price beside them', 'Total with VAT'),
  formPage('why', '4-why', 'Why this provider', 'What the placement is for'),
  formPage('check', '5-check', 'Check the answers before sending', 'What the provider will be told'),
  inTab('senco', 'sent', 'Sent: the reference, and what happens next', {
    path: ({ waiting }) => `/requests/${waiting}?sent=1`,
    shows: 'What happens next',
  }),
  inTab('senco', 'my-requests', 'My requests', { path: '/requests', shows: ({ ordered }) => ordered }),
  inTab('senco', 'request', 'One request, ordered', { path: ({ ordered }) => `/requests/${ordered}`, shows: /AP-\d{6}/ }),
  inTab('senco', 'order', 'A placement that runs: what was recorded before it, and what can be done now', {
    path: ({ placements }) => `/requests/${placements.running}`,
    shows: 'What you can do',
  }),
  inTab('senco', 'order-on-paper', 'The order on paper, to print or as PDF', {
    path: ({ placements }) => `/invoices/document/${placements.running}`,
    shows: 'Whom to ring',
  }),
  inTab('senco', 'charges', 'What is owed for an order by its attendance, beside what was invoiced', {
    path: ({ placements }) => `/invoices/order/${placements.running}`,
    shows: 'Charges',
  }),
  inTab('senco', 'block-purchase', 'A joint block purchase while schools pledge', {
    path: ({ placements }) => `/block-purchases/${placements.block}/${sampleSchoolRef}`,
    shows: 'Pledges so far',
  }),
  inTab('senco', 'placements', 'The placements of a day, with what their providers report', { path: '/placements', shows: 'P-0185' }),
  inTab('senco', 'ask-providers', 'Providers are asked, or hold a competition', {
    path: ({ serviceRef }) => `/enquiries/ask/${serviceRef}`,
    shows: 'What do you want to do?',
  }),
  inTab('senco', 'competition', 'A competition: the answers of its providers side by side', {
    path: ({ placements }) => `/enquiries/${placements.competition}`,
    shows: 'What you can do',
  }),
  {
    name: 'senco-channel',
    person: 'senco',
    caption: 'The directory in a channel: the same for everybody',
    take: async (page, { window }, face) => {
      await openWindow(page, window, 'senco', '&area=channel', face);
      const add = page.getByRole('button', { name: 'Add the app to the channel' });
      await add
        .or(page.getByRole('button', { name: 'Settings of the tab' }))
        .first()
        .waitFor();
      if (await add.isVisible()) {
        await add.click();
        await tabOf(page).getByLabel('Where should distances be measured from?').fill('DT1');
        await tabOf(page)
          .getByText(/^\d+ services? near DT1\./)
          .waitFor();
        await page.getByRole('button', { name: 'Save' }).click();
      }
      await tabOf(page)
        .getByRole('heading', { name: /services? near DT1/ })
        .waitFor();
      return pictureOfTab(page, face);
    },
  },
  {
    name: 'senco-compose-box',
    person: 'senco',
    caption: 'The message extension: a service found while writing in a chat',
    take: async (page, { window }, face) => {
      await openWindow(page, window, 'senco', '&area=chat', face);
      await page.getByRole('button', { name: 'Find provision' }).click();
      const panel = page.getByRole('region', { name: 'Find provision' });
      await panel.getByRole('searchbox').fill('hair and beauty DT1');
      await panel
        .getByRole('list', { name: 'Results' })
        .getByRole('button', { name: /Hair and beauty studio/ })
        .first()
        .waitFor();
      return pictureOfPage(page, face, panel);
    },
  },
  inTab('head-teacher', 'waiting', 'What waits for a decision', { path: '/waiting', shows: ({ waiting }) => waiting }),
  {
    name: 'head-teacher-card',
    person: 'head-teacher',
    caption: 'The card in the chat',
    take: async (page, { window, story }, face) => {
      await openWindow(page, window, 'head-teacher', '&area=chat', face);
      const card = page.locator('.message', { hasText: `Approve ${story.waiting}?` });
      await card.waitFor();
      return pictureOfPage(page, face, card);
    },
  },
  inTab('head-teacher', 'approval', 'The page of a request that waits for a decision', {
    path: ({ waiting }) => `/requests/${waiting}`,
    shows: 'Your decision',
  }),
  list('CallOffs', 'call-offs', 'The list of call-offs', ({ ordered }) => ordered),
  list('QaChecks', 'checks', 'The list of quality assurance checks', () => 'passed'),
  inTab('commissioner', 'held-order', 'An order that was held, and what the commissioner can do', {
    path: ({ held }) => `/requests/${held}`,
    shows: 'Send the order',
  }),
  commissioning('home', 'The commissioning area of the tab', '', 'Commissioning'),
  commissioning('frameworks', 'The frameworks, and where each stands', '/frameworks', 'Frameworks'),
  commissioning('plan-round', 'A round is planned: lots, weights, questions', '/rounds/plan', 'Plan a round'),
  commissioning('rounds', 'The rounds of applications', '/rounds', 'Applications'),
  commissioning('awards', 'Awards, from the proposal to the signed agreement', '/awards', 'Awards'),
  commissioning('import-award', 'An award that was made on a portal is brought in', '/awards/import', /award/),
  commissioning('quality', 'The calendar of quality: what runs out, and what waits', '/quality', 'Quality'),
  commissioning('passport', 'The passport of a provider: each check with its evidence', '/quality/providers/P-0001', /^Passport of /),
  commissioning('limits', 'What is left of the value of each framework, and what is allowed beyond a limit', '/limits', 'Limits'),
  commissioning('visits', 'Visits: due, planned, open actions, and earlier ones', '/quality/visits', 'Visits'),
  commissioning(
    'registration',
    'How near providers are to having to register as a school',
    '/quality/registration',
    'Registration as a school',
  ),
  commissioning('concerns', 'Concerns, for the officers on duty', '/concerns', 'Concerns'),
  commissioning('notices', 'Notices: what was told to whom', '/notices', /report of 14 May 2018/),
  commissioning('events', 'Events, those of the sample that were held among them', '/events', 'Information event about the framework'),
  commissioning('survey', 'A survey before it opens: whom it asks, and what', '/surveys/SV-2017-05', 'Might your school be interested'),
  commissioning('value', 'Value for money: spend, and what each order saves by which sum', '/value', 'Savings ledger'),
  commissioning('open-data', 'Files of open data, and what is never in one', '/open-data', 'What is never in a file'),
  commissioning('stuck', 'What does not go on by itself, and what can be done about it', '/stuck', /cannot be read/i),
  commissioning('imports', 'A file of schools or providers is checked and imported', '/imports', 'Import'),
];
