import { type CommissioningPlace, commissioningPlace } from '../../contract/commissioning-place.ts';
import type { Place } from '../../contract/place.ts';
import type { FeatureName } from '../../domain/features/features.ts';
import { type CouncilRole, councilRoles } from '../../domain/people/membership.ts';
import { rolesOf } from './roles.tsx';

/** One part of the area, as its first page lists it. */
export interface Part {
  readonly to: Place;
  /** Whom it is for; what is in it, the service decides. */
  readonly roles: readonly CouncilRole[];
  readonly title: string;
  /** What is done there. */
  readonly about: string;
  /** The switch by which a council leaves it out. */
  readonly feature?: FeatureName;
}

const page = (place: CommissioningPlace): Pick<Part, 'to' | 'roles'> => ({ to: commissioningPlace(place), roles: rolesOf(place.at) });

/** The parts of the area, and of other areas what the council does there, in the order of a commissioner's day. */
export const parts: readonly Part[] = [
  {
    ...page({ at: 'frameworks' }),
    title: 'Frameworks',
    about: 'Each framework with its terms, from plan through standstill to the day that it is live.',
  },
  {
    ...page({ at: 'rounds' }),
    title: 'Applications',
    about: 'Rounds from plan to close, what applicants ask, and the evaluation of each.',
  },
  {
    ...page({ at: 'evaluations' }),
    title: 'Evaluation',
    about: 'Rounds whose panel you lead: who evaluates what, moderation, and the ranking of each lot.',
  },
  {
    ...page({ at: 'sheets' }),
    title: 'Applications to score',
    about: 'The applications that were given to you to evaluate.',
  },
  {
    ...page({ at: 'awards' }),
    title: 'Awards',
    about: 'Every award by its stage, from proposal to agreement, with what is next for whom.',
  },
  {
    ...page({ at: 'provider-changes' }),
    title: 'Provider changes',
    about: 'Changes that providers propose to their entries in the directory, and the link by which they do.',
  },
  {
    to: { at: 'enquiries', path: '' },
    roles: councilRoles,
    title: 'Enquiries',
    about: 'What schools ask providers before they request, and what they ask the council.',
  },
  {
    ...page({ at: 'quality' }),
    title: 'Quality',
    about: 'What lapses next, the passport of each provider, who is held, and who comes near registration as a school.',
  },
  {
    ...page({ at: 'limits' }),
    title: 'Limits',
    about: 'What is left of the value of each framework, and what is allowed beyond a limit.',
  },
  {
    ...page({ at: 'visits' }),
    title: 'Visits',
    about: 'Which providers are due for a visit, what was found, and what they have to do by when.',
  },
  {
    ...page({ at: 'concerns' }),
    title: 'Concerns',
    about: 'What was reported about providers, for those on duty for it.',
  },
  {
    ...page({ at: 'notices' }),
    title: 'Notices',
    about: 'What you tell schools, departments, colleges and providers, and whom it reached.',
  },
  {
    ...page({ at: 'events' }),
    feature: 'events',
    title: 'Events',
    about: 'Places, who booked, and who came.',
  },
  {
    ...page({ at: 'surveys' }),
    feature: 'surveys',
    title: 'Surveys',
    about: 'What you ask schools, who has answered, and what they said.',
  },
  {
    ...page({ at: 'unmet-needs' }),
    title: 'Unmet needs',
    about: 'What schools searched for and did not find, by need, ages and area.',
  },
  {
    to: { at: 'block-purchases', path: '' },
    roles: ['commissioner'],
    feature: 'block-purchases',
    title: 'Block purchases',
    about: 'Places that buyers pool: who pledged how many, and how far each purchase is.',
  },
  {
    to: { at: 'invoices', path: '' },
    roles: councilRoles,
    title: 'Invoices',
    about: 'What the council itself pays: entered, held against order and attendance, and queried.',
  },
  {
    ...page({ at: 'value' }),
    title: 'Value for money',
    about: 'What is spent through the framework, what each order saves and by which sum, and prices beside the middle of their lot.',
  },
  {
    ...page({ at: 'choices' }),
    title: 'Choices of schools',
    about: 'What schools chose when they compared services, what each cost that day, and why.',
  },
  {
    ...page({ at: 'open-data' }),
    feature: 'open-data',
    title: 'Open data',
    about: 'Frameworks, awards and sums of call-offs as files for the council’s website.',
  },
  {
    ...page({ at: 'off-framework' }),
    feature: 'off-framework',
    title: 'Bought outside the framework',
    about: 'What schools and departments declared that they bought without a call-off, and why.',
  },
  {
    ...page({ at: 'imports' }),
    title: 'Import',
    about: 'Providers, sites, services, rates, QA checks, buyers and baselines from a workbook or a CSV file.',
  },
  {
    ...page({ at: 'stuck' }),
    title: 'What is stuck',
    about: 'Messages that were not sent and what cannot be read, to be tried again or set aside.',
  },
];
