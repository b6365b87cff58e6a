import { localDate } from '../../days/local-date.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { commissioner, given } from '../tender.fixture.ts';
import { aFrameworkThatIs, elsewhere, planFramework, tryFramework } from './framework.fixture.ts';
import type { FrameworkCommand, FrameworkFacts } from './framework-command.ts';
import type { FrameworkTender } from './framework-tender.ts';

const plan = (terms: Parameters<typeof planFramework>[0]) => tryFramework(undefined, planFramework(terms));
const begin = { ...given(commissioner), kind: 'begin-framework-standstill', noticePublishedOn: localDate('2026-11-26') } as const;
const goLive = { ...given(commissioner), kind: 'go-live' } as const;
const close = { ...given(theProduct), kind: 'close-framework' } as const;

describe('R29: the terms of a plan', () => {
  test.each<[number, boolean]>([
    [1, true],
    [120, true],
    [0, false],
    [121, false],
    [1.5, false],
  ])('prices may be fixed for %s months: %s', (pricePeriodMonths, allowed) => {
    const decision = plan({ pricePeriodMonths });
    if (allowed) expect(decision.ok).toBe(true);
    else expect(refusedTender(decision)).toMatchObject({ code: 'number-not-allowed', field: '/terms/pricePeriodMonths' });
  });

  test.each<[string, Parameters<typeof planFramework>[0], string, string]>([
    ['no name', { name: ' ' }, 'text-required', '/terms/name'],
    ['a name of 256 letters', { name: 'n'.repeat(256) }, 'text-too-long', '/terms/name'],
    ['no authority', { authority: '' }, 'text-required', '/terms/authority'],
    [
      'no standstill that the law asks',
      { legalRegime: 'pa-2023', standstillWorkingDays: 7 },
      'number-not-allowed',
      '/terms/standstillWorkingDays',
    ],
    ['a competition on no portal', { competition: { ...elsewhere, portal: '' } }, 'text-required', '/terms/competition/portal'],
    ['a competition without a notice', { competition: { ...elsewhere, noticeId: ' ' } }, 'text-required', '/terms/competition/noticeId'],
    [
      'a competition without evidence',
      { competition: { ...elsewhere, evidenceUrl: '' } },
      'link-not-allowed',
      '/terms/competition/evidenceUrl',
    ],
    [
      'blanks for why it lasts longer',
      { expiresOn: localDate('2031-04-01'), termReason: '  ' },
      'term-reason-required',
      '/terms/termReason',
    ],
  ])('it has not %s', (_what, terms, code, field) => expect(refusedTender(plan(terms))).toMatchObject({ code, field }));

  test('of which only blanks say how providers are chosen, it does not open', () => {
    const planned = acceptedTender(plan({ selectionProcess: '  ' })).state;
    expect(refusedTender(tryFramework(planned, { ...given(commissioner), kind: 'open-framework' })).field).toBe('/terms/selectionProcess');
  });
});

test('what each step of a framework asks of the world', () => {
  const asks = (present: FrameworkTender, command: FrameworkCommand, told: Partial<FrameworkFacts> = {}, now?: string) =>
    acceptedTender(tryFramework(present, command, told, now)).effects.flatMap((effect) =>
      effect.kind === 'record-audit' ? [] : [effect.kind === 'tell' ? `${effect.audience}: ${effect.news}` : effect.kind],
    );
  expect(asks(aFrameworkThatIs('coming'), { ...given(commissioner), kind: 'open-framework' })).toEqual([]);
  expect(asks(aFrameworkThatIs('open'), close, { rounds: [{ status: 'closed' }] })).toEqual([]);
  expect(asks(aFrameworkThatIs('pending'), begin)).toEqual(['all-applicants: framework-standstill-begun']);
  expect(asks(aFrameworkThatIs('standstill'), goLive, {}, '2027-04-01T08:00:00Z')).toEqual(['commissioners: framework-went-live']);
  expect(asks(aFrameworkThatIs('live'), { ...given(theProduct), kind: 'expire-framework' }, {}, '2031-04-01T08:00:00Z')).toEqual([]);
  expect(asks(aFrameworkThatIs('open'), { ...given(commissioner), kind: 'cancel-framework', reason: 'No money.' })).toEqual([
    'cancel-rounds',
    'all-applicants: framework-cancelled',
  ]);
});

describe('a framework opens and closes', () => {
  test('beside rounds that are over or not begun: one that takes applications is enough to open, and one that closed to close', () => {
    const open = { ...given(commissioner), kind: 'open-framework' } as const;
    expect(
      tryFramework(aFrameworkThatIs('coming'), open, { rounds: [{ status: 'closed' }, { status: 'open' }, { status: 'draft' }] }).ok,
    ).toBe(true);
    expect(refusedTender(tryFramework(aFrameworkThatIs('coming'), open, { rounds: [] })).code).toBe('no-competition');
    const rounds = [{ status: 'cancelled' }, { status: 'closed' }, { status: 'draft' }] as const;
    expect(tryFramework(aFrameworkThatIs('open'), close, { rounds }).ok).toBe(true);
    expect(refusedTender(tryFramework(aFrameworkThatIs('open'), close, { rounds: [{ status: 'draft' }] })).code).toBe('no-competition');
    expect(refusedTender(tryFramework(aFrameworkThatIs('open'), close, { rounds: [...rounds, { status: 'published' }] })).code).toBe(
      'not-yet',
    );
  });
});

describe('R32: the standstill of a framework', () => {
  test('begins once nothing waits, beside awards of which nothing came; it counts what waits', () => {
    expect(tryFramework(aFrameworkThatIs('pending'), begin, { awards: [{ status: 'rejected' }, { status: 'approved' }] }).ok).toBe(true);
    expect(
      refusedTender(
        tryFramework(aFrameworkThatIs('pending'), begin, {
          undecided: 2,
          awards: [{ status: 'proposed' }, { status: 'proposed' }, { status: 'approved' }],
        }),
      ).detail,
    ).toBe('Decide every application first: 4 still wait.');
    expect(refusedTender(tryFramework(aFrameworkThatIs('pending'), begin, { awards: [] })).code).toBe('applications-undecided');
  });

  test('that was not begun keeps it from going live', () => {
    const standing = aFrameworkThatIs('standstill');
    expect(refusedTender(tryFramework({ ...standing, standstill: undefined }, goLive, {}, '2027-04-01T08:00:00Z')).code).toBe(
      'standstill-not-over',
    );
  });

  test('P8: on its last day it goes live for that day, and after it no more; one award in force is enough', () => {
    const standing = aFrameworkThatIs('standstill');
    const awards = [{ status: 'set-aside' }, { status: 'in-force' }] as const;
    expect(tryFramework(standing, goLive, { awards }, '2031-03-31T12:00:00Z').ok).toBe(true);
    expect(refusedTender(tryFramework(standing, goLive, { awards }, '2031-03-31T23:00:00Z'))).toMatchObject({ code: 'dates-not-allowed' });
  });
});
