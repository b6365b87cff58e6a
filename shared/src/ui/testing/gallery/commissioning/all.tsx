import type { Exhibit } from '../exhibit.tsx';
import { dutyExhibits } from './concerns.tsx';
import { managedEventExhibits } from './events.tsx';
import { frameworkExhibits } from './frameworks.tsx';
import { homeExhibits } from './home.tsx';
import { importExhibits } from './imports.tsx';
import { insightExhibits } from './insight.tsx';
import { managedNoticeExhibits } from './notices.tsx';
import { openDataExhibits } from './open-data.tsx';
import { stuckExhibits } from './operations.tsx';
import { priceExhibits } from './prices.tsx';
import { providerChangeExhibits } from './provider-changes.tsx';
import { qualityExhibits } from './quality.tsx';
import { roundExhibits } from './rounds.tsx';
import { managedSurveyExhibits } from './surveys.tsx';
import { tenderExhibits } from './tenders.tsx';
import { valueExhibits } from './value.tsx';
import { visitExhibits } from './visits.tsx';

/** Every page of the commissioners' area in every state. */
export const commissioningExhibits: readonly Exhibit[] = [
  ...homeExhibits,
  ...providerChangeExhibits,
  ...importExhibits,
  ...qualityExhibits,
  ...visitExhibits,
  ...dutyExhibits,
  ...frameworkExhibits,
  ...tenderExhibits,
  ...priceExhibits,
  ...roundExhibits,
  ...insightExhibits,
  ...openDataExhibits,
  ...valueExhibits,
  ...managedNoticeExhibits,
  ...managedEventExhibits,
  ...managedSurveyExhibits,
  ...stuckExhibits,
];
