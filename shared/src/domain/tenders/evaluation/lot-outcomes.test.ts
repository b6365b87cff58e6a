import { theProduct } from '../../people/person.ts';
import { awardStatuses } from '../award/award-status.ts';
import { acceptedTender, refusedTender } from '../machine.fixture.ts';
import { commissioner, evaluatorA, given, lead, secondCommissioner } from '../tender.fixture.ts';
import { aLotApplication, allScored, aModerated, anEntered, submittedSheet, tryLot, twoSheets } from './evaluation.fixture.ts';
import type { LotApplication } from './lot-application.ts';

const noteAward = { ...given(theProduct), kind: 'note-award' } as const;
const withdraw = { ...given(commissioner), kind: 'withdraw-lot', reason: 'They closed.' } as const;
const recommended: LotApplication = { ...aModerated(), status: 'recommended' };
const asks = (decision: ReturnType<typeof tryLot>): readonly string[] =>
  acceptedTender(decision).effects.flatMap((effect) => (effect.kind === 'tell' ? [`${effect.audience}: ${effect.news}`] : []));

test('row 16: what an award of each state makes of the application for its lot', () => {
  expect(
    awardStatuses.map((award) => {
      const decision = tryLot(recommended, noteAward, { award });
      return [award, decision.ok ? decision.state.status : decision.code];
    }),
  ).toEqual([
    ['proposed', 'not-yet'],
    ['approved', 'approved'],
    ['rejected', 'rejected'],
    ['standstill', 'approved'],
    ['agreement-sent', 'approved'],
    ['signed', 'approved'],
    ['countersigned', 'approved'],
    ['in-force', 'approved'],
    ['set-aside', 'rejected'],
  ]);
  expect(refusedTender(tryLot(recommended, noteAward, { award: undefined })).code).toBe('not-yet');
});

test('an approval is taken over once, and lost again where its award is set aside; the applicant is told each time', () => {
  const approved: LotApplication = { ...recommended, status: 'approved' };
  expect(refusedTender(tryLot(approved, noteAward, { award: 'standstill' })).code).toBe('already-made');
  expect(acceptedTender(tryLot(approved, noteAward, { award: 'set-aside' })).state.status).toBe('rejected');
  expect(asks(tryLot(approved, noteAward, { award: 'set-aside' }))).toEqual(['applicant: lot-decided']);
  expect(asks(tryLot(recommended, noteAward, { award: 'approved' }))).toEqual(['applicant: lot-decided']);
});

test('a lot is withdrawn while no award of it stands, with a reason, and the panel is told', () => {
  for (const award of [undefined, 'proposed', 'rejected', 'set-aside'] as const) {
    expect(acceptedTender(tryLot(recommended, withdraw, { award })).state.status).toBe('withdrawn');
    expect(asks(tryLot(recommended, withdraw, { award }))).toEqual(['panel: lot-withdrawn']);
  }
  for (const award of ['approved', 'standstill', 'agreement-sent', 'signed', 'countersigned', 'in-force'] as const)
    expect(refusedTender(tryLot(recommended, withdraw, { award })).code).toBe('not-in-this-state');
  expect(refusedTender(tryLot(recommended, { ...withdraw, reason: ' ' }))).toMatchObject({ code: 'text-required', field: '/reason' });
});

test('row 13: a lead who scored stands once among those who took part, and each is kept as an id only', () => {
  const sheets = [...twoSheets(), submittedSheet(lead, allScored(4))];
  const moderated = acceptedTender(tryLot(aLotApplication(), { ...given(lead), kind: 'moderate', marks: allScored(4) }, { sheets }));
  const { evaluators = [] } = moderated.state.moderation ?? {};
  expect(evaluators.map(({ objectId }) => objectId).filter((id) => id === lead.objectId)).toHaveLength(1);
  expect(evaluators[0]).toStrictEqual({ tenantId: evaluatorA.tenantId, objectId: evaluatorA.objectId });
  expect(evaluators).toHaveLength(3);
});

test('row 13: who was stood down took no part', () => {
  const left = { ...submittedSheet(secondCommissioner, allScored(1)), status: 'stood-down' } as const;
  const { moderation } = aModerated(allScored(4), [...twoSheets(), left]);
  expect(moderation?.evaluators.map(({ objectId }) => objectId)).not.toContain(secondCommissioner.objectId);
});

test('row 13: where the mark of an evaluator is missing, the agreed one says why', () => {
  const [first, second] = twoSheets();
  if (!first || !second) throw new Error('no sheets');
  const { impact: _missing, ...marks } = second.marks;
  const moderate = { ...given(lead), kind: 'moderate', marks: allScored(4, '') } as const;
  expect(refusedTender(tryLot(aLotApplication(), moderate, { sheets: [first, { ...second, marks }] }))).toMatchObject({
    code: 'text-required',
    field: '/marks/impact/comment',
  });
});

test('row 14: an application without a price that is compared enters no lot', () => {
  const enter = { ...given(theProduct), kind: 'enter-lot', lotKey: 'AP-2027-1' } as const;
  expect(refusedTender(tryLot(undefined, enter, { application: { ...anEntered(), offers: [] } })).code).toBe('lot-not-known');
});
