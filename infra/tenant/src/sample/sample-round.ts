import { addDays, addMonths, instantAtLondon, type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { defaultEligibleTypes } from '@ap/shared/domain/register/buyer-type';
import { directAwardBases } from '@ap/shared/domain/register/framework';
import type { Lot } from '@ap/shared/domain/register/lot';
import type { TenderCommand, TenderDecision } from '@ap/shared/domain/tenders/decider';
import { decideFramework } from '@ap/shared/domain/tenders/framework/decide-framework';
import type { FrameworkCommand, FrameworkFacts, PlanFramework } from '@ap/shared/domain/tenders/framework/framework-command';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import { usualTermSetting } from '@ap/shared/domain/tenders/framework/framework-terms';
import type { TenderRecord } from '@ap/shared/domain/tenders/record';
import { decideRound } from '@ap/shared/domain/tenders/round/decide-round';
import { methodStatements } from '@ap/shared/domain/tenders/round/method-statements';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { RoundCommand, RoundPlan } from '@ap/shared/domain/tenders/round/round-command';

export interface SampleRound {
  readonly framework: FrameworkTender;
  readonly lots: readonly Lot[];
  readonly round: Round;
}

const lotNames = [
  ['Therapies', 'Speech and language, occupational and creative therapies beside education.'],
  ['Outreach', 'Mentors and teachers who work with a pupil at home or in a community place.'],
] as const;

/** A framework that takes applications today, led by commands as a commissioner gives them: its round opened a week ago and closes in three. */
export const sampleRound = (today: LocalDate, by: Person): SampleRound => {
  const liveFrom = localDate(`${Number(today.slice(0, 4)) + (today.slice(5) < '09-01' ? 0 : 1)}-09-01`);
  const ref = `TP-${liveFrom.slice(0, 4)}`;
  const lots = lotNames.map(([name, description], index): Lot => {
    const number = index + 1;
    return { key: `${ref}-${number}`, frameworkRef: ref, number, name, description, status: 'open' };
  });
  const lotKeys = lots.map(({ key }) => key);
  const terms: PlanFramework['terms'] = {
    name: `Therapeutic and Outreach Provision ${liveFrom.slice(0, 4)}`,
    authority: 'Dorset sample council',
    legalRegime: 'pa-2023-light-touch',
    kind: 'open',
    eligibleBuyerTypes: defaultEligibleTypes,
    scope: 'Therapies and outreach teaching for children of school age who cannot attend school full time.',
    lotKeys,
    priceRule: 'reviewed-each-period',
    maxValue: pence(400_000_000),
    selectionProcess: 'One competition, scored for quality and price in each lot.',
    permittedBases: directAwardBases,
    standstillWorkingDays: 8,
    liveFrom,
    expiresOn: addDays(addMonths(liveFrom, 48), -1),
    pricePeriodMonths: 24,
  };
  const plan: RoundPlan = {
    opensAt: instantAtLondon(addDays(today, -7), 9),
    clarificationsCloseAt: instantAtLondon(addDays(today, 10), 17),
    closesAt: instantAtLondon(addDays(today, 21), 12),
    lots: lotKeys.map((lotKey) => ({ lotKey, qualityWeight: 80, priceWeight: 20, passMark: 50, priceUnit: 'hour' })),
    questionSet: { version: `${ref}-1`, questions: [...methodStatements.questions, ...ownQuestions(lotKeys)] },
  };
  const commands = counted(ref, by);
  const planned = instantAtLondon(addDays(today, -10), 10);
  const opened = instantAtLondon(addDays(today, -7), 9);
  const facts = (rounds: FrameworkFacts['rounds']): FrameworkFacts => ({
    roles: ['commissioner'],
    setting: usualTermSetting,
    rounds,
    undecided: 0,
    awards: [],
  });
  const coming = must(decideFramework(undefined, { kind: 'plan-framework', ref, terms, ...commands() }, facts([]), planned));
  const aboutRound = { roles: ['commissioner', 'product'] as const, framework: { status: coming.status, kind: terms.kind, lotKeys } };
  const roundRef = `RD-${ref}`;
  let round = must(
    decideRound(undefined, { kind: 'plan-round', ref: roundRef, frameworkRef: ref, plan, ...commands() }, aboutRound, planned),
  );
  const give = (command: RoundCommand, at: string): void => {
    round = must(decideRound(round, command, aboutRound, at));
  };
  give({ kind: 'publish-round', ...commands() }, planned);
  give({ kind: 'open-round', ...commands() }, opened);
  const open: FrameworkCommand = { kind: 'open-framework', ...commands() };
  return { framework: must(decideFramework(coming, open, facts([round]), planned)), lots, round };
};

const ownQuestions = ([therapies = '', outreach = '']: readonly string[]): RoundPlan['questionSet']['questions'] => [
  {
    key: 'insured',
    text: 'Do you hold public liability insurance of at least £5 million?',
    lots: 'every',
    mandatory: true,
    kind: 'yes-no',
    marking: { kind: 'pass-or-fail', passes: 'yes' },
  },
  {
    key: 'therapists',
    text: 'Where are your therapists registered?',
    lots: [therapies],
    mandatory: true,
    kind: 'choice',
    options: ['Health and Care Professions Council', 'British Association for Counselling and Psychotherapy', 'Not registered'],
    several: true,
    marking: {
      kind: 'pass-or-fail',
      passes: ['Health and Care Professions Council', 'British Association for Counselling and Psychotherapy'],
    },
  },
  {
    key: 'radius',
    text: 'How many miles do your staff travel to a pupil?',
    lots: [outreach],
    mandatory: false,
    kind: 'number',
    from: 1,
    to: 100,
    marking: { kind: 'for-information' },
  },
];

const counted = (ref: string, by: Person) => {
  let count = 0;
  return (): Omit<TenderCommand, 'kind'> => {
    count += 1;
    return { id: `sample-${ref}-${count}`, by, receipted: new Set() };
  };
};

/** The sample is as lawful as what people make. Throws the refusal otherwise. */
const must = <S extends TenderRecord>(decision: TenderDecision<S>): S => {
  if (!decision.ok) throw new RangeError(`The sample is refused: ${decision.detail}`);
  return decision.state;
};
