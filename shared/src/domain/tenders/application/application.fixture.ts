import { pence } from '../../money/money.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import type { Answers } from '../round/answer.ts';
import { aPublishedRound, whileOpen } from '../round/round.fixture.ts';
import { applicant, given } from '../tender.fixture.ts';
import type { Application } from './application.ts';
import type { ApplicationCommand, ApplicationFacts, StartApplication } from './application-command.ts';
import { decideApplication } from './decide-application.ts';
import type { DeclarationGiven } from './declaration.ts';
import { exclusionGrounds } from './exclusion-grounds.ts';
import type { Offer } from './offer.ts';

export const anOffer = (told: Partial<Offer> = {}): Offer => ({
  lotKey: 'AP-2027-1',
  serviceName: 'Day programme',
  unit: 'hour',
  price: pence(4_000),
  ...told,
});

/** An answer to every question of the first lot. */
export const someAnswers: Answers = {
  'not-an-illegal-school': { kind: 'text', text: 'We count hours across every buyer each week.' },
  communication: { kind: 'text', text: 'We ring by ten when a child is absent.' },
  impact: { kind: 'text', text: 'Attendance rose from half to most days.' },
  'keeping-pupils-safe': { kind: 'text', text: 'Two trained leads are always on site.' },
  insured: { kind: 'yes-no', answer: 'yes' },
};

export const aDeclaration = (told: Partial<DeclarationGiven> = {}): DeclarationGiven => ({
  grounds: Object.fromEntries(exclusionGrounds.map(({ key }) => [key, { applies: false }])),
  acceptsNoGuarantee: true,
  signatory: { name: 'Ada Kimmeridge', position: 'Director' },
  ...told,
});

export const startApplication = (told: Partial<StartApplication> = {}): StartApplication => ({
  ...given(applicant),
  kind: 'start-application',
  providerRef: 'P-0042',
  providerName: 'Blackmore Vale',
  contact: { email: 'office@blackmore.example', registryNumber: '01234567' },
  lotKeys: ['AP-2027-1'],
  reuseLast: false,
  ...told,
});

export const tryApplication = (
  present: Application | undefined,
  command: ApplicationCommand,
  now = whileOpen,
  told: Partial<ApplicationFacts> = {},
) => decideApplication(present, command, { roles: tenderRoles, round: aPublishedRound(), ...told }, now);

/** A draft with everything but the declaration. */
export const aDraft = (answers: Answers = someAnswers, offers: readonly Offer[] = [anOffer()]): Application => {
  const started = acceptedTender(tryApplication(undefined, startApplication())).state;
  const save = { ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], answers, offers } as const;
  return acceptedTender(tryApplication(started, save)).state;
};

export const aDeclaredDraft = (): Application =>
  acceptedTender(tryApplication(aDraft(), { ...given(applicant), kind: 'sign-declaration', declaration: aDeclaration() })).state;

export const aSubmitted = (): Application =>
  acceptedTender(tryApplication(aDeclaredDraft(), { ...given(applicant), kind: 'submit-application' })).state;
