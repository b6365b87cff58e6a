import { decideApproval } from '../approvals/decide-approval.ts';
import { routeOf } from '../call-off/award-route.ts';
import {
  aCallOff,
  accepted,
  aDecision,
  aListing,
  anOrder,
  aRate,
  aRequest,
  aSubmission,
  decisionFacts,
  facts,
  refusal,
} from '../call-off/call-off.fixture.ts';
import { submitCallOff } from '../call-off/submit-call-off.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { requestOf } from '../orders/next-candidates.ts';
import { aCompetition, choosing, quoting, stateOf } from './enquiry.fixture.ts';
import { wonIn } from './won-competition.ts';

const held = stateOf(choosing(stateOf(quoting(stateOf(quoting(aCompetition(), 'P-0001', 75)), 'P-0002', 74)), 'P-0001'));
const enquiryRef = held.ref;
const request = { enquiryRef };
const competition = wonIn(held, '113800', []);
const submitted = (told: Parameters<typeof aRequest>[0] = {}, world: Parameters<typeof facts>[0] = {}, shownGross = pence(135_000)) =>
  submitCallOff(aSubmission({ request: aRequest({ ...request, ...told }), shownGross }), facts({ competition, ...world }));

test('row 39: a request that follows a competition is priced as quoted, keeps the framework rate that it was quoted under, and names the competition', () => {
  const { state } = accepted(submitted());
  expect(routeOf(state.request)).toBe('further-competition');
  expect(state.price).toMatchObject({ unitPrice: 7_500, units: 18, net: 135_000, rateRef: 'R-00001', rateHash: aCallOff().price.rateHash });
  expect(state.request.enquiryRef).toBe(enquiryRef);
});

test('row 39: it needs no basis of a direct award, and its approval asks the same facts again', () => {
  const { state } = accepted(submitted());
  expect(state.request.basis).toBeUndefined();
  expect(accepted(decideApproval(state, aDecision(state, 'approve'), decisionFacts({ competition }))).state.status).toBe('ordered');
  expect(refusal(decideApproval(state, aDecision(state, 'approve'), decisionFacts())).code).toBe('call-off-does-not-fit');
  const dearer = decisionFacts({ competition, listing: aListing({ rates: [aRate({ price: pence(9_000) })] }) });
  expect(refusal(decideApproval(state, aDecision(state, 'approve'), dearer)).code).toBe('rate-changed');
});

test('row 39: it is of the service that was chosen, from the day that was quoted, for one request, and for its own buyer', () => {
  expect(refusal(submitted({ serviceRef: 'S-00001', enquiryRef: 'EN-OTHER' })).code).toBe('call-off-does-not-fit');
  const late = {
    ...held,
    asked: held.asked.map((each) => ({
      ...each,
      reply: each.reply && { ...each.reply, quote: { unitPrice: pence(7_500), earliestStart: localDate('2027-02-01') } },
    })),
  };
  expect(refusal(submitted({}, { competition: wonIn(late, '113800', []) }))).toMatchObject({
    code: 'call-off-does-not-fit',
    field: '/startDate',
  });
  expect(wonIn(held, '999999', [])).toBeUndefined();
  expect(wonIn(aCompetition(), '113800', [])).toBeUndefined();
  const first = accepted(submitted()).state;
  expect(refusal(submitted({}, { competition: wonIn(held, '113800', [first]) })).detail).toContain(first.ref);
  expect(wonIn(held, '113800', [first], first.ref)?.usedBy).toBeUndefined();
  expect(wonIn(held, '113800', [{ ...first, status: 'withdrawn' }])?.usedBy).toBeUndefined();
});

test('row 39: no quote is above the framework price of the first day, whatever it was when it was quoted', () => {
  const cheaper = { competition, listing: aListing({ rates: [aRate({ price: pence(7_000) })] }) };
  expect(refusal(submitted({}, cheaper, pence(126_000))).code).toBe('rate-changed');
});

test('row 41: whoever is asked next was not chosen in the competition: it is asked at its framework price', () => {
  const order = { ...anOrder(), request: aRequest(request) };
  expect(routeOf(requestOf(order, 'S-00002', { basis: 'lowest-price' }))).toBe('direct-award');
});
