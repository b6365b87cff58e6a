import { theProduct } from '../../people/person.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { aPublishedRound, closesAt, whileOpen } from '../round/round.fixture.ts';
import { applicant, given } from '../tender.fixture.ts';
import { aDeclaredDraft, aDraft, anOffer, aSubmitted, someAnswers, startApplication, tryApplication } from './application.fixture.ts';
import type { Application } from './application.ts';
import type { ApplicationCommand } from './application-command.ts';

const asks = (present: Application, command: ApplicationCommand, now?: string): readonly string[] =>
  acceptedTender(tryApplication(present, command, now)).effects.flatMap((effect) =>
    effect.kind === 'record-audit' ? [] : [effect.kind === 'tell' ? `${effect.audience}: ${effect.news}` : effect.kind],
  );
const last = { questionSet: aPublishedRound().questionSet, answers: someAnswers };

test('what each step of an application asks of the world', () => {
  expect(asks(aDeclaredDraft(), { ...given(applicant), kind: 'submit-application' })).toEqual(['applicant: application-submitted']);
  expect(asks(aSubmitted(), { ...given(applicant), kind: 'take-back-application' })).toEqual(['applicant: application-taken-back']);
  expect(asks(aSubmitted(), { ...given(applicant), kind: 'withdraw-application' })).toEqual(['applicant: application-withdrawn']);
  expect(asks(aSubmitted(), { ...given(theProduct), kind: 'enter-application' }, closesAt)).toEqual(['enter-lots']);
  expect(asks(aDraft(), { ...given(theProduct), kind: 'lapse-application' }, closesAt)).toEqual(['applicant: application-lapsed']);
});

test('what the history of an application calls each of its steps', () => {
  const what = (present: Application | undefined, command: ApplicationCommand, told = {}) =>
    acceptedTender(tryApplication(present, command, whileOpen, told)).state.history.at(-1)?.what;
  const save = { ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], answers: {}, offers: [] } as const;
  expect([
    what(undefined, startApplication()),
    what(undefined, startApplication({ reuseLast: true }), { last }),
    what(aDraft(), save),
    what(aDeclaredDraft(), { ...given(applicant), kind: 'submit-application' }),
    what(aSubmitted(), { ...given(applicant), kind: 'withdraw-application' }),
  ]).toEqual(['Started', 'Started with the answers of the last round', 'Saved', 'Submitted', 'Withdrawn']);
});

describe('an application is started', () => {
  const start = (reuseLast: boolean, told = {}) => tryApplication(undefined, startApplication({ reuseLast }), whileOpen, told);

  test('empty, or with the answers of the last round where that is asked for', () => {
    expect(acceptedTender(start(false, { last })).state).toMatchObject({ status: 'draft', offers: [] });
    expect(acceptedTender(start(false, { last })).state.answers).toEqual({});
    expect(acceptedTender(start(true, { last })).state).toMatchObject({ status: 'draft', answers: someAnswers, offers: [] });
    expect(refusedTender(start(true))).toMatchObject({ code: 'nothing-to-reuse', field: '/reuseLast' });
  });

  test('for lots of the round, each once', () => {
    for (const lotKeys of [[], ['AP-2027-1', 'AP-2027-1'], ['AP-2027-1', 'AP-2018-1']])
      expect(refusedTender(tryApplication(undefined, startApplication({ lotKeys })))).toMatchObject({
        code: 'lot-not-known',
        field: '/lotKeys',
      });
  });
});

describe('the round', () => {
  const submit = { ...given(applicant), kind: 'submit-application' } as const;
  test.each<[string, ReturnType<typeof aPublishedRound>['status'], string, string]>([
    ['has not opened', 'published', '2026-12-01T08:59:59Z', 'round-not-open'],
    ['has closed', 'open', closesAt, 'round-late'],
    ['was cancelled while it was open', 'cancelled', whileOpen, 'round-not-open'],
    ['was cancelled, after its close', 'cancelled', closesAt, 'round-not-open'],
  ])('that %s takes nothing', (_what, status, now, code) => {
    expect(refusedTender(tryApplication(aDeclaredDraft(), submit, now, { round: { ...aPublishedRound(), status } })).code).toBe(code);
  });

  test('is entered, or lapses, from its close on', () => {
    const before = '2026-12-31T11:59:59Z';
    expect(refusedTender(tryApplication(aSubmitted(), { ...given(theProduct), kind: 'enter-application' }, before)).code).toBe('not-yet');
    expect(refusedTender(tryApplication(aDraft(), { ...given(theProduct), kind: 'lapse-application' }, before)).code).toBe('not-yet');
  });
});

test('what was saved stays beside what is saved now, but for what was cleared', () => {
  const save = { ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], offers: [] } as const;
  const saved = (cleared?: readonly string[]) =>
    acceptedTender(tryApplication(aDraft(), { ...save, answers: { impact: { kind: 'text', text: 'Anew.' } }, ...(cleared && { cleared }) }))
      .state.answers;
  expect(saved()).toEqual({ ...someAnswers, impact: { kind: 'text', text: 'Anew.' } });
  const { insured: _cleared, ...others } = someAnswers;
  expect(saved(['insured'])).toEqual({ ...others, impact: { kind: 'text', text: 'Anew.' } });
  expect(refusedTender(tryApplication(aDraft(), { ...save, answers: { therapists: { kind: 'text', text: 'Here.' } } }))).toMatchObject({
    code: 'answer-not-valid',
    field: '/answers/therapists',
  });
});

test('a submission wants every mandatory answer, a price and the declaration, in that order', () => {
  const submit = { ...given(applicant), kind: 'submit-application' } as const;
  const { insured: _left, ...answers } = someAnswers;
  const lacking = (told: Partial<Application>) => {
    const { code, field } = refusedTender(tryApplication({ ...aDeclaredDraft(), ...told }, submit));
    return [code, field];
  };
  expect(lacking({ answers, offers: [], declaration: undefined })).toEqual(['answers-incomplete', '/answers/insured']);
  expect(lacking({ offers: [], declaration: undefined })).toEqual(['prices-incomplete', '/offers']);
  expect(lacking({ declaration: undefined })).toEqual(['declaration-incomplete', '/declaration']);
});

test('every answer is looked at, and not the first alone', () => {
  const insured = { insured: { kind: 'yes-no', answer: 'yes' } } as const;
  const save = { ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], offers: [] } as const;
  const shoes = { shoes: { kind: 'number', number: 9 } } as const;
  expect(refusedTender(tryApplication(aDraft(), { ...save, answers: { ...insured, ...shoes } }))).toMatchObject({
    code: 'answer-not-valid',
    field: '/answers/shoes',
  });
});

test('two services may have the same price, and what has two of them is named', () => {
  const save = { ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], answers: {} } as const;
  const offers = [anOffer({ serviceName: 'One to one' }), anOffer()];
  expect(tryApplication(aDraft(), { ...save, offers }).ok).toBe(true);
  expect(refusedTender(tryApplication(aDraft(), { ...save, offers: [...offers, anOffer()] }))).toMatchObject({
    code: 'price-overlaps',
    detail: 'You give two prices for Day programme. Keep one.',
    field: '/offers/2',
  });
});
