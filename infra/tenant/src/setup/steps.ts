import type { Step } from './step.ts';
import { catalogueStep } from './steps/catalogue-step.ts';
import { consentsStep } from './steps/consents-step.ts';
import { credentialsStep } from './steps/credentials-step.ts';
import { listsStep } from './steps/lists-step.ts';
import { pagesStep } from './steps/pages-step.ts';
import { peopleStep } from './steps/people-step.ts';
import { principalsStep } from './steps/principals-step.ts';
import { registrationsStep } from './steps/registrations-step.ts';
import { siteStep } from './steps/site-step.ts';

/** Every step in its order. Taken back in reverse. */
export const everyStep: readonly Step[] = [
  registrationsStep,
  principalsStep,
  credentialsStep,
  consentsStep,
  pagesStep,
  peopleStep,
  listsStep,
  siteStep,
  catalogueStep,
];

/** What no API of Microsoft's does for an administrator, or does only in part: said at the end of each run. */
export const byHand: readonly string[] = [
  'The web part: npm run package:spfx, then upload and approve it as docs/web-part.md says. Graph has no tenant app catalogue.',
  'Teams set-up policy that installs the app for approvers: docs/admin-guide.md, step 6. Graph has no set-up policies.',
];
