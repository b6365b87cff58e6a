import { type LocalDate, localDate } from '../days/local-date.ts';

/** A part of the product that a council may switch off without a new release. */
export interface Feature {
  /** What nobody can do while it is off. */
  readonly meaning: string;
  /** Whose question it is whether the switch stays. */
  readonly owner: string;
  /** The day by which the owner has decided: it becomes part of the product, or goes, and the switch with it. A test fails once it has passed. */
  readonly until: LocalDate;
}

const owner = 'commissioning team';
const until = localDate('2027-11-30');

/** Every switch there is. All are on where the council says nothing. */
export const features = {
  surveys: { meaning: 'Surveys are neither written nor answered, and their results are not shown.', owner, until },
  events: { meaning: 'Events are neither announced nor booked.', owner, until },
  'block-purchases': { meaning: 'No block purchase is begun, joined or led. Units that were bought can still be drawn on.', owner, until },
  'off-framework': { meaning: 'What was bought outside the framework is neither declared nor listed.', owner, until },
  'open-data': { meaning: 'Files of open data are neither listed nor made.', owner, until },
} as const satisfies Readonly<Record<string, Feature>>;

export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as readonly FeatureName[];

/** What the council has switched off, from Settings. */
export interface FeaturePolicy {
  readonly off: readonly FeatureName[];
}

export const defaultFeatures: FeaturePolicy = { off: [] };
