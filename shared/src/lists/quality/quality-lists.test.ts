import { aCheck, aMembership, senco } from '../../domain/call-off/call-off.fixture.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { theProduct } from '../../domain/people/person.ts';
import type { CheckRecord } from '../../domain/quality/check-record.ts';
import { decideCheck } from '../../domain/quality/decide-check.ts';
import { decideConcern } from '../../domain/quality/decide-concern.ts';
import { decideProvider } from '../../domain/quality/decide-provider.ts';
import { decideVisit } from '../../domain/quality/decide-visit.ts';
import { recordOwnCheck } from '../../domain/quality/own-check.ts';
import { type ProviderStanding, unmoved } from '../../domain/quality/provider-standing.ts';
import { qaStanding } from '../../domain/quality/qa-check.ts';
import {
  ada,
  aPassedCheck,
  aReceivedCheck,
  aScheduledCheck,
  ben,
  byClock,
  byHand,
  checkFacts,
  commissioners,
  stateAfter,
  today,
} from '../../domain/quality/quality.fixture.ts';
import { reportConcern } from '../../domain/quality/report-concern.ts';
import { firstStandards } from '../../domain/quality/standards-catalogue.ts';
import { planVisit } from '../../domain/quality/visit.ts';
import { decodeFields, encodeFields } from '../codec.ts';
import type { Fields, ListDefinition } from '../list.ts';
import { fromCheckRecord, fromQaCheck, qaChecks, toCheckRecord, toQaCheck } from '../qa-checks.ts';
import { register } from '../register.ts';
import { concerns, fromConcern, toConcern } from './concerns.ts';
import { fromOwnCheck, ownChecks, toOwnCheck } from './own-checks.ts';
import { fromStanding, providerStandings, toStanding } from './provider-standings.ts';
import { fromStandard, standards, toStandard } from './standards.ts';
import { fromVisit, toVisit, visits } from './visits.ts';

/** Through the list and back: what a create sends, as JSON, and what is read of it. */
const throughList = <L extends ListDefinition>(list: L, fields: Fields<L>): Fields<L> => {
  const decoded = decodeFields(list, JSON.parse(JSON.stringify(encodeFields(list, fields, 'create'))));
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.fields;
};

const facts = checkFacts();
const acting = (): CheckRecord =>
  stateAfter(
    decideCheck(
      aReceivedCheck(),
      { ...byHand(ada), kind: 'require-action', action: 'Review them.', dueOn: localDate('2026-12-18') },
      facts,
    ),
  );
const asked = (): CheckRecord =>
  stateAfter(
    decideCheck(acting(), { ...byHand(ada), kind: 'request-waiver', reason: 'Review booked.', until: localDate('2026-12-18') }, facts),
  );
const waived = (): CheckRecord => stateAfter(decideCheck(asked(), { ...byHand(ben), kind: 'approve-waiver' }, facts));

describe('a check', () => {
  test.each<[string, CheckRecord]>([
    ['that is planned', aScheduledCheck()],
    ['with evidence', aReceivedCheck()],
    ['that was passed', aPassedCheck('insurance')],
    ['with an action', acting()],
    ['with a waiver', waived()],
    ['that failed', stateAfter(decideCheck(acting(), { ...byHand(ben), kind: 'fail', reason: 'Nothing was done.' }, facts))],
    ['that is due', stateAfter(decideCheck(aPassedCheck(), { ...byClock('2027-08-01T07:30:00Z'), kind: 'become-due' }, facts))],
  ])('%s is read as it was written', (_what, record) => {
    const fields = throughList(qaChecks, fromCheckRecord(record));
    expect(toCheckRecord(fields)).toEqual(JSON.parse(JSON.stringify(record)));
    expect(qaStanding([toQaCheck(fields)], today)).toEqual(qaStanding([record], today));
  });

  test('that was only typed is read by its columns, and begins as a record of what they say', () => {
    const fields = throughList(qaChecks, fromQaCheck(aCheck('insurance')));
    expect(toQaCheck(fields)).toEqual(aCheck('insurance'));
    expect(toCheckRecord(fields)).toMatchObject({ ...aCheck('insurance'), version: 0, history: [], outbox: [] });
  });

  test('R16: nobody says by typing that a check is not mandatory, or waives it', () => {
    const fields = fromQaCheck(aCheck('insurance', { mandatory: false, outcome: 'lapsed', waivedUntil: localDate('2030-01-01') }));
    expect(toCheckRecord(fields)).toMatchObject({ mandatory: true, waivedUntil: undefined });
    expect(qaStanding([toQaCheck(fields)], today).lacking).toContain('insurance');
  });

  test('R19: a row that was edited by hand after the app decided holds on no day', () => {
    const fields = fromCheckRecord(aPassedCheck('insurance'));
    const holds = (told: object) => qaStanding([toQaCheck({ ...fields, ...told })], today).lacking.includes('insurance');
    expect(holds({})).toBe(false);
    expect(holds({ ExpiresOn: localDate('2030-01-01') })).toBe(true);
    expect(holds({ WaivedUntil: localDate('2030-01-01') })).toBe(true);
    expect(holds({ ProviderRef: 'P-0002' })).toBe(true);
    expect(
      qaStanding([toQaCheck({ ...fromCheckRecord(acting()), Outcome: 'passed', ExpiresOn: localDate('2030-01-01') })], today).lacking,
    ).toContain('policies');
  });
});

describe('the standing of a provider', () => {
  const providerFacts = {
    councilMembers: commissioners,
    checks: [aCheck('insurance', { ref: 'Q-1', outcome: 'lapsed' as const })],
    concerns: [],
    agreementCountersigned: true,
    liveRate: true,
    debarmentClear: true,
  };
  const place = (present: ProviderStanding, told: object) =>
    stateAfter(decideProvider(present, { ...byHand(ada), kind: 'place-hold', ...told } as never, providerFacts));
  const held = place(place(unmoved('P-0001', 'paused'), { cause: 'commissioner', reason: 'The site is closed.' }), {
    ...byClock(),
    by: theProduct,
    cause: 'check-lapsed',
    about: 'Q-1',
  });
  const lifted = stateAfter(
    decideProvider(held, { ...byHand(ben), kind: 'lift-hold', holdRef: 'P-0001-H1', reason: 'Open again.' }, providerFacts),
  );

  test.each([held, lifted])('is read as it was written: %#', (standing) => {
    expect(toStanding(throughList(providerStandings, fromStanding(standing)))).toEqual(JSON.parse(JSON.stringify(standing)));
  });

  test('says in columns what holds the provider', () => {
    expect(fromStanding(held)).toMatchObject({ Status: 'suspended', OpenHolds: 2, Causes: ['commissioner', 'check-lapsed'] });
    expect(fromStanding(lifted)).toMatchObject({ OpenHolds: 1, Causes: ['check-lapsed'] });
  });

  test('of newer code is refused, never guessed at', () => {
    const raw = encodeFields(providerStandings, fromStanding(held), 'create');
    for (const change of [{ status: 'frozen' }, { holds: [{ ref: 'H' }] }, { newer: 1 }]) {
      const decoded = decodeFields(providerStandings, { ...raw, State: JSON.stringify({ ...held, ...change }) });
      expect(decoded.ok ? 'read' : decoded.issues.map(({ column }) => column).join()).toBe('State');
    }
  });
});

describe('a concern', () => {
  const reported = stateAfter(
    reportConcern(
      {
        ...byHand(senco),
        ref: 'C-00001',
        providerRef: 'P-0001',
        ringFirstRead: true,
        rung: ['lado'],
        category: 'adult-may-have-harmed',
        severity: 'serious',
        text: 'A member of staff was rough.',
      },
      { others: [] },
    ),
  );
  const command = { ...byHand(ada), kind: 'record-lado-referral', on: today, reference: 'LADO/26-1' } as const;
  const referred = stateAfter(decideConcern(reported, command, { councilMembers: commissioners, others: [] }));

  test('is read as it was written', () => {
    for (const concern of [reported, referred])
      expect(toConcern(throughList(concerns, fromConcern(concern)))).toEqual(JSON.parse(JSON.stringify(concern)));
  });

  test('shows neither reporter nor words in a column, and lies in a list that is closed to every commissioner whom nobody named', () => {
    const { State: _state, ...columns } = fromConcern(referred);
    for (const secret of [senco.name, senco.objectId, 'rough', 'LADO/26-1']) expect(JSON.stringify(columns)).not.toContain(secret);
    expect(register.filter(({ restricted }) => restricted === 'to-named').map(({ title }) => title)).toEqual([
      'Concerns',
      'DutyCommissioners',
    ]);
  });
});

test('a visit with its actions is read as it was written, and its columns say what is due next', () => {
  const visitFacts = { councilMembers: commissioners };
  const planned = stateAfter(planVisit({ ...byHand(ada), ref: 'V-00001', providerRef: 'P-0001', plannedFor: today }, visitFacts));
  const held = stateAfter(
    decideVisit(planned, { ...byHand(ada), kind: 'record', heldOn: today, findings: 'Two doors without closers.' }, visitFacts),
  );
  const add = { ...byHand(ada), kind: 'add-action', text: 'Put closers on the doors.', dueOn: localDate('2026-12-01') } as const;
  const acted = stateAfter(decideVisit(held, add, visitFacts));
  for (const visit of [planned, held, acted])
    expect(toVisit(throughList(visits, fromVisit(visit)))).toEqual(JSON.parse(JSON.stringify(visit)));
  expect(fromVisit(acted)).toMatchObject({ OpenActions: 1, NextActionDueOn: '2026-12-01' });
});

test("a school's own check is read as it was written, and its columns say who checked what and when it is looked at again", () => {
  const own = stateAfter(
    recordOwnCheck(
      undefined,
      {
        ...byHand(senco),
        buyerRef: '113800',
        providerRef: 'P-0001',
        checkedOn: today,
        headings: ['visited', 'insurance'],
        reviewOn: localDate('2027-07-20'),
      },
      { members: [aMembership(senco, ['requester'])] },
    ),
  );
  expect(toOwnCheck(throughList(ownChecks, fromOwnCheck(own)))).toEqual(JSON.parse(JSON.stringify(own)));
  expect(fromOwnCheck(own)).toMatchObject({ CheckedBy: senco.name, Headings: ['visited', 'insurance'], ReviewOn: '2027-07-20' });
});

test('R15: each standard is a row, read as it was written', () => {
  for (const row of firstStandards) expect(toStandard(throughList(standards, fromStandard(row)))).toEqual(row);
});
