import { localDate } from '@ap/shared/domain/days/local-date';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import { anOffer } from '@ap/shared/domain/tenders/application/application.fixture';
import { aProfile } from '@ap/shared/domain/tenders/award/award.fixture';
import { afterClose, allScored, anEntered, aScore, closedRound, lotRef } from '@ap/shared/domain/tenders/evaluation/evaluation.fixture';
import type { Marks } from '@ap/shared/domain/tenders/evaluation/mark';
import { scoreSheetRef } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import { awardApprover, commissioner, evaluatorA, evaluatorB, lead } from '@ap/shared/domain/tenders/tender.fixture';
import { checkExclusion, decideAward, getAward } from '../../functions/src/awards/award-steps.ts';
import { proposeAward } from '../../functions/src/awards/begin-award.ts';
import { listEvaluations } from '../../functions/src/evaluation/evaluations.ts';
import { declareInterest, getOwnSheet, listOwnSheets, saveScores, submitScores } from '../../functions/src/evaluation/own-sheets.ts';
import {
  assignEvaluator,
  getEvaluation,
  getLotApplication,
  moderateLot,
  standDownEvaluator,
  withdrawLot,
} from '../../functions/src/evaluation/panel.ts';
import { getRanking, recordRanking, setRankingAside } from '../../functions/src/evaluation/ranking.ts';
import type { World } from '../ports/memory-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';
import { codeOf } from '../support/code-of.ts';

// From an application that was handed in to an award that is proposed: who sees and does what, over the real decisions and outboxes.

const otherRef = 'AP-RD-2027-P-0043-AP-2027-1';

/** A second applicant, at a higher price. */
const another = (): Application => {
  const text = JSON.stringify(anEntered()).replaceAll('P-0042', 'P-0043').replaceAll('Blackmore Vale', 'Cranborne Chase');
  const entered = JSON.parse(text) as Application;
  return {
    ...entered,
    offers: [anOffer({ price: 5_000 as never })],
    contact: { email: 'office@cranborne.example', registryNumber: '04000002' },
  };
};

/** A closed round with two applications that have entered, each a record for its lot. */
const entered = async (): Promise<World> => {
  const world = await tenderWorld(afterClose.replace('Z', '.000Z'));
  await world.ports.tenders.rounds.add({ ...closedRound(), outbox: [] });
  await world.ports.tenders.applications.add(anEntered());
  await world.ports.tenders.applications.add(another());
  await settle(world);
  return world;
};

const at = { ref: lotRef };
const sheetOf = (person: Person, lot = lotRef) => scoreSheetRef(lot, person);
const assign = (world: World, person: Person, lot = lotRef, by: Person = lead) =>
  assignEvaluator(world.ports)(callOf(by, { ref: lot }, { tenantId: person.tenantId, objectId: person.objectId }));
const declares = (world: World, by: Person, conflict = false, statement?: string, lot = lotRef) =>
  declareInterest(world.ports)(callOf(by, { ref: sheetOf(by, lot) }, { conflict, statement }));
const scores = (world: World, by: Person, marks: Marks, lot = lotRef) =>
  saveScores(world.ports)(callOf(by, { ref: sheetOf(by, lot) }, { marks }));
const submits = (world: World, by: Person, lot = lotRef) => submitScores(world.ports)(callOf(by, { ref: sheetOf(by, lot) }, undefined));
const panel = (world: World, by: Person = lead) => getLotApplication(world.ports)(callOf(by, at, undefined));
const moderates = (world: World, marks: Marks = allScored(4), lot = lotRef) =>
  moderateLot(world.ports)(callOf(lead, { ref: lot }, { marks }));
const ofLot = { roundRef: 'RD-2027', lotKey: 'AP-2027-1' };
const ranks = (world: World) => recordRanking(world.ports)(callOf(lead, ofLot, undefined));

/** Both evaluators assigned and cleared, A having submitted. */
const halfScored = async (): Promise<World> => {
  const world = await entered();
  for (const person of [evaluatorA, evaluatorB]) {
    await assign(world, person);
    await declares(world, person);
    await scores(world, person, allScored(4, `So thinks ${person.name}.`));
  }
  await submits(world, evaluatorA);
  await settle(world);
  return world;
};
/** Every score of both applications in. */
const allIn = async (): Promise<World> => {
  const world = await halfScored();
  await submits(world, evaluatorB);
  for (const person of [evaluatorA, evaluatorB]) {
    await assign(world, person, otherRef);
    await declares(world, person, false, undefined, otherRef);
    await scores(world, person, allScored(5), otherRef);
    await submits(world, person, otherRef);
  }
  await settle(world);
  return world;
};
const moderated = async (): Promise<World> => {
  const world = await allIn();
  await moderates(world);
  await moderates(world, allScored(5), otherRef);
  return world;
};
const ranked = async (): Promise<World> => {
  const world = await moderated();
  await ranks(world);
  await settle(world);
  return world;
};

const expectOneEventForEachVersion = async (world: World): Promise<void> => {
  const { lotApplications, scoreSheets, rankings, awards } = world.ports.tenders;
  for (const register of [lotApplications, scoreSheets, rankings, awards])
    for (const { state } of await register.known()) {
      const events = world.audit.filter(({ subject }) => subject === state.ref).map(({ subjectVersion }) => subjectVersion);
      expect([state.ref, events.sort((a, b) => a - b)]).toEqual([
        state.ref,
        Array.from({ length: state.version }, (_, index) => index + 1),
      ]);
    }
};

describe('row 13: evaluators', () => {
  test('are assigned by the lead from those who evaluate, and are told', async () => {
    const world = await entered();
    expect(await codeOf(assign(world, awardApprover))).toBe('not-found');
    expect(await codeOf(assign(world, evaluatorA, lotRef, evaluatorB))).toBe('not-your-role');
    await assign(world, evaluatorA);
    await settle(world);
    expect(world.cards.map(({ to, summary }) => [to, summary])).toEqual([[personKey(evaluatorA), 'An application is yours to score']]);
    const { lots, mayEvaluate } = await getEvaluation(world.ports)(callOf(lead, { roundRef: 'RD-2027' }, undefined));
    expect(lots[0]?.applications.map(({ providerName, evaluators }) => [providerName, evaluators.map(({ name }) => name)])).toEqual([
      ['Blackmore Vale', ['Eva Purbeck']],
      ['Cranborne Chase', []],
    ]);
    expect(mayEvaluate.map(({ name }) => name)).toEqual(['Eva Purbeck', 'Evan Stour']);
  });

  test('see their own sheets only, and the answers once they have no conflict; never a price', async () => {
    const world = await entered();
    await assign(world, evaluatorA);
    const own = () => getOwnSheet(world.ports)(callOf(evaluatorA, { ref: sheetOf(evaluatorA) }, undefined));
    expect((await own()).questions).toEqual([]);
    expect(await codeOf(scores(world, evaluatorA, allScored(4)))).toBe('not-in-this-state');
    await declares(world, evaluatorA);
    const sheet = await own();
    expect(sheet.questions.map(({ weight, answer }) => [weight, answer])).toContainEqual([25, 'We ring by ten when a child is absent.']);
    expect(JSON.stringify(sheet)).not.toMatch(/price|£/iu);
    expect(await codeOf(getOwnSheet(world.ports)(callOf(evaluatorB, { ref: sheetOf(evaluatorA) }, undefined)))).toBe('not-found');
    const listed = async (person: Person) =>
      (await listOwnSheets(world.ports)(callOf(person, undefined, undefined) as never)).sheets.length;
    expect([await listed(evaluatorA), await listed(evaluatorB)]).toEqual([1, 0]);
  });

  test('with a conflict score nothing, and the lead is told what it is', async () => {
    const world = await entered();
    await assign(world, evaluatorA);
    expect(await codeOf(declares(world, evaluatorA, true))).toBe('text-required');
    await declares(world, evaluatorA, true, 'My sister works there.');
    expect(await codeOf(scores(world, evaluatorA, allScored(4)))).toBe('not-in-this-state');
    await settle(world);
    expect(world.cards.at(-1)).toMatchObject({ to: personKey(lead), summary: 'An evaluator has a conflict of interest' });
    expect((await panel(world)).sheets).toMatchObject([{ evaluator: 'Eva Purbeck', conflict: 'My sister works there.' }]);
  });

  test('give each score a comment, and cannot change what they have submitted', async () => {
    const world = await halfScored();
    expect(await codeOf(scores(world, evaluatorB, { communication: aScore(3, '') }))).toBe('text-required');
    expect(await codeOf(scores(world, evaluatorA, { communication: aScore(0) }))).toBe('not-in-this-state');
  });

  test('who are stood down leave nothing of what they thought', async () => {
    const world = await halfScored();
    await standDownEvaluator(world.ports)(callOf(lead, { ref: sheetOf(evaluatorB) }, { reason: 'On leave.' }));
    expect((await panel(world)).sheets.find(({ evaluator }) => evaluator === evaluatorB.name)).toMatchObject({ status: 'stood-down' });
    expect(JSON.stringify((await world.ports.tenders.scoreSheets.find(sheetOf(evaluatorB)))?.state.marks)).toBe('{}');
    expect(await codeOf(moderates(world))).toBe('not-enough-evaluators');
  });
});

describe('row 13: scores are sealed until all are in', () => {
  test('nobody sees what an evaluator thinks while another is still scoring, and no message says it', async () => {
    const world = await halfScored();
    for (const viewer of [lead, commissioner]) {
      const seen = await panel(world, viewer);
      expect(seen.areScoresIn).toBe(false);
      expect(JSON.stringify(seen)).not.toContain('So thinks');
      expect(seen.price).toBeUndefined();
    }
    expect(JSON.stringify([world.cards, world.mails, world.audit, world.log])).not.toContain('So thinks');
    expect(await codeOf(moderates(world))).toBe('scores-not-in');
  });

  test('the lead is told once, when the last is in; then they are open and are moderated', async () => {
    const world = await halfScored();
    expect(world.cards.filter(({ summary }) => summary === 'All scores are in')).toEqual([]);
    await submits(world, evaluatorB);
    await settle(world);
    expect(world.cards.filter(({ summary }) => summary === 'All scores are in').map(({ to }) => to)).toEqual([personKey(lead)]);
    const open = await panel(world);
    expect(open.sheets.map(({ marks }) => marks?.communication)).toMatchObject([{ score: 4 }, { score: 4 }]);
    expect(open.price).toBeUndefined();
    expect(await codeOf(moderates(world, { ...allScored(4), communication: aScore(2, '') }))).toBe('text-required');
    const settled = await moderates(world);
    expect(settled).toMatchObject({ status: 'moderated', price: 4_000, agreed: { communication: { score: 4 } } });
  });
});

describe('the rounds of a lead', () => {
  test('are those that have closed, with how far each is evaluated and nothing of what anybody thinks', async () => {
    const listed = async (world: World) => (await listEvaluations(world.ports)(callOf(lead, undefined, undefined))).evaluations;
    const world = await allIn();
    expect(await listed(world)).toEqual([
      {
        roundRef: 'RD-2027',
        frameworkName: expect.any(String),
        closedAt: closedRound().closesAt,
        applications: 2,
        toModerate: 2,
        lots: closedRound().lots.length,
        lotsRanked: 0,
      },
    ]);
    await moderates(world);
    await moderates(world, allScored(5), otherRef);
    await ranks(world);
    expect(await listed(world)).toMatchObject([{ toModerate: 0, lotsRanked: 1 }]);
    expect(JSON.stringify(await listed(world))).not.toContain('Blackmore');
    const known = await world.ports.tenders.rounds.find('RD-2027');
    if (!known) throw new Error('No round');
    await world.ports.tenders.rounds.save(known, { ...known.state, status: 'open' });
    expect(await listed(world)).toEqual([]);
  });
});

describe('row 14: the ranking', () => {
  test('waits for every application of the lot', async () => {
    const world = await allIn();
    await moderates(world);
    expect(await codeOf(ranks(world))).toBe('ranking-not-possible');
    expect(await codeOf(getRanking(world.ports)(callOf(lead, ofLot, undefined)))).toBe('not-found');
  });

  test('is recorded with its arithmetic line by line, and carried to the applications', async () => {
    const world = await ranked();
    const { lines, criteria } = await getRanking(world.ports)(callOf(awardApprover, ofLot, undefined));
    expect(criteria).toContain('Quality 90%, price 10%.');
    expect(lines).toMatchObject([
      {
        providerName: 'Cranborne Chase',
        place: 1,
        quality: '5 × 25 + 5 × 25 + 5 × 25 + 5 × 25 = 500 of 500; 500 ÷ 500 × 90 = 90.00',
        price: '£40.00 ÷ £50.00 × 10 = 8.00',
        total: '90.00 + 8.00 = 98.00',
      },
      {
        providerName: 'Blackmore Vale',
        place: 2,
        quality: '4 × 25 + 4 × 25 + 4 × 25 + 4 × 25 = 400 of 500; 400 ÷ 500 × 90 = 72.00',
        price: '£40.00 ÷ £40.00 × 10 = 10.00',
        total: '72.00 + 10.00 = 82.00',
      },
    ]);
    expect((await panel(world)).status).toBe('recommended');
    await expectOneEventForEachVersion(world);
  });

  test('shows what was offered to commissioners and the lead alone, and only while it is recorded', async () => {
    const world = await ranked();
    const read = async (by: Person) => (await getRanking(world.ports)(callOf(by, ofLot, undefined))).lines[1];
    const offers = [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', unit: 'hour', price: 4_000 }];
    expect((await read(lead))?.offers).toEqual(offers);
    expect((await read(commissioner))?.offers).toEqual(offers);
    expect(await read(awardApprover)).not.toHaveProperty('offers');
    await setRankingAside(world.ports)(callOf(commissioner, ofLot, { reason: 'A score was misread.' }));
    expect(await read(lead)).not.toHaveProperty('offers');
  });

  test('that is set aside clears what it said, and can be recorded again', async () => {
    const world = await ranked();
    await setRankingAside(world.ports)(callOf(commissioner, ofLot, { reason: 'A score was misread.' }));
    await settle(world);
    expect((await panel(world)).status).toBe('moderated');
    await moderates(world, { ...allScored(4), communication: aScore(3, 'Read again: some concerns.') });
    await ranks(world);
    await settle(world);
    expect((await getRanking(world.ports)(callOf(lead, ofLot, undefined))).lines[1]).toMatchObject({ total: '67.50 + 10.00 = 77.50' });
    await expectOneEventForEachVersion(world);
  });

  test('leaves out who withdrew', async () => {
    const world = await allIn();
    await withdrawLot(world.ports)(callOf(commissioner, { ref: otherRef }, { reason: 'It closes its doors.' }));
    await moderates(world);
    expect((await ranks(world)).lines.map(({ providerName }) => providerName)).toEqual(['Blackmore Vale']);
  });
});

describe('rows 13 and 14: an award rests on its ranking', () => {
  const proposes = (world: World) =>
    proposeAward(world.ports)(
      callOf(commissioner, undefined, {
        applicationRef: 'AP-RD-2027-P-0042',
        lotKeys: ['AP-2027-1'],
        services: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', profile: aProfile() }],
      }) as never,
    );

  test('it is proposed at the prices that were offered, and nobody who scored it approves it', async () => {
    const world = await ranked();
    const mayPropose = async () => (await getRanking(world.ports)(callOf(lead, ofLot, undefined))).lines.map((line) => line.mayPropose);
    expect(await mayPropose()).toEqual([['AP-2027-1'], ['AP-2027-1']]);
    const award = await proposes(world);
    expect(await mayPropose()).toEqual([['AP-2027-1'], []]);
    expect(award).toMatchObject({
      status: 'proposed',
      source: { kind: 'round', roundRef: 'RD-2027' },
      lots: [{ qualityPoints: 7_200, pricePoints: 1_000, total: 8_200, place: 2 }],
      prices: [{ serviceRef: 'S-P-0042-AP-2027-1-1', serviceName: 'Day programme', price: 4_000 }],
      mayDecide: ['Abel Chesil'],
    });
    const params = { ref: award.ref };
    const check = { outcome: 'clear' as const, debarmentListCheckedOn: localDate('2027-01-11') };
    const { version } = await checkExclusion(world.ports)(callOf(commissioner, params, check));
    const approve = (by: Person) => decideAward(world.ports)(callOf(by, params, { verdict: 'approve' as const, version }));
    expect(await codeOf(approve(evaluatorA))).toBe('evaluator-cannot-approve');
    expect(await codeOf(setRankingAside(world.ports)(callOf(commissioner, ofLot, { reason: 'Too late.' })))).toBe('ranking-not-possible');
    await approve(awardApprover);
    await settle(world);
    expect((await panel(world)).status).toBe('approved');
    expect(world.mails.find(({ subject }) => subject === 'Your application was successful')?.to).toBe(anEntered().contact.email);
    expect((await getAward(world.ports)(callOf(awardApprover, params, undefined))).status).toBe('approved');
    await expectOneEventForEachVersion(world);
  });

  test('it is not proposed without one', async () => {
    const world = await moderated();
    expect(await codeOf(proposes(world))).toBe('not-recommended');
  });
});
