import type { CommissioningPlace } from '../../contract/commissioning-place.ts';
import type { FeatureName } from '../../domain/features/features.ts';

/** One part of the area, as its first page lists it. */
export interface Part {
  readonly to: CommissioningPlace;
  readonly title: string;
  /** What is done there. */
  readonly about: string;
  /** The switch by which a council leaves it out. */
  readonly feature?: FeatureName;
}

/** The parts of the area, in the order of a commissioner's day. */
export const parts: readonly Part[] = [
  {
    to: { at: 'frameworks' },
    title: 'Frameworks',
    about: 'Each framework with its terms, from plan through standstill to the day that it is live.',
  },
  {
    to: { at: 'rounds' },
    title: 'Applications',
    about: 'Rounds from plan to close, what applicants ask, and the evaluation of each.',
  },
  {
    to: { at: 'evaluations' },
    title: 'Evaluation',
    about: 'Rounds whose panel you lead: who evaluates what, moderation, and the ranking of each lot.',
  },
  {
    to: { at: 'sheets' },
    title: 'Applications to score',
    about: 'The applications that were given to you to evaluate.',
  },
  {
    to: { at: 'awards' },
    title: 'Awards',
    about: 'Every award by its stage, from proposal to agreement, with what is next for whom.',
  },
  {
    to: { at: 'provider-changes' },
    title: 'Provider changes',
    about: 'Changes that providers propose to their entries in the directory, and the link by which they do.',
  },
  {
    to: { at: 'quality' },
    title: 'Quality',
    about: 'What lapses next, the passport of each provider, who is held, and who comes near registration as a school.',
  },
  {
    to: { at: 'limits' },
    title: 'Limits',
    about: 'What is left of the value of each framework, and what is allowed beyond a limit.',
  },
  {
    to: { at: 'visits' },
    title: 'Visits',
    about: 'Which providers are due for a visit, what was found, and what they have to do by when.',
  },
  {
    to: { at: 'concerns' },
    title: 'Concerns',
    about: 'What was reported about providers, for those on duty for it.',
  },
  {
    to: { at: 'notices' },
    title: 'Notices',
    about: 'What you tell schools, departments, colleges and providers, and whom it reached.',
  },
  {
    to: { at: 'events' },
    feature: 'events',
    title: 'Events',
    about: 'Places, who booked, and who came.',
  },
  {
    to: { at: 'surveys' },
    feature: 'surveys',
    title: 'Surveys',
    about: 'What you ask schools, who has answered, and what they said.',
  },
  {
    to: { at: 'unmet-needs' },
    title: 'Unmet needs',
    about: 'What schools searched for and did not find, by need, ages and area.',
  },
  {
    to: { at: 'value' },
    title: 'Value for money',
    about: 'What is spent through the framework, what each order saves and by which sum, and prices beside the middle of their lot.',
  },
  {
    to: { at: 'choices' },
    title: 'Choices of schools',
    about: 'What schools chose when they compared services, what each cost that day, and why.',
  },
  {
    to: { at: 'open-data' },
    feature: 'open-data',
    title: 'Open data',
    about: 'Frameworks, awards and sums of call-offs as files for the council’s website.',
  },
  {
    to: { at: 'off-framework' },
    feature: 'off-framework',
    title: 'Bought outside the framework',
    about: 'What schools and departments declared that they bought without a call-off, and why.',
  },
  {
    to: { at: 'imports' },
    title: 'Import',
    about: 'Providers, sites, services, rates, QA checks, buyers and baselines from a workbook or a CSV file.',
  },
  {
    to: { at: 'stuck' },
    title: 'What is stuck',
    about: 'Messages that were not sent and what cannot be read, to be tried again or set aside.',
  },
];
