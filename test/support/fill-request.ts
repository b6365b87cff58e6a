import { addDays } from '@ap/shared/domain/days/local-date';
import type { FrameLocator, Page } from 'playwright-core';
import { nextMonday } from './a-request.ts';

type Screen = Pick<Page, 'getByRole' | 'getByLabel' | 'getByText'> | FrameLocator;

/** A day counted from next Monday, as a person types it. */
export const typedDay = (offset: number): string => {
  const [year, month, day] = addDays(nextMonday(), offset).split('-').map(Number);
  return `${day} ${month} ${year}`;
};

/** Answers one question by its own words. */
const choose = async (screen: Screen, question: RegExp, answer: string): Promise<void> =>
  screen
    .getByRole('radiogroup', { name: question })
    .or(screen.getByRole('group', { name: question }))
    .first()
    .getByLabel(answer, { exact: true })
    .check();

const goOn = (screen: Screen): Promise<void> => screen.getByRole('button', { name: 'Continue' }).click();

/** Finds a service by its words and begins a request for it. */
export const askForService = async (screen: Screen, name: string): Promise<void> => {
  await screen.getByRole('heading', { name: 'Find alternative provision' }).waitFor();
  await screen.getByLabel('What does the pupil need?').fill(name);
  await screen.getByRole('button', { name: 'Search', exact: true }).click();
  await screen.getByRole('link', { name }).first().click();
  await screen
    .getByRole('button', { name: 'Request this service' })
    .or(screen.getByRole('link', { name: 'Request this service' }))
    .first()
    .click();
};

/** Fills in the request page by page, up to where the answers are checked: two days a week for four weeks from next Monday. */
export const fillRequest = async (screen: Screen, pupilRef: string): Promise<void> => {
  await screen.getByLabel(/own reference/).fill(pupilRef);
  await screen.getByLabel('Age of the pupil').fill('15');
  await choose(screen, /compulsory school age/, 'Yes');
  await choose(screen, /EHC plan/, 'No');
  await choose(screen, /looked after/, 'No');
  await goOn(screen);
  await choose(screen, /arranges the placement/, 'The school');
  await goOn(screen);
  await screen.getByLabel('Tuesday').check();
  await screen.getByLabel('Thursday').check();
  await screen.getByLabel('Mornings and afternoons').check();
  await screen.getByLabel(/^Hours on each/).fill('5');
  await screen.getByLabel('First day').fill(typedDay(0));
  await screen.getByLabel('Last day').fill(typedDay(27));
  await goOn(screen);
  // True of any service: which one is the cheapest is the affair of the sample.
  await choose(screen, /Why this provider/, "It is the pupil's and family's choice");
  await screen.getByLabel('How do you know?').fill('They visited it and chose it.');
  await screen.getByText('Total with VAT').waitFor();
  await goOn(screen);
};
