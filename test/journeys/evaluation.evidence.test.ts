import { addDays, formatDate, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { aService } from '../support/a-request.ts';
import { asPerson } from '../support/as-person.ts';
import { beginInBrowser } from '../support/browser-of-a-test.ts';
import { newPageOf } from '../support/chromium.ts';
import { accessibilityFaults, sidewaysPixels } from '../support/page-checks.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { applicants, atNoon, type TenderWalk, tenderDays, walkRound } from './tender-round.ts';

// From applications that came in to an award in its standstill, by the pages alone: each person in a window of their own.

let stack: TestStack;
let browser: Browser;
beginInBrowser(['azurite', 'tenant', 'register', 'functions', 'tab', 'window'], (opened) => {
  ({ stack, browser } = opened);
});

interface Opened {
  readonly page: Page;
  readonly tab: FrameLocator;
}

const openAs = async (key: string, subPage: string): Promise<Opened> => {
  const page = await newPageOf(browser);
  await page.goto(`${stack.window}/?${asPerson(key)}&subPage=${encodeURIComponent(subPage)}`);
  return { page, tab: page.frameLocator('iframe.tab-frame') };
};

/** Looks at the page as it stands, at the width of Teams and of a phone. */
const isSound = async ({ page }: Opened): Promise<void> => {
  const frame = await (await page.locator('iframe.tab-frame').elementHandle())?.contentFrame();
  if (!frame) throw new Error('There is no tab in the window.');
  expect(await accessibilityFaults(frame)).toEqual([]);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    // A table becomes a list when it has seen that it is narrow, a moment after the window is.
    await eventually(`a page that fits ${width} pixels`, async () => ((await sidewaysPixels(frame)) <= 0 ? true : undefined));
  }
};

/** Opens an act by its button, answers it, sends it, and waits for the word that it is done. */
const act = async ({ tab }: Opened, title: string, told: string | RegExp, answer: () => Promise<void>, sure = false): Promise<void> => {
  await tab.getByRole('button', { name: title, exact: true }).click();
  await answer();
  await tab.getByRole('button', { name: title, exact: true }).click();
  if (sure) await tab.getByRole('alertdialog').getByRole('button', { name: title }).click();
  await tab.getByText(told).first().waitFor();
};

/** Marks every question on the page alike. */
const giveMarks = async ({ tab }: Opened, score: number): Promise<void> => {
  const questions = tab.getByRole('region', { name: /^Question \d+$/ });
  await questions.first().waitFor();
  for (const question of await questions.all()) {
    const scored = question.getByRole('radio', { name: new RegExp(`^${score}:`) });
    await ((await scored.count()) > 0 ? scored : question.getByRole('radio', { name: 'Pass' })).check();
    await question.getByLabel('Why?').fill('Clear, with evidence.');
  }
};

const send = async ({ tab }: Opened, label: string, told: string): Promise<void> => {
  await tab.getByRole('button', { name: label }).click();
  await tab.getByRole('alertdialog').getByRole('button', { name: label }).click();
  await tab.getByText(told).waitFor();
};

const typed = (day: LocalDate): string => formatDate(day, 'plain');
const { hillside, harbour } = applicants;

test('rows 12 to 15: a panel scores, agrees and ranks, and an award is proposed, checked and approved, each step on a page', async () => {
  const days = tenderDays(toLondonDate(new Date().toISOString()));
  const frameworkRef = `AP-${days.liveFrom.slice(0, 4)}-P`;
  const walk: TenderWalk = { stack, say: () => undefined, frameworkRef, lotKey: `${frameworkRef}-1`, days };
  const { roundRef } = await walkRound(walk);

  const helen = await openAs('commissioner', `/commissioning/evaluation/${roundRef}`);
  for (const { organisation } of [hillside, harbour]) {
    await helen.tab.getByRole('link', { name: organisation }).click();
    for (const name of ['Daniel Okoro', 'Ruth Calder'])
      await act(helen, 'Give it to an evaluator', `${name} can declare an interest and score it now.`, () =>
        helen.tab.getByRole('radio', { name }).check(),
      );
    await isSound(helen);
    await helen.tab.getByRole('link', { name: `Evaluation of ${roundRef}` }).click();
  }

  for (const who of ['send-officer', 'virtual-school-officer'])
    for (const [score, { organisation }] of [
      [4, hillside],
      [3, harbour],
    ] as const) {
      const evaluator = await openAs(who, '/commissioning/sheets');
      await evaluator.tab.getByRole('link', { name: organisation }).click();
      await evaluator.tab.getByRole('radio', { name: /No, I have no interest/ }).check();
      expect(await evaluator.tab.getByText(`How ${organisation} does it.`).count()).toBe(0);
      await evaluator.tab.getByRole('button', { name: 'Declare' }).click();
      await giveMarks(evaluator, score);
      await isSound(evaluator);
      await send(evaluator, 'Submit the scores', 'Your scores are submitted.');
      await evaluator.page.context().close();
    }

  for (const [score, { organisation }] of [
    [4, hillside],
    [3, harbour],
  ] as const) {
    await helen.page.reload();
    await helen.tab.getByRole('link', { name: organisation }).click();
    await helen.tab.getByText('Shown after moderation, so that it sways nobody').waitFor();
    await giveMarks(helen, score);
    await send(helen, 'Record what the panel agreed', 'What the panel agreed is recorded.');
    await isSound(helen);
  }
  await helen.tab.getByRole('link', { name: `Evaluation of ${roundRef}` }).click();
  await helen.tab.getByRole('button', { name: /^Record the ranking/ }).click();
  await helen.tab.getByRole('button', { name: 'Record the ranking', exact: true }).click();
  await helen.tab.getByRole('link', { name: `Ranking of lot ${walk.lotKey}` }).click();
  await helen.tab.getByText('4 × 25 + 4 × 25 + 4 × 25 + 4 × 25 = 400').waitFor();
  await isSound(helen);

  await helen.tab.getByRole('button', { name: `Propose an award to ${hillside.organisation}` }).click();
  await helen.tab.getByRole('radio', { name: 'No, I describe it here' }).check();
  await helen.tab.getByLabel('What should schools know of it?').fill('Mornings in the woods in small groups.');
  await helen.tab.getByLabel('Kind').selectOption({ label: 'Programme' });
  await helen.tab.getByLabel('Type').selectOption({ index: 1 });
  await helen.tab.getByLabel('Where it is delivered').selectOption({ index: 1 });
  await helen.tab.getByLabel('Key stage 3').check();
  await helen.tab.getByLabel('(SEMH)').check();
  await helen.tab.getByLabel('Youngest age').fill('11');
  await helen.tab.getByRole('button', { name: 'Propose the award' }).click();
  await helen.tab.getByRole('link', { name: /^Enter the oldest age for service 1/ }).click();
  await helen.page.keyboard.type('14');
  await isSound(helen);
  await helen.tab.getByRole('button', { name: 'Propose the award' }).click();
  await helen.tab.getByRole('heading', { level: 1, name: `Award to ${hillside.organisation}` }).waitFor();
  await isSound(helen);
  const [award] = (await stack.people.awarding('commissioner').listAwards({})).awards.filter((each) => each.status === 'proposed');
  if (!award) throw new Error('No award was proposed.');
  const address = `/commissioning/awards/${award.ref}`;

  const decided = addDays(days.closes, 20);
  stack.moveClock(atNoon(decided));
  await act(helen, 'Record the exclusion check', 'The exclusion check is recorded.', async () => {
    await helen.tab.getByRole('radio', { name: /^No ground/ }).check();
    await helen.tab.getByLabel('When was the debarment list read?').fill(typed(decided));
  });
  // Whoever scored it has no such button; whoever approves awards has.
  const daniel = await openAs('send-officer', address);
  await daniel.tab.getByRole('heading', { level: 1 }).waitFor();
  expect(await daniel.tab.getByRole('button', { name: 'Decide the award' }).count()).toBe(0);
  const sam = await openAs('inclusion-officer', address);
  const approve = () => sam.tab.getByRole('radio', { name: 'Approve' }).check();
  await act(sam, 'Decide the award', 'The award is approved. Next is the standstill.', approve, true);
  await isSound(sam);
  await helen.page.goto('about:blank');
  const later = await openAs('commissioner', address);
  await act(later, 'Begin the standstill', 'The standstill has begun.', () =>
    later.tab.getByLabel('When was the notice published?').fill(typed(decided)),
  );
  await act(later, 'Send the agreement', /standstill/i, async () => {
    await later.tab.getByLabel('Link to the agreement').fill('https://council.sharepoint.example/agreements/hillside.pdf');
    await later.tab.getByLabel('As of which day?').fill(typed(decided));
  });
  expect((await stack.people.awarding('commissioner').getAward({ params: { ref: award.ref } })).status).toBe('standstill');
});

test('rows 21 and 24: a visit is planned, held, and closed when what was agreed is done, on its pages', async () => {
  const commissioner = stack.people.commissioning('commissioner');
  const { today, due } = await commissioner.listVisits({});
  const [provider] = due;
  if (!provider) throw new Error('No provider of the sample is due for a visit.');
  const owen = await openAs('second-commissioner', '/commissioning/quality/visits');
  await owen.tab
    .getByRole('button', { name: `Plan a visit for ${provider.providerName}` })
    .first()
    .click();
  await owen.tab.getByLabel('For which day?').fill(typed(today));
  await owen.tab.getByRole('button', { name: 'Plan a visit', exact: true }).click();
  await owen.tab.getByText(`A visit to ${provider.providerName} is planned`).waitFor();
  await isSound(owen);
  await owen.tab.getByRole('region', { name: 'Planned' }).getByRole('link', { name: provider.providerName }).click();
  await act(owen, 'Record the visit', 'The visit is recorded.', async () => {
    await owen.tab.getByLabel('When was the visit?').fill(typed(today));
    await owen.tab.getByLabel('What else was found?').fill('The register of visitors is kept.');
  });
  await act(owen, 'Agree an action', 'The action is agreed.', async () => {
    await owen.tab.getByLabel('What must the provider do?').fill('Send the renewed first aid certificate.');
    await owen.tab.getByLabel('By when?').fill(typed(addDays(today, 14)));
  });
  expect(await owen.tab.getByRole('button', { name: 'Close the visit' }).count()).toBe(0);
  await owen.tab.getByRole('button', { name: /^Record evidence/ }).click();
  await owen.tab.getByLabel('Link to it').fill('https://council.sharepoint.example/evidence/first-aid.pdf');
  await owen.tab.getByRole('button', { name: 'Record evidence', exact: true }).click();
  await owen.tab.getByText(/^Recorded by Owen Marsh/).waitFor();
  await isSound(owen);
});

test('row 25: a school records its own check of a provider beside the checks of the council', async () => {
  const { service } = await aService(stack.people.as('senco'));
  const today = toLondonDate(new Date().toISOString());
  const priya = await openAs('senco', `/services/${service.serviceRef}`);
  await priya.tab.getByRole('button', { name: 'Record your own check' }).click();
  await priya.tab.getByRole('button', { name: 'Record the check' }).click();
  await priya.tab.getByRole('link', { name: 'Mark at least one thing that you checked' }).waitFor();
  await priya.tab.getByLabel('When did you check?').fill(typed(today));
  await priya.tab.getByRole('group', { name: 'What did you check?' }).getByRole('checkbox').first().check();
  await priya.tab.getByLabel(/When will you review it/).fill(typed(addDays(today, 180)));
  await priya.tab.getByRole('button', { name: 'Record the check' }).click();
  await priya.tab
    .getByText(/Priya Nair/)
    .first()
    .waitFor();
  await isSound(priya);
});
