import fc from 'fast-check';
import { holdsForAllStories } from '../../machine/machine.fixture.ts';
import { pence } from '../../money/money.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender, anyRoles, refusedTender } from '../machine.fixture.ts';
import type { Answers } from '../round/answer.ts';
import { aPublishedRound, closesAt, someQuestions, tryRound, whileOpen } from '../round/round.fixture.ts';
import { applicant, commissioner, given, tenderNow } from '../tender.fixture.ts';
import {
  aDeclaration,
  aDeclaredDraft,
  aDraft,
  anOffer,
  aSubmitted,
  someAnswers,
  startApplication,
  tryApplication,
} from './application.fixture.ts';
import { applicationStatuses } from './application.ts';
import type { ApplicationCommand } from './application-command.ts';
import { applicationMachine } from './application-machine.ts';
import { decideApplication } from './decide-application.ts';
import { groundsThatApply, noGuaranteeSentence } from './declaration.ts';
import { exclusionGrounds } from './exclusion-grounds.ts';
import { comparedPrice } from './offer.ts';

const simple = (
  kind: 'submit-application' | 'take-back-application' | 'withdraw-application' | 'enter-application' | 'lapse-application',
) => ({ ...given(kind === 'enter-application' || kind === 'lapse-application' ? theProduct : applicant), kind }) as const;
const save = (answers: Answers, told: Partial<Extract<ApplicationCommand, { kind: 'save-application' }>> = {}) =>
  ({ ...given(applicant), kind: 'save-application', lotKeys: ['AP-2027-1'], answers, offers: [anOffer()], ...told }) as const;
const declare = (told: Parameters<typeof aDeclaration>[0]) =>
  ({ ...given(applicant), kind: 'sign-declaration', declaration: aDeclaration(told) }) as const;

describe('row 9: late is refused by the clock', () => {
  const lastMoment = '2026-12-31T11:59:59.999Z';

  test('row 9: to the very moment, whatever the command', () => {
    const commands: readonly [Parameters<typeof tryApplication>[0], ApplicationCommand][] = [
      [undefined, startApplication()],
      [aDraft(), save(someAnswers)],
      [aDraft(), declare({})],
      [aDeclaredDraft(), simple('submit-application')],
      [aSubmitted(), simple('take-back-application')],
      [aSubmitted(), simple('withdraw-application')],
    ];
    for (const [present, command] of commands) {
      expect(tryApplication(present, command, lastMoment).ok).toBe(true);
      expect(refusedTender(tryApplication(present, command, closesAt))).toMatchObject({
        code: 'round-late',
        detail: 'The round closed on Thursday 31 December 2026 at midday. Applications cannot be changed any more.',
      });
    }
  });

  test('row 9: so is early, and a round that was cancelled', () => {
    expect(refusedTender(tryApplication(undefined, startApplication(), tenderNow))).toMatchObject({
      code: 'round-not-open',
      detail: 'The round opens on Tuesday 1 December 2026 at 9am.',
    });
    const round = acceptedTender(tryRound(aPublishedRound(), { ...given(commissioner), kind: 'cancel-round', reason: 'No money.' })).state;
    expect(refusedTender(tryApplication(undefined, startApplication(), whileOpen, { round })).detail).toBe('The round was cancelled.');
  });

  test('row 9: after the close what was submitted is evaluated, and what was not lapses', () => {
    expect(refusedTender(tryApplication(aSubmitted(), simple('enter-application'), lastMoment)).code).toBe('not-yet');
    expect(refusedTender(tryApplication(aDraft(), simple('lapse-application'), lastMoment)).code).toBe('not-yet');
    const entered = acceptedTender(tryApplication(aSubmitted(), simple('enter-application'), closesAt));
    expect(entered.state.status).toBe('in-evaluation');
    expect(entered.effects.map(({ kind }) => kind)).toEqual(['record-audit', 'enter-lots']);
    expect(acceptedTender(tryApplication(aDraft(), simple('lapse-application'), closesAt)).state.status).toBe('lapsed');
  });
});

describe('an application is submitted whole', () => {
  test('every mandatory question of its lots is answered', () => {
    const { impact: _left, ...others } = someAnswers;
    const open = tryApplication(aDraft(others), simple('submit-application'));
    expect(refusedTender(open)).toMatchObject({ code: 'answers-incomplete', field: '/answers/impact' });
    const both = acceptedTender(tryApplication(aDeclaredDraft(), save({}, { lotKeys: ['AP-2027-1', 'AP-2027-2'] }))).state;
    expect(refusedTender(tryApplication(both, simple('submit-application')))).toMatchObject({ field: '/answers/therapists' });
  });

  test('each lot has a price that can be compared', () => {
    expect(refusedTender(tryApplication(aDraft(someAnswers, [anOffer({ unit: 'day' })]), simple('submit-application')))).toMatchObject({
      code: 'prices-incomplete',
      detail: 'Give at least one price per hour for lot AP-2027-1: it is compared.',
    });
  });

  test('R37: the declaration is signed', () => {
    expect(refusedTender(tryApplication(aDraft(), simple('submit-application')))).toMatchObject({
      code: 'declaration-incomplete',
      field: '/declaration',
    });
    expect(aSubmitted()).toMatchObject({ status: 'submitted', submittedAt: whileOpen, declaration: { signedAt: whileOpen } });
  });

  test('it can be taken back until the close, changed, declared again and submitted again', () => {
    const back = acceptedTender(tryApplication(aSubmitted(), simple('take-back-application'))).state;
    expect(back).toMatchObject({ status: 'draft', submittedAt: undefined, declaration: undefined, answers: someAnswers });
    const changed = acceptedTender(tryApplication(back, save({ impact: { kind: 'text', text: 'Another way.' } }))).state;
    expect(refusedTender(tryApplication(changed, simple('submit-application'))).code).toBe('declaration-incomplete');
    const declared = acceptedTender(tryApplication(changed, declare({}))).state;
    expect(acceptedTender(tryApplication(declared, simple('submit-application'))).state).toMatchObject({
      status: 'submitted',
      answers: { ...someAnswers, impact: { kind: 'text', text: 'Another way.' } },
    });
    expect(refusedTender(tryApplication(aSubmitted(), simple('take-back-application'), closesAt)).code).toBe('round-late');
  });

  test('one that was withdrawn can be started again', () => {
    const withdrawn = acceptedTender(tryApplication(aSubmitted(), simple('withdraw-application'))).state;
    const again = acceptedTender(tryApplication(withdrawn, startApplication())).state;
    expect(again).toMatchObject({
      ref: withdrawn.ref,
      status: 'draft',
      answers: {},
      version: withdrawn.version + 1,
    });
    expect(again.declaration).toBeUndefined();
    expect(refusedTender(tryApplication(withdrawn, startApplication({ providerRef: 'P-0001' }))).code).toBe('not-your-role');
  });

  test.each<[string, ApplicationCommand, string, string]>([
    ['no lot', save({}, { lotKeys: [] }), 'lot-not-known', '/lotKeys'],
    ['a lot twice', save({}, { lotKeys: ['AP-2027-1', 'AP-2027-1'] }), 'lot-not-known', '/lotKeys'],
    ['a lot that the round does not offer', save({}, { lotKeys: ['AP-2027-3'] }), 'lot-not-known', '/lotKeys'],
    ['an answer to nothing', save({ shoes: { kind: 'number', number: 9 } }), 'answer-not-valid', '/answers/shoes'],
    ['an answer of the wrong kind', save({ insured: { kind: 'text', text: 'Yes' } }), 'answer-not-valid', '/answers/insured'],
    ['a price for another lot', save({}, { offers: [anOffer({ lotKey: 'AP-2027-2' })] }), 'lot-not-known', '/offers/0/lotKey'],
    ['a price of nought', save({}, { offers: [anOffer({ price: pence(0) })] }), 'price-not-allowed', '/offers/0/price'],
    ['a price without a service', save({}, { offers: [anOffer({ serviceName: '' })] }), 'text-required', '/offers/0/serviceName'],
    [
      'two prices for one thing',
      save({}, { offers: [anOffer(), anOffer({ serviceName: ' day PROGRAMME' })] }),
      'price-overlaps',
      '/offers/1',
    ],
  ])('a draft does not hold %s', (_what, command, code, field) => {
    expect(refusedTender(tryApplication(aDraft(), command))).toMatchObject({ code, field });
  });
});

describe('the declaration', () => {
  test.each(exclusionGrounds.map(({ key }) => key))('R37: asks whether %s applies', (key) => {
    const { [key]: _left, ...grounds } = aDeclaration().grounds;
    expect(refusedTender(tryApplication(aDraft(), declare({ grounds })))).toMatchObject({
      code: 'declaration-incomplete',
      field: `/declaration/grounds/${key}`,
    });
  });

  test('R37: what applies is explained, and shown to whoever checks before the award', () => {
    const grounds = { ...aDeclaration().grounds, insolvency: { applies: true } };
    expect(refusedTender(tryApplication(aDraft(), declare({ grounds })))).toMatchObject({
      code: 'text-required',
      field: '/declaration/grounds/insolvency/explanation',
    });
    const explained = { ...grounds, insolvency: { applies: true, explanation: 'An arrangement of 2019, paid in full.' } };
    const { declaration } = acceptedTender(tryApplication(aDraft(), declare({ grounds: explained }))).state;
    expect(declaration && groundsThatApply(declaration)).toEqual(['insolvency']);
    // One that was signed under an edition without a ground that came later.
    expect(declaration && groundsThatApply({ ...declaration, grounds: { insolvency: { applies: true } } })).toEqual(['insolvency']);
    expect(declaration?.edition).toBe('Procurement Act 2023, Schedules 6 and 7');
  });

  test('R36: nobody applies without accepting that there is no guarantee of work', () => {
    expect(refusedTender(tryApplication(aDraft(), declare({ acceptsNoGuarantee: false })))).toMatchObject({
      code: 'declaration-incomplete',
      detail: `Accept that there is no guarantee of work. ${noGuaranteeSentence}`,
      field: '/declaration/acceptsNoGuarantee',
    });
  });

  test('is signed by a person with a position', () => {
    expect(refusedTender(tryApplication(aDraft(), declare({ signatory: { name: 'Ada', position: '' } })))).toMatchObject({
      field: '/declaration/signatory/position',
    });
    expect(refusedTender(tryApplication(aDraft(), declare({ signatory: { name: ' ', position: 'Director' } })))).toMatchObject({
      field: '/declaration/signatory/name',
    });
  });
});

test('row 11: an application begins with the answers of the last round, when there are any', () => {
  const reuse = startApplication({ reuseLast: true });
  expect(refusedTender(tryApplication(undefined, reuse)).code).toBe('nothing-to-reuse');
  const last = { questionSet: someQuestions, answers: someAnswers };
  expect(acceptedTender(tryApplication(undefined, reuse, whileOpen, { last })).state).toMatchObject({
    answers: someAnswers,
  });
});

test('row 14: the dearest price in the unit of the round is the one that is compared', () => {
  const offers = [
    anOffer(),
    anOffer({ serviceName: 'One to one', price: pence(6_000) }),
    anOffer({ serviceName: 'Trips', unit: 'day', price: pence(9_000) }),
  ];
  expect(comparedPrice(offers, { lotKey: 'AP-2027-1', priceUnit: 'hour' })).toBe(6_000);
  expect(comparedPrice(offers, { lotKey: 'AP-2027-2', priceUnit: 'hour' })).toBeUndefined();
});

test('an application that is too long for its list item is refused, and can still be withdrawn', () => {
  const long = {
    ...someQuestions,
    questions: Array.from({ length: 20 }, (_, at) => ({ ...someQuestions.questions[0], key: `q-${at}`, mostWords: 2_000 })),
  };
  const round = { ...aPublishedRound(), questionSet: long as typeof someQuestions };
  const started = acceptedTender(tryApplication(undefined, startApplication(), whileOpen, { round })).state;
  const answers = Object.fromEntries(long.questions.map(({ key }) => [key, { kind: 'text', text: 'long '.repeat(600) } as const]));
  expect(refusedTender(tryApplication(started, save(answers), whileOpen, { round }))).toMatchObject({ code: 'record-full' });
});

const by = fc.constant(applicant);
const answers = fc.constantFrom(someAnswers, someAnswers, {}, { insured: { kind: 'number', number: 1 } } as const);

test('row 9: an answer that is taken out is gone, and no other', () => {
  const save = {
    ...given(applicant),
    kind: 'save-application',
    lotKeys: ['AP-2027-1'],
    answers: {},
    offers: [],
    cleared: ['insured'],
  } as const;
  const { answers } = acceptedTender(tryApplication(aDraft(), save)).state;
  const { insured: _taken, ...others } = someAnswers;
  expect(answers).toEqual(others);
});

test('whatever commands come, an application keeps to its table, and only a whole one is ever submitted', () => {
  expect(Object.keys(applicationMachine.states)).toEqual([...applicationStatuses]);
  const asks = holdsForAllStories(
    applicationMachine,
    decideApplication,
    {
      commands: {
        'start-application': fc.record({
          by,
          providerRef: fc.constant('P-0042'),
          providerName: fc.constant('Blackmore Vale'),
          contact: fc.constant({ email: 'office@blackmore.example', registryNumber: '01234567' }),
          lotKeys: fc.constantFrom(['AP-2027-1'], ['AP-2027-1'], ['AP-2027-9']),
          reuseLast: fc.boolean(),
        }),
        'save-application': fc.record({
          by,
          lotKeys: fc.constantFrom(['AP-2027-1'], ['AP-2027-1'], []),
          answers,
          offers: fc.constantFrom([anOffer()], [anOffer()], []),
        }),
        'sign-declaration': fc.record({
          by,
          declaration: fc.constantFrom(aDeclaration(), aDeclaration(), aDeclaration({ acceptsNoGuarantee: false })),
        }),
        'submit-application': fc.record({ by }),
        'take-back-application': fc.record({ by }),
        'withdraw-application': fc.record({ by }),
        'enter-application': fc.record({ by }),
        'lapse-application': fc.record({ by }),
      },
      facts: fc.record({
        roles: anyRoles,
        round: fc.constant(aPublishedRound()),
        last: fc.constantFrom(undefined, { questionSet: someQuestions, answers: someAnswers }),
      }),
      now: fc.constantFrom(tenderNow, ...Array<string>(5).fill(whileOpen), closesAt),
    },
    {
      holds: (state) => {
        if (state.status !== 'submitted' && state.status !== 'in-evaluation') return;
        expect(Object.keys(state.answers)).toEqual(expect.arrayContaining(Object.keys(someAnswers)));
        expect(state.offers).toHaveLength(1);
        expect(state.declaration?.acceptsNoGuarantee).toBe(true);
        expect(state.submittedAt).toBe(whileOpen);
      },
    },
  );
  // Whom each command tells, and what it makes happen.
  expect(asks).toEqual({
    'submit-application': ['tell applicant'],
    'take-back-application': ['tell applicant'],
    'withdraw-application': ['tell applicant'],
    'enter-application': ['enter-lots'],
    'lapse-application': ['tell applicant'],
  });
});
