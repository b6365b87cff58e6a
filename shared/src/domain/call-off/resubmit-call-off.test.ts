import { pence } from '../money/money.ts';
import {
  aBuyer,
  aCallOff,
  aCommand,
  accepted,
  aListing,
  aProvider,
  aRate,
  aRequest,
  aSubmission,
  decided,
  deputy,
  facts,
  head,
  officer,
  refusal,
  schoolMembers,
  senco,
  stranger,
} from './call-off.fixture.ts';
import { refusedWith } from './submission.fixture.ts';
import { resubmitCallOff, type SubmitCommand, type SubmitFacts } from './submit-call-off.ts';

describe('a request that was sent back and is sent again', () => {
  const returned = decided(aCallOff(), 'return');
  const again = (told: Partial<SubmitCommand> = {}, world: Partial<SubmitFacts> = {}) =>
    resubmitCallOff(returned, aSubmission({ ref: 'CO-0000-0000', idempotencyKey: 'another-key', ...told }), facts(world));

  test('keeps its reference, key, history and outbox, and asks every step anew in a new round', () => {
    const { state, effects } = accepted(again());
    expect(state).toMatchObject({
      ref: returned.ref,
      idempotencyKey: returned.idempotencyKey,
      version: 3,
      round: 2,
      status: 'awaiting-approval',
    });
    expect(state.approvals).toEqual([{ kind: 'buyer', approvers: [head, deputy], state: 'open' }]);
    expect(state.history.slice(0, -1)).toEqual(returned.history);
    expect(state.outbox).toEqual([...returned.outbox, ...effects]);
    expect(effects.map((effect) => [effect.id, effect.kind])).toEqual([
      ['CO-7K3M-9QXT-v3-0', 'send-approval-card'],
      ['CO-7K3M-9QXT-v3-1', 'send-approval-mail'],
      ['CO-7K3M-9QXT-v3-2', 'send-approval-card'],
      ['CO-7K3M-9QXT-v3-3', 'send-approval-mail'],
      ['CO-7K3M-9QXT-v3-4', 'record-audit'],
    ]);
    expect(effects[0]).toMatchObject({ step: 0, round: 2 });
  });

  test('is priced afresh', () => {
    const listing = aListing({ rates: [aRate({ ref: 'R-00009', price: pence(10_000) })] });
    expect(refusal(again({}, { listing })).code).toBe('price-changed');
    const { state } = accepted(again({ shownGross: pence(180_000) }, { listing }));
    expect(state.price).toMatchObject({ rateRef: 'R-00009', gross: 180_000 });
  });

  test('is checked by every rule of a new one', () => {
    expect(refusal(again({}, { listing: aListing({ provider: aProvider({ status: 'suspended' }) }) })).code).toBe('provider-not-active');
    expect(refusal(again({ request: aRequest({ pupilRef: 'Jack Smith' }) })).code).toBe('pupil-reference-not-allowed');
  });

  test('comes from its requester only, by tenant and object id in any case', () => {
    expect(refusal(again({ ...aCommand(stranger) })).code).toBe('not-yours');
    expect(refusal(again({ ...aCommand({ ...senco, tenantId: officer.tenantId }) })).code).toBe('not-yours');
    expect(again({ ...aCommand({ ...senco, objectId: senco.objectId.toUpperCase() }) }).ok).toBe(true);
  });

  test('stays with its school: what its head wrote is not for another to read', () => {
    const other = aBuyer({ ref: '999999', name: 'Another School' });
    const buyerMembers = schoolMembers.map((member) => ({ ...member, buyerRef: '999999' }));
    const moved = again({ request: aRequest({ buyerRef: '999999' }) }, { buyer: other, buyerMembers });
    expect(refusedWith(moved)).toBe('not-yours at /buyerRef');
  });

  test.each([
    ['awaiting approval', aCallOff()],
    ['rejected', decided(aCallOff(), 'reject')],
    ['ordered', decided(aCallOff(), 'approve')],
  ])('cannot be sent again while it is %s', (_state, present) => {
    expect(refusal(resubmitCallOff(present, aSubmission(), facts())).code).toBe('call-off-not-returned');
  });
});
