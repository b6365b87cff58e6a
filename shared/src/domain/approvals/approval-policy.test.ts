import { aMembership, chair, deputy, head, officer, schoolMembers, senco, stranger } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { type Payer, payers } from '../money/payer.ts';
import type { Delegation, Membership } from '../people/membership.ts';
import type { Person } from '../people/person.ts';
import {
  type ApprovalFacts,
  defaultApprovalPolicy,
  neededKinds,
  officersOf,
  planApproval,
  planSteps,
  type ToPlan,
} from './approval-policy.ts';

const today = localDate('2026-11-24');
const ofCouncil = (who: Person, money: readonly Payer[], told: Partial<Membership> = {}) =>
  aMembership(who, ['approver'], { buyerRef: 'CD-SEND', payers: money, ...told });
const world = (told: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  policy: defaultApprovalPolicy,
  buyerRef: '113800',
  buyerName: 'Stour Vale School',
  buyerMembers: schoolMembers,
  councilMembers: [ofCouncil(officer, ['council-budget', 'ehc-top-up', 'virtual-school'])],
  fallbackApprover: chair,
  ...told,
});
const asked = (told: Partial<ToPlan> = {}): ToPlan => ({
  payer: 'school',
  gross: pence(144_000),
  requester: senco,
  ehcPlan: false,
  useFallback: false,
  today,
  ...told,
});
const plan = (told: Partial<ToPlan> = {}, facts: Partial<ApprovalFacts> = {}) => planApproval(world(facts), asked(told));
const whoDecides = (told: Partial<ToPlan> = {}, facts: Partial<ApprovalFacts> = {}) =>
  plan(told, facts).steps.map(({ kind, approvers }) => [kind, ...approvers.map(({ name }) => name)]);
const nobodyFor = (told: Partial<ToPlan> = {}, facts: Partial<ApprovalFacts> = {}) =>
  plan(told, facts).missing.map(({ kind, sentence }) => [kind, sentence]);

const oneHead = [aMembership(senco, ['requester']), aMembership(head, ['approver'])];
const twice = { ...defaultApprovalPolicy, school: [{ kind: 'buyer' as const }, { kind: 'buyer' as const }] };

describe('row 47: the steps of the ordinary policy', () => {
  test.each<[Payer, readonly string[], readonly string[]]>([
    ['school', ['buyer'], ['buyer', 'sen-officer']],
    ['council-budget', ['buyer', 'council'], ['buyer', 'sen-officer', 'council']],
    ['ehc-top-up', ['buyer', 'council'], ['buyer', 'council']],
    ['virtual-school', ['buyer', 'council'], ['buyer', 'sen-officer', 'council']],
    ['split', ['buyer', 'council'], ['buyer', 'sen-officer', 'council']],
  ])('money of %s is decided by %j, with an EHC plan by %j', (payer, without, withPlan) => {
    const kinds = (ehcPlan: boolean) => neededKinds(defaultApprovalPolicy, asked({ payer, ehcPlan }));
    expect([kinds(false), kinds(true)]).toEqual([without, withPlan]);
  });

  test('there is one for every payer', () => expect(Object.keys(defaultApprovalPolicy).sort()).toEqual([...payers].sort()));

  test('where a policy names the SEN officer itself, or the top-up without the council, they are asked once', () => {
    const own = { ...defaultApprovalPolicy, school: [{ kind: 'sen-officer' as const }, { kind: 'buyer' as const }] };
    expect(neededKinds(own, asked({ ehcPlan: true }))).toEqual(['sen-officer', 'buyer']);
    const schoolOnly = { ...defaultApprovalPolicy, 'ehc-top-up': [{ kind: 'buyer' as const }] };
    expect(neededKinds(schoolOnly, asked({ payer: 'ehc-top-up', ehcPlan: true }))).toEqual(['buyer', 'sen-officer']);
  });

  test('a step above a sum is needed above it, and the first one whatever the total', () => {
    const above = pence(100_000);
    const school = [
      { kind: 'buyer' as const, above },
      { kind: 'council' as const, above: pence(200_000) },
    ];
    const kinds = (gross: number) => neededKinds({ ...defaultApprovalPolicy, school }, asked({ gross: pence(gross) }));
    expect([100_000, 100_001, 200_000, 200_001].map(kinds)).toEqual([['buyer'], ['buyer'], ['buyer'], ['buyer', 'council']]);
    const second = { ...defaultApprovalPolicy, school: [{ kind: 'buyer' as const, above }, { kind: 'council' as const }] };
    expect(neededKinds(second, asked({ gross: above }))).toEqual(['council']);
  });
});

describe('who may decide', () => {
  test.each<[string, readonly Membership[]]>([
    ['somebody who was removed', [aMembership(head, ['approver'], { status: 'removed' })]],
    ['somebody who is no approver', [aMembership(head, ['requester', 'contact'])]],
    ['an approver of another school', [aMembership(head, ['approver'], { buyerRef: '113801' })]],
    ['one whose limit is a penny below', [aMembership(head, ['approver'], { approvalLimit: pence(143_999) })]],
    ['one without a limit', [aMembership(head, ['approver'], { approvalLimit: undefined })]],
    ['the requester', [aMembership(senco, ['approver'])]],
  ])('not %s', (_who, buyerMembers) => expect(whoDecides({}, { buyerMembers })).toEqual([]));

  test('one whose limit is the total, to the penny', () => {
    expect(whoDecides({}, { buyerMembers: [aMembership(head, ['approver'], { approvalLimit: pence(144_000) })] })).toEqual([
      ['buyer', 'Hedda Marsh'],
    ]);
  });

  test('each once, in however many rows', () => {
    const limits = [144_000, 900_000].map((limit) => aMembership(head, ['approver'], { approvalLimit: pence(limit) }));
    expect(whoDecides({}, { buyerMembers: limits })).toEqual([['buyer', 'Hedda Marsh']]);
  });

  test.each<[Payer, readonly Payer[], boolean]>([
    ['council-budget', ['council-budget'], true],
    ['council-budget', ['ehc-top-up', 'virtual-school'], false],
    ['virtual-school', ['virtual-school'], true],
    ['split', ['ehc-top-up'], true],
    ['split', [], false],
  ])("money of %s: a council's officer for %j, %p", (payer, money, may) => {
    expect(whoDecides({ payer }, { councilMembers: [ofCouncil(officer, money)] }).length).toBe(may ? 2 : 1);
  });

  test('the SEN officer is who decides the money of EHC plans, whatever their limit', () => {
    const councilMembers = [
      ofCouncil(officer, ['ehc-top-up'], { approvalLimit: pence(1) }),
      ofCouncil(stranger, ['council-budget'], { approvalLimit: pence(9_999_999) }),
    ];
    expect(whoDecides({ ehcPlan: true }, { councilMembers })[1]).toEqual(['sen-officer', 'Offa Brook']);
  });

  test('the officers of a sort of money are its active approvers, each once', () => {
    const rows = [
      ofCouncil(officer, ['virtual-school']),
      ofCouncil(officer, ['virtual-school'], { buyerRef: 'CD-VS' }),
      ofCouncil(head, ['ehc-top-up']),
      ofCouncil(chair, ['virtual-school'], { status: 'removed' }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-VS', payers: ['virtual-school'] }),
    ];
    expect(officersOf(rows, 'virtual-school')).toEqual([officer]);
    expect(officersOf(rows, 'ehc-top-up')).toEqual([head]);
  });
});

describe('row 49: who stands in for an approver who is away', () => {
  const away = (to: Person): Delegation => ({ to, from: today, until: today });
  const schoolWith = (to: Person) => [
    aMembership(head, ['approver'], { delegation: away(to) }),
    aMembership(stranger, ['requester']),
    aMembership(senco, ['requester']),
  ];

  test('is asked beside them at their step', () => {
    expect(whoDecides({}, { buyerMembers: schoolWith(stranger) })).toEqual([['buyer', 'Hedda Marsh', 'Strang Moor']]);
    const councilMembers = [
      ofCouncil(officer, ['council-budget'], { delegation: away(stranger) }),
      aMembership(stranger, ['commissioner'], { buyerRef: 'CD-SEND' }),
    ];
    expect(whoDecides({ payer: 'council-budget' }, { councilMembers })).toEqual([
      ['buyer', 'Hedda Marsh', 'Dev Puddle'],
      ['council', 'Offa Brook', 'Strang Moor'],
    ]);
  });

  test('never the requester, nor whoever decided an earlier step', () => {
    expect(whoDecides({}, { buyerMembers: schoolWith(senco) })).toEqual([['buyer', 'Hedda Marsh']]);
    const later = planSteps(world({ buyerMembers: schoolWith(stranger) }), ['buyer'], { ...asked(), decidedBy: [stranger] });
    expect(later.steps).toEqual([{ kind: 'buyer', approvers: [head] }]);
  });
});

describe('row 48: nobody decides two steps', () => {
  const headForCouncil = { councilMembers: [ofCouncil(head, ['council-budget'])] };
  const councilMoney = { payer: 'council-budget' as const };

  test('whoever is the only one for a later step is not asked at an earlier one', () => {
    expect(whoDecides(councilMoney, headForCouncil)).toEqual([
      ['buyer', 'Dev Puddle'],
      ['council', 'Hedda Marsh'],
    ]);
  });

  test('the steps of the council choose first, for only the step of the school has a stand-in', () => {
    const one = { ...headForCouncil, buyerMembers: oneHead };
    expect(plan(councilMoney, one)).toEqual({
      steps: [{ kind: 'council', approvers: [head] }],
      missing: [
        {
          kind: 'buyer',
          sentence:
            'The only person at Stour Vale School who can approve £1,440.00 decides another step of this request, and nobody decides two. You can send it to Chara Vale instead.',
          fallback: chair,
        },
      ],
    });
    expect(whoDecides({ ...councilMoney, useFallback: true }, one)).toEqual([
      ['buyer', 'Chara Vale'],
      ['council', 'Hedda Marsh'],
    ]);
  });

  test('the steps stand in the order of the policy, also where one of them has nobody', () => {
    const both = {
      ...defaultApprovalPolicy,
      school: [{ kind: 'council' as const }, { kind: 'buyer' as const }, { kind: 'council' as const }],
    };
    const schoolMoney = { policy: both, councilMembers: [ofCouncil(officer, ['school']), ofCouncil(stranger, ['school'])] };
    expect(whoDecides({}, schoolMoney).map(([kind]) => kind)).toEqual(['council', 'buyer', 'council']);
    expect(
      nobodyFor({}, { ...schoolMoney, councilMembers: [], buyerMembers: [], fallbackApprover: undefined }).map(([kind]) => kind),
    ).toEqual(['council', 'buyer', 'council']);
  });

  test('whoever decided before, or is needed elsewhere, stands in for nobody', () => {
    const nobodyLeft = world({ buyerMembers: [aMembership(senco, ['requester'])] });
    const later = planSteps(nobodyLeft, ['buyer'], { ...asked({ useFallback: true }), decidedBy: [chair] });
    expect(later).toEqual({
      steps: [],
      missing: [{ kind: 'buyer', sentence: expect.stringContaining('Ask its contact to add an approver.'), fallback: undefined }],
    });
    const chairForCouncil = { councilMembers: [ofCouncil(chair, ['council-budget'])], buyerMembers: [aMembership(senco, ['requester'])] };
    expect(plan({ ...councilMoney, useFallback: true }, chairForCouncil)).toMatchObject({
      steps: [{ kind: 'council', approvers: [chair] }],
      missing: [{ kind: 'buyer', fallback: undefined }],
    });
  });

  test('whoever decided an earlier step is asked at none of the later ones', () => {
    const later = planSteps(world(), ['buyer', 'council'], { ...asked({ payer: 'council-budget' }), decidedBy: [head] });
    expect(later.steps.map(({ approvers }) => approvers)).toEqual([[deputy], [officer]]);
  });

  test('a policy that asks the school twice needs two people, or one and the stand-in', () => {
    expect(whoDecides({}, { policy: twice })).toEqual([
      ['buyer', 'Hedda Marsh', 'Dev Puddle'],
      ['buyer', 'Hedda Marsh', 'Dev Puddle'],
    ]);
    expect(whoDecides({ useFallback: true }, { policy: twice, buyerMembers: oneHead })).toEqual([
      ['buyer', 'Hedda Marsh'],
      ['buyer', 'Chara Vale'],
    ]);
  });
});

describe('what is said where nobody can decide', () => {
  const nobodyElse = 'Nobody else at Stour Vale School can approve £1,440.00.';
  const requesterOnly = [aMembership(senco, ['requester', 'approver'])];

  test.each<[string, Person | undefined, string]>([
    ['with whoever may stand in', chair, `${nobodyElse} You can send it to Chara Vale instead.`],
    ['with the contact where nobody may', undefined, `${nobodyElse} Ask its contact to add an approver.`],
    ['never with the requester', senco, `${nobodyElse} Ask its contact to add an approver.`],
  ])('at the school, %s', (_what, fallbackApprover, sentence) => {
    expect(nobodyFor({}, { buyerMembers: requesterOnly, fallbackApprover })).toEqual([['buyer', sentence]]);
    const chosen = whoDecides({ useFallback: true }, { buyerMembers: requesterOnly, fallbackApprover });
    expect(chosen).toEqual(fallbackApprover === chair ? [['buyer', 'Chara Vale']] : []);
  });

  test('at the council, where the stand-in of the school is none', () => {
    const none = { councilMembers: [] };
    expect(plan({ payer: 'council-budget', useFallback: true }, none).missing).toEqual([
      {
        kind: 'council',
        sentence: 'No council officer can approve £1,440.00 for this payer. Contact the commissioning team.',
        fallback: undefined,
      },
    ]);
    expect(nobodyFor({ ehcPlan: true }, none)).toEqual([
      [
        'sen-officer',
        'A pupil with an EHC plan needs the SEN case officer of the council, and none is on the register. Contact the commissioning team.',
      ],
    ]);
  });

  test('where the only one decides another step', () => {
    const two = { ...defaultApprovalPolicy, 'council-budget': [{ kind: 'council' as const }, { kind: 'council' as const }] };
    expect(nobodyFor({ payer: 'council-budget' }, { policy: two })[0]?.[1]).toMatch(/^The only council officer who can approve £1,440\.00/);
    const alsoSen = { councilMembers: [ofCouncil(officer, ['council-budget', 'ehc-top-up'])] };
    expect(nobodyFor({ payer: 'council-budget', ehcPlan: true }, alsoSen)[0]).toEqual([
      'council',
      expect.stringMatching(/^The only council officer/),
    ]);
    const senTwice = { ...defaultApprovalPolicy, school: [{ kind: 'sen-officer' as const }, { kind: 'sen-officer' as const }] };
    expect(nobodyFor({}, { policy: senTwice })[0]?.[1]).toMatch(/^The only SEN case officer of the council decides another step/);
  });
});
