import { withAttention } from '../domain/call-off/attention.ts';
import {
  aBuyer,
  aCallOff,
  aCheck,
  aCommand,
  accepted,
  aFramework,
  aLot,
  aMembership,
  anOrder,
  aProvider,
  aRate,
  aService,
  aSubmission,
  chair,
  decided,
  facts,
  head,
  officer,
  senco,
} from '../domain/call-off/call-off.fixture.ts';
import type { CallOff } from '../domain/call-off/call-off.ts';
import { stateRoom } from '../domain/call-off/call-off-room.ts';
import { resubmitCallOff } from '../domain/call-off/submit-call-off.ts';
import { undoWithdrawal } from '../domain/call-off/undo-withdrawal.ts';
import { withdrawCallOff } from '../domain/call-off/withdraw-call-off.ts';
import { localDate } from '../domain/days/local-date.ts';
import { pence } from '../domain/money/money.ts';
import { answerOrder } from '../domain/orders/answer-order.ts';
import { holdOrder } from '../domain/orders/held-order.ts';
import { personKey, theProduct } from '../domain/people/person.ts';
import { refused } from '../domain/refusal.ts';
import { buyerMembers, fromMembership, toMembership } from './buyer-members.ts';
import { buyers, fromBuyer, toBuyer } from './buyers.ts';
import { callOffs, fromCallOff, toCallOff } from './call-offs.ts';
import { decodeFields, encodeFields } from './codec.ts';
import { longTextLimit } from './column.ts';
import { frameworks, fromFramework, toFramework } from './frameworks.ts';
import type { Fields, ListDefinition } from './list.ts';
import { fromLot, lots, toLot } from './lots.ts';
import { fromProvider, providers, toProvider } from './providers.ts';
import { fromQaCheck, qaChecks, toQaCheck } from './qa-checks.ts';
import { fromRate, rateCards, toRate } from './rate-cards.ts';
import { fromService, services, toService } from './services.ts';

/** Through the list and back: what a create sends, as JSON, and what is read of it. */
const throughList = <L extends ListDefinition>(list: L, fields: Fields<L>): Fields<L> => {
  const sent = JSON.parse(JSON.stringify(encodeFields(list, fields, 'create'))) as Record<string, unknown>;
  const decoded = decodeFields(list, sent);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.issues));
  return decoded.fields;
};

const kept = (callOff: CallOff): CallOff => toCallOff(throughList(callOffs, fromCallOff(callOff)));

const returned = decided(aCallOff(), 'return');
const withdrawn = accepted(withdrawCallOff(aCallOff(), aCommand(senco))).state;
const states: readonly [string, CallOff][] = [
  ['that waits for its first step', aCallOff()],
  ['with two steps and every text', aCallOff({ payer: 'council-budget', costCode: 'SEN-42', objectives: 'Back to school by Easter.' })],
  ['at its second step', decided(aCallOff({ payer: 'council-budget' }), 'approve', { comment: 'Go ahead.' })],
  ['sent to the fallback approver', aCallOff({ useFallbackApprover: true }, { buyerMembers: [aMembership(senco, ['requester'])] })],
  ['that was sent back', returned],
  ['that was sent again', accepted(resubmitCallOff(returned, aSubmission(), facts())).state],
  [
    'with older entries folded',
    { ...returned, history: [{ at: '2026-11-24T10:00:00Z', by: 'Sena Coombe', what: 'Earlier entries', folded: 2 }] },
  ],
  ['that was rejected', decided(aCallOff(), 'reject')],
  ['that was withdrawn', withdrawn],
  ['whose withdrawal was undone', accepted(undoWithdrawal(withdrawn, { ...aCommand(senco), asked: [] })).state],
  ['with an order', anOrder()],
  [
    'with an order that is held',
    accepted(holdOrder(anOrder(), aCommand(theProduct), refused('qa-not-current', 'A check lapsed.'), 'x')).state,
  ],
  ['with a message that is late', withAttention(aCallOff(), { reason: 'message-delayed', since: '2026-11-24T11:00:00Z' })],
  ['with an accepted order', accepted(answerOrder(anOrder(), { ...aCommand(senco), answer: 'accepted' })).state],
  ['with a declined order', accepted(answerOrder(anOrder(), { ...aCommand(senco), answer: 'declined', reason: 'Full.' })).state],
];

test.each(states)('a call-off %s is read from its list as it was written', (_state, callOff) => {
  expect(kept(callOff)).toEqual(callOff);
});

test.each(states)('a call-off %s is decided about the same after it was read back', (_state, callOff) => {
  const command = aCommand(senco, { id: 'one.command' });
  expect(withdrawCallOff(kept(callOff), command)).toEqual(withdrawCallOff(callOff, command));
});

test('the columns beside the state say the same in words that people sort by', () => {
  expect(throughList(callOffs, fromCallOff(anOrder()))).toMatchObject({
    Title: 'CO-7K3M-9QXT',
    Status: 'ordered',
    OrderNumber: 'AP-000042',
    OrderState: 'awaiting-provider',
    Requester: personKey(senco),
    StartDate: '2027-01-12',
    Gross: 144_000,
    Version: 2,
  });
  expect(fromCallOff(anOrder()).NeedsAttention).toBeUndefined();
  const late = withAttention(anOrder(), { reason: 'message-delayed', since: '2026-11-24T11:00:00Z' });
  expect(fromCallOff(late).NeedsAttention).toBe('message-delayed');
  expect(fromCallOff(withAttention(late, { reason: 'order-not-sent', since: '2026-11-24T12:00:00Z' })).NeedsAttention).toBe(
    'order-not-sent',
  );
  expect(fromCallOff(aCallOff()).WaitingFor).toBe('Hedda Marsh, Dev Puddle');
  expect(fromCallOff(anOrder()).WaitingFor).toBeUndefined();
});

describe('a state that this code does not know is refused, never guessed at or written over', () => {
  const changed = (change: (state: Record<string, unknown>) => void) => {
    const raw = encodeFields(callOffs, fromCallOff(decided(aCallOff({ payer: 'council-budget' }), 'approve')), 'create');
    const state = JSON.parse(String(raw.State)) as Record<string, unknown>;
    change(state);
    const decoded = decodeFields(callOffs, { ...raw, State: JSON.stringify(state) });
    return decoded.ok ? 'read' : decoded.issues.map((issue) => issue.column).join();
  };
  const part = (state: Record<string, unknown>, name: string) => state[name] as Record<string, unknown>;
  const first = (state: Record<string, unknown>, name: string) => (state[name] as Record<string, unknown>[])[0] ?? {};

  test.each<[string, (state: Record<string, unknown>) => void]>([
    ['a status of newer code', (state) => Object.assign(state, { status: 'offered' })],
    ['a field of newer code', (state) => Object.assign(state, { holds: [] })],
    ['a field of newer code in the request', (state) => Object.assign(part(state, 'request'), { yearGroup: 8 })],
    ['a field of newer code in the price', (state) => Object.assign(part(state, 'price'), { discount: 5 })],
    ['a field of newer code in a step', (state) => Object.assign(first(state, 'approvals'), { delegate: 'x' })],
    ['an effect of newer code', (state) => Object.assign(first(state, 'outbox'), { kind: 'offer-to-next' })],
    ['a field of newer code in an effect', (state) => Object.assign(first(state, 'outbox'), { after: 'x' })],
    ['a field of newer code in the history', (state) => Object.assign(first(state, 'history'), { round: 1 })],
    ['no version', (state) => Object.assign(state, { version: undefined })],
    ['half a penny', (state) => Object.assign(part(state, 'price'), { gross: 0.5 })],
    ['a requester without a tenant', (state) => Object.assign(part(state, 'requester'), { tenantId: '' })],
    ['a day that does not exist', (state) => Object.assign(part(state, 'request'), { startDate: '2027-02-30' })],
  ])('%s', (_what, change) => {
    expect(changed(change)).toBe('State');
  });

  test('the state as it was written is read', () => {
    expect(changed(() => undefined)).toBe('read');
  });
});

test('the room that the domain keeps to is what the column takes', () => {
  expect(stateRoom).toBe(longTextLimit);
});

test('a state that outgrows its column is refused before it is sent', () => {
  const history = Array.from({ length: 40 }, (_, index) => ({
    at: `${index}`,
    by: head.name,
    what: 'Rejected',
    comment: 'x'.repeat(2_000),
  }));
  expect(() => encodeFields(callOffs, fromCallOff({ ...aCallOff(), history }), 'update')).toThrow(RangeError);
});

describe('what the register holds of everything else is read as it was written', () => {
  test('a framework, a lot, a provider, a service, a rate and a check', () => {
    const framework = aFramework({ maxValue: pence(7_600_000_000) });
    expect(toFramework(throughList(frameworks, fromFramework(framework)))).toEqual(framework);
    const lot = aLot({ expiresOn: localDate('2028-08-31'), description: 'Two lines\nof text' });
    expect(toLot(throughList(lots, fromLot(lot)))).toEqual(lot);
    expect(toProvider(throughList(providers, fromProvider(aProvider())))).toEqual(aProvider());
    const service = aService({ placesFree: 0, placesAsAt: localDate('2026-06-30'), siteRef: 'P-0001-S1', hoursPerWeekMax: 12.5 });
    expect(toService(throughList(services, fromService(service)))).toEqual(service);
    expect(toRate(throughList(rateCards, fromRate(aRate())))).toEqual(aRate());
    expect(toQaCheck(throughList(qaChecks, fromQaCheck(aCheck('insurance'))))).toEqual(aCheck('insurance'));
  });

  test('a buyer with its term dates and fallback approver', () => {
    const buyer = aBuyer({ outcode: 'DT11', legalBuyer: 'Governing body' });
    expect(toBuyer(throughList(buyers, fromBuyer(buyer)))).toEqual(buyer);
    expect(toBuyer(throughList(buyers, fromBuyer(aBuyer({ fallbackApprover: undefined, tenantIds: [], termDates: [] }))))).toMatchObject({
      fallbackApprover: undefined,
      tenantIds: [],
      termDates: [],
    });
  });

  test('half a fallback approver is none: nobody is asked whose address is not known', () => {
    expect(toBuyer({ ...fromBuyer(aBuyer()), FallbackApproverEmail: undefined }).fallbackApprover).toBeUndefined();
    expect(chair.email).toBe('chara.vale@school.example');
  });

  test('a membership with its limit and payers; a person who cannot be read has no rights', () => {
    const membership = aMembership(officer, ['approver'], { buyerRef: 'CD-SEND', payers: ['council-budget'] });
    const fields = throughList(buyerMembers, fromMembership(membership));
    expect(toMembership(fields)).toEqual(membership);
    expect(fields.Title).toBe(`CD-SEND:${personKey(officer)}`);
    expect(toMembership({ ...fields, Person: 'nobody' as never })).toBeUndefined();
  });
});

test('a call-off from before a basis belonged to direct awards alone reads on its route', () => {
  const present = anOrder();
  const earlier = { ...present, request: { ...present.request, blockRef: 'BP-0001' } } as unknown as CallOff;
  expect(kept(earlier).request).toMatchObject({ blockRef: 'BP-0001' });
  expect(kept(earlier).request.basis).toBeUndefined();
});
