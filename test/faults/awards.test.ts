import { addDays, localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { aProfile } from '@ap/shared/domain/tenders/award/award.fixture';
import { awardApprover, commissioner, evaluatorA, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import { answerAgreement, resendAgreement, viewAgreement } from '../../functions/src/awards/agreement-link.ts';
import { answerAwardCard } from '../../functions/src/awards/answer-award-card.ts';
import type { AwardVerb } from '../../functions/src/awards/award-card.ts';
import {
  beginAwardStandstill,
  checkExclusion,
  countersignAward,
  decideAward,
  getAward,
  recordSignature,
  setAwardAside,
} from '../../functions/src/awards/award-steps.ts';
import { importAward } from '../../functions/src/awards/begin-award.ts';
import { listPriceBooks } from '../../functions/src/awards/price-book-view.ts';
import { approvePriceReview, getPriceBook, openPriceReview, proposePrices } from '../../functions/src/awards/price-review.ts';
import { sendAgreement } from '../../functions/src/awards/send-agreement.ts';
import { standstillClock } from '../../functions/src/awards/standstill-clock.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import type { World } from '../ports/memory-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';
import { codeOf } from '../support/code-of.ts';

// An award from its import to a provider on the framework, over the real decisions, outboxes and cards.

const decidedAt = '2027-01-28T10:00:00.000Z';

const notice = (told: object = {}) => ({
  frameworkRef: 'AP-2027',
  providerRef: 'P-0042',
  portal: 'ProContract',
  noticeId: 'DN608441',
  evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
  decidedOn: localDate('2027-01-20'),
  lots: [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 }],
  prices: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', unit: 'day' as const, price: pence(15_000) }],
  services: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', profile: aProfile() }],
  scorers: { kind: 'members' as const, people: [{ tenantId: evaluatorA.tenantId, objectId: evaluatorA.objectId }] },
  ...told,
});

type Call = Parameters<ReturnType<typeof importAward>>[0];
const ref = 'AW-P-0042-DN608441-AP-2027-1';
const at = { ref };
const does = {
  import: (world: World, told: object = {}, by: Person = commissioner) =>
    importAward(world.ports)(callOf(by, undefined, notice(told)) as Call),
  check: (world: World, day: string) =>
    checkExclusion(world.ports)(callOf(commissioner, at, { outcome: 'clear' as const, debarmentListCheckedOn: localDate(day) })),
  decide: (world: World, by: Person, told: { verdict: 'approve' | 'reject'; version: number; comment?: string }) =>
    decideAward(world.ports)(callOf(by, at, told)),
  standstill: (world: World, day: string) =>
    beginAwardStandstill(world.ports)(callOf(commissioner, at, { noticePublishedOn: localDate(day) })),
  send: (world: World, day: string) =>
    sendAgreement(world.ports)(
      callOf(commissioner, at, { documentUrl: 'https://council.sharepoint.example/agreement.pdf', sentOn: localDate(day) }),
    ),
  countersign: (world: World) => countersignAward(world.ports)(callOf(secondCommissioner, at, undefined)),
  setAside: (world: World) => setAwardAside(world.ports)(callOf(commissioner, at, { reason: 'Challenged in the standstill.' })),
};
const award = async (world: World) => getAward(world.ports)(callOf(commissioner, at, undefined));

const click = (world: World, by: Person, verb: AwardVerb, data: object) =>
  answerAwardCard(world.ports, () => 'a-new-key-of-a-click')({ verb, data, by });
const dataOf = (card: AdaptiveCard | undefined, title: string): object => {
  const action = card?.actions?.find((each) => each.title === title);
  if (action?.type !== 'Action.Execute') throw new Error(`There is no ${title}`);
  return action.data;
};
const askedOf = (world: World, person: Person) =>
  world.cards.filter(({ to, summary }) => to === personKey(person) && summary.includes('waits for you'));

/** An award that waits for its approvers, each of whom has a card. */
const waiting = async (): Promise<World> => {
  const world = await tenderWorld(decidedAt);
  await does.import(world);
  await does.check(world, '2027-01-27');
  await settle(world);
  return world;
};
const approvedByCard = async (): Promise<World> => {
  const world = await waiting();
  const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
  await click(world, awardApprover, 'approve-award', data);
  await settle(world);
  return world;
};
/** The notice is published on Monday 1 February 2027: eight working days end on Wednesday the 10th. */
const afterStandstill = async (): Promise<World> => {
  const world = await approvedByCard();
  world.clock.now = '2027-02-01T15:00:00.000Z';
  await does.standstill(world, '2027-02-01');
  await settle(world);
  world.clock.now = '2027-02-11T09:00:00.000Z';
  return world;
};
const linkIn = (world: World) => {
  const mail = [...world.mails].reverse().find(({ html }) => html.includes('/agreement/#'));
  const [linkId = '', secret = ''] = /#([\w-]+)\.([\w-]+)"/.exec(mail?.html ?? '')?.slice(1) ?? [];
  return { linkId, secret };
};
const sent = async (): Promise<World> => {
  const world = await afterStandstill();
  await does.send(world, '2027-02-11');
  await settle(world);
  return world;
};
const sign = (world: World, name = 'Ada Kimmeridge') =>
  answerAgreement(world.ports)({ key: '', body: { link: linkIn(world), answer: { kind: 'sign', name, position: 'Director' } } });
const inForce = async (): Promise<World> => {
  const world = await sent();
  await sign(world);
  await settle(world);
  await does.countersign(world);
  await settle(world);
  return world;
};

const expectOneEventForEachVersion = (world: World, subject: string, version: number): void => {
  const events = world.audit.filter((event) => event.subject === subject);
  expect(events.map(({ subjectVersion }) => subjectVersion).sort((a, b) => a - b)).toEqual(
    Array.from({ length: version }, (_, index) => index + 1),
  );
  expect(new Set(events.map(({ id }) => id)).size).toBe(version);
};

describe('the way of an imported award', () => {
  test('rows 13-18, R32, R37: imported, checked, approved by a card, stood still, signed by a link, countersigned: the provider has its lot, service and price', async () => {
    const world = await inForce();
    const state = await award(world);
    expect(state).toMatchObject({ status: 'in-force', source: { portal: 'ProContract', noticeId: 'DN608441' } });
    expect(world.facts.listing.provider).toMatchObject({ status: 'awarded', lotKeys: ['AP-2027-1'] });
    expect(world.facts.listing.service).toMatchObject({
      ref: 'S-P-0042-AP-2027-1-1',
      name: 'Day programme',
      status: 'offered',
      needs: ['SEMH'],
    });
    expect(world.facts.listing.rates).toMatchObject([
      { serviceRef: 'S-P-0042-AP-2027-1-1', unit: 'day', price: 15_000, status: 'approved', effectiveFrom: '2027-04-01', approvedBy: ref },
    ]);
    expect((await world.ports.quality.standings.find('P-0042'))?.state.status).toBe('awarded');
    expectOneEventForEachVersion(world, ref, state.version);
    const book = (await world.ports.tenders.priceBooks.find('PB-AP-2027-P-0042'))?.state;
    expectOneEventForEachVersion(world, 'PB-AP-2027-P-0042', book?.version ?? 0);
    expect(world.effects.allReceipts().filter(({ state: how }) => how === 'stuck' || how === 'not-delivered')).toEqual([]);
  });

  test('before the countersignature nothing stands in any list of the directory', async () => {
    const world = await sent();
    await sign(world);
    await settle(world);
    expect(world.facts.listing).toMatchObject({ provider: { status: 'prospective', lotKeys: [] }, service: undefined, rates: [] });
  });

  test('the same notice twice is one award', async () => {
    const world = await tenderWorld(decidedAt);
    await does.import(world);
    expect(await codeOf(does.import(world))).toBe('already-made');
    expect(await world.ports.tenders.awards.known()).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ['of an unknown provider', { providerRef: 'P-9999' }, 'not-found'],
    ['under an unknown framework', { frameworkRef: 'AP-1999' }, 'not-found'],
    ['with points that do not add up', { lots: [{ lotKey: 'AP-2027-1', qualityPoints: 1, pricePoints: 1, total: 3 }] }, 'score-not-valid'],
    ['with a service that nobody described', { services: [] }, 'service-not-known'],
  ])('an import %s is refused, and nothing is written', async (_what, told, code) => {
    const world = await tenderWorld(decidedAt);
    expect(await codeOf(does.import(world, told))).toBe(code);
    expect(await world.ports.tenders.awards.known()).toEqual([]);
    await settle(world);
    expect(world.audit.filter(({ action }) => action.startsWith('award'))).toEqual([]);
  });
});

describe('row 18: the card of an award', () => {
  test('goes to every approver who neither scored nor proposed it, and to nobody else', async () => {
    const world = await waiting();
    expect(world.cards.filter(({ summary }) => summary.includes('waits for you')).map(({ to }) => to)).toEqual([personKey(awardApprover)]);
    const words = JSON.stringify(askedOf(world, awardApprover)[0]?.card);
    for (const told of [
      'Blackmore Vale',
      'Quality 72.00 + price 8.00 = 80.00 points, place 1',
      '£150.00 per day',
      'DN608441',
      'Cora Winfrith',
    ])
      expect(words).toContain(told);
    expect((await award(world)).mayDecide).toEqual([awardApprover.name]);
  });

  test('where no card arrives a mail says how it is decided', async () => {
    const world = await tenderWorld(decidedAt);
    world.down.onlyTenant = 'nobody';
    await does.import(world);
    await does.check(world, '2027-01-27');
    await settle(world);
    expect(world.mails.filter(({ to }) => to === awardApprover.email).map(({ subject }) => subject)).toEqual([
      'An award to Blackmore Vale waits for you',
    ]);
  });

  test('asks first, approves once, and is refreshed when it is decided: the first decision stands', async () => {
    const world = await waiting();
    const [asked] = askedOf(world, awardApprover);
    const data = dataOf(asked?.card, 'Approve');
    const { card: confirm } = await click(world, awardApprover, 'ask-approve-award', data);
    expect((await award(world)).status).toBe('proposed');
    const approve = dataOf(confirm, 'Approve this award');
    const { card } = await click(world, awardApprover, 'approve-award', approve);
    expect(card.actions).toEqual([]);
    await click(world, awardApprover, 'approve-award', approve);
    expect((await award(world)).version).toBe(3);
    const late = await click(world, awardApprover, 'reject-award', { ...data, commandKey: 'another-key-of-a-click', comment: 'No.' });
    expect(JSON.stringify(late.card)).toContain('the award is approved');
    await settle(world);
    expect(world.updates).toHaveLength(1);
    expect(JSON.stringify(world.updates[0]?.card)).toContain('Approved by Abel Chesil');
  });

  test('two clicks at once are one decision, and both are shown it', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    const cards = await Promise.all([
      click(world, awardApprover, 'approve-award', { ...data, commandKey: 'the-key-of-one-click' }),
      click(world, awardApprover, 'reject-award', { ...data, commandKey: 'the-key-of-the-other', comment: 'No.' }),
    ]);
    const { status, version } = await award(world);
    expect(version).toBe(3);
    for (const { card } of cards) expect(JSON.stringify(card)).toContain(`The award to Blackmore Vale is ${status}`);
    await settle(world);
    expectOneEventForEachVersion(world, ref, 3);
  });

  test('is bound to what it showed: an award that was checked anew is shown again before it is decided', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    await checkExclusion(world.ports)(
      callOf(commissioner, at, {
        outcome: 'self-cleaned' as const,
        debarmentListCheckedOn: localDate('2027-01-28'),
        reason: 'Insolvency of 2019, paid in full.',
      }),
    );
    const { card } = await click(world, awardApprover, 'approve-award', data);
    expect(JSON.stringify(card)).toContain('was changed since you opened it');
    expect(JSON.stringify(card)).toContain('Insolvency of 2019');
    expect((await award(world)).status).toBe('proposed');
    expect(
      await codeOf(click(world, awardApprover, 'approve-award', { ...dataOf(card, 'Approve'), commandKey: 'the-key-of-a-third-click' })),
    ).toBe('done');
    expect((await award(world)).status).toBe('approved');
  });

  test('tells nothing to somebody who approves no awards', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
    expect(await codeOf(click(world, secondCommissioner, 'ask-approve-award', data))).toBe('not-allowed');
    expect(await codeOf(click(world, awardApprover, 'approve-award', { ref: 'nonsense' }))).toBe('input-not-understood');
  });

  test('a rejection asks for its reason, and commissioners read it', async () => {
    const world = await waiting();
    const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Reject');
    const { card } = await click(world, awardApprover, 'reject-award', data);
    expect(JSON.stringify(card)).toContain('Enter why the award is rejected');
    await click(world, awardApprover, 'reject-award', {
      ...data,
      commandKey: 'another-key-of-a-click',
      comment: 'The evidence does not match.',
    });
    await settle(world);
    expect((await award(world)).status).toBe('rejected');
    const told = world.cards.filter(({ summary }) => summary.includes('is rejected'));
    expect(told.map(({ to }) => to).sort()).toEqual([personKey(commissioner), personKey(secondCommissioner)].sort());
    expect(JSON.stringify(told[0]?.card)).toContain('The evidence does not match.');
  });
});

describe('who may not', () => {
  test('row 13: whoever scored or proposed an award does not decide about it, on the page either', async () => {
    const world = await waiting();
    const { version } = await award(world);
    expect(await codeOf(does.decide(world, evaluatorA, { verdict: 'approve', version }))).toBe('evaluator-cannot-approve');
    expect(await codeOf(does.decide(world, commissioner, { verdict: 'approve', version }))).toBe('proposer-cannot-approve');
    expect(await codeOf(does.decide(world, secondCommissioner, { verdict: 'approve', version }))).toBe('not-your-role');
    expect((await award(world)).version).toBe(version);
  });

  test('R37: nobody approves before the exclusion check', async () => {
    const world = await tenderWorld(decidedAt);
    const { version } = await does.import(world);
    expect(await codeOf(does.decide(world, awardApprover, { verdict: 'approve', version }))).toBe('exclusion-not-checked');
  });

  test('R32: nothing is sent before the end of the standstill, and nothing is reserved by trying', async () => {
    const world = await afterStandstill();
    world.clock.now = '2027-02-10T17:00:00.000Z';
    expect(await codeOf(does.send(world, '2027-02-10'))).toBe('standstill-not-over');
    expect(await world.ports.tenders.priceBooks.known()).toEqual([]);
  });
});

describe('R32, row 15: the standstill', () => {
  test('is counted in working days, is told to the provider, and its end is told to commissioners once', async () => {
    const world = await afterStandstill();
    expect((await award(world)).standstill).toMatchObject({ workingDays: 8, lastDay: '2027-02-10' });
    expect(world.mails.find(({ subject }) => subject === 'The standstill of your award has begun')?.html).toContain(
      'Wednesday 10 February 2027',
    );
    const clock = standstillClock(world.ports);
    expect(await clock()).toEqual({ noted: 1 });
    expect(await clock()).toEqual({ noted: 0 });
    await settle(world);
    expect(world.cards.filter(({ summary }) => summary.includes('standstill of the award'))).toHaveLength(2);
  });

  test('an award that is challenged is set aside and its prices are free for another', async () => {
    const world = await sent();
    const { lines } = await getPriceBook(world.ports)(callOf(commissioner, { frameworkRef: 'AP-2027', providerRef: 'P-0042' }, undefined));
    expect(lines).toMatchObject([{ state: 'reserved', price: 15_000, from: '2027-04-01', to: '2031-03-31' }]);
    await does.setAside(world);
    await settle(world);
    expect((await world.ports.tenders.priceBooks.find('PB-AP-2027-P-0042'))?.state.lines).toEqual([]);
    await does.import(world);
    expect((await award(world)).status).toBe('proposed');
    expect(await codeOf(viewAgreement(world.ports)({ key: '', body: { link: linkIn(world) } }))).toBe('link-not-open');
  });
});

describe('row 16: the agreement by a link', () => {
  test('shows lots and prices, changes nothing when it is looked at, and is signed once', async () => {
    const world = await sent();
    const view = () => viewAgreement(world.ports)({ key: '', body: { link: linkIn(world) } });
    expect(await view()).toMatchObject({
      providerName: 'Blackmore Vale',
      documentUrl: 'https://council.sharepoint.example/agreement.pdf',
      lots: ['AP-2027-1'],
      prices: [{ service: 'Day programme', price: 15_000 }],
    });
    expect((await award(world)).status).toBe('agreement-sent');
    const answers = await Promise.all([codeOf(sign(world)), codeOf(sign(world))]);
    expect(answers.filter((answer) => answer === 'done').length).toBeGreaterThan(0);
    expect(await codeOf(sign(world, 'Somebody Else'))).not.toBe('done');
    expect(await award(world)).toMatchObject({
      status: 'signed',
      agreement: { signedOn: '2027-02-11', signatory: { name: 'Ada Kimmeridge', position: 'Director' } },
    });
    expect((await view()).ended).toBe('signed');
    expect(JSON.stringify([world.audit, world.log, world.effects.queue])).not.toContain(linkIn(world).secret);
  });

  test('is mailed again when a commissioner asks: the earlier link opens nothing any more', async () => {
    const world = await sent();
    const first = linkIn(world);
    const again = () => resendAgreement(world.ports, (id, secret) => `https://ap.council.example/agreement/#${id}.${secret}`);
    expect(await again()(callOf(commissioner, at, undefined))).toEqual({ sentTo: 'office@blackmore.example' });
    expect(await codeOf(viewAgreement(world.ports)({ key: '', body: { link: first } }))).toBe('link-not-open');
    expect(await codeOf(sign(world))).toBe('done');
    expect(await codeOf(again()(callOf(commissioner, at, undefined)))).toBe('not-in-this-state');
  });

  test('is declined with a reason: the award is set aside', async () => {
    const world = await sent();
    const answer = { kind: 'decline' as const, name: 'Ada Kimmeridge', position: 'Director', reason: 'We close in March.' };
    expect(await answerAgreement(world.ports)({ key: '', body: { link: linkIn(world), answer } })).toEqual({ ended: 'declined' });
    await settle(world);
    expect(await award(world)).toMatchObject({ status: 'set-aside' });
    expect((await world.ports.tenders.priceBooks.find('PB-AP-2027-P-0042'))?.state.lines).toEqual([]);
  });

  test('a copy that came back on paper is recorded by a commissioner', async () => {
    const world = await sent();
    await recordSignature(world.ports)(
      callOf(commissioner, at, {
        signedOn: localDate('2027-02-11'),
        signatory: { name: 'Ada Kimmeridge', position: 'Director' },
        signedUrl: 'https://council.sharepoint.example/signed.pdf',
      }),
    );
    expect((await award(world)).status).toBe('signed');
  });
});

describe('row 6, R29, R38: prices are fixed for their period', () => {
  const book = { frameworkRef: 'AP-2027', providerRef: 'P-0042' };

  test('a change inside the period is refused with the reason; a price that came otherwise is in the way of an award', async () => {
    const world = await inForce();
    const inside = { from: localDate('2028-04-01'), to: localDate('2031-03-31') };
    const opened = openPriceReview(world.ports)(callOf(commissioner, book, { period: inside, reason: 'Wages rose.' }));
    await expect(opened).rejects.toMatchObject({
      code: 'price-fixed',
      message: expect.stringContaining('Prices are fixed until Monday 31 March 2031'),
    });
    const line = { serviceRef: 'S-P-0042-AP-2027-1-1', lotKey: 'AP-2027-1', unit: 'day' as const, price: pence(16_000) };
    expect(await codeOf(proposePrices(world.ports)(callOf(commissioner, book, { lines: [line] })))).toBe('not-in-this-state');
    expect(await codeOf(does.import(world, { noticeId: 'DN-2', prices: notice().prices }))).toBe('already-made');
  });

  test('a review prices the next period: nobody approves what they proposed, and the rows follow', async () => {
    const world = await tenderWorld(decidedAt);
    const known = await world.ports.tenders.frameworks.find('AP-2027');
    if (!known) throw new Error('No framework');
    await world.ports.tenders.frameworks.save(known, { ...known.state, terms: { ...known.state.terms, pricePeriodMonths: 24 } });
    await does.import(world);
    await does.check(world, '2027-01-27');
    await does.decide(world, awardApprover, { verdict: 'approve', version: 2 });
    world.clock.now = '2027-02-01T15:00:00.000Z';
    await does.standstill(world, '2027-02-01');
    world.clock.now = '2027-02-11T09:00:00.000Z';
    await does.send(world, '2027-02-11');
    await settle(world);
    await sign(world);
    await does.countersign(world);
    await settle(world);
    const period = { from: localDate('2029-04-01'), to: localDate('2031-03-31') };
    const read = (by: Person) => getPriceBook(world.ports)(callOf(by, book, undefined));
    expect(await read(commissioner)).toMatchObject({
      providerName: 'Blackmore Vale',
      nextPeriod: period,
      may: ['open-review'],
      lines: [{ serviceName: 'Day programme', state: 'approved' }],
    });
    await openPriceReview(world.ports)(callOf(commissioner, book, { period, reason: 'As the framework says.' }));
    const line = { serviceRef: 'S-P-0042-AP-2027-1-1', lotKey: 'AP-2027-1', unit: 'day' as const, price: pence(16_000) };
    await proposePrices(world.ports)(callOf(commissioner, book, { lines: [line] }));
    expect(await read(commissioner)).toMatchObject({
      review: { proposedBy: ['Cora Winfrith'] },
      may: ['propose-prices', 'abandon-review'],
    });
    expect((await read(secondCommissioner)).may).toContain('approve-review');
    expect(await codeOf(approvePriceReview(world.ports)(callOf(commissioner, book, undefined)))).toBe('approver-cannot-be-proposer');
    await approvePriceReview(world.ports)(callOf(secondCommissioner, book, undefined));
    await settle(world);
    expect(world.facts.listing.rates.map(({ price, effectiveFrom, effectiveTo }) => [price, effectiveFrom, effectiveTo])).toEqual([
      [15_000, '2027-04-01', '2029-03-31'],
      [16_000, '2029-04-01', '2031-03-31'],
    ]);
    const { books, providerName } = await listPriceBooks(world.ports)(callOf(commissioner, { providerRef: 'P-0042' }, undefined));
    expect([providerName, books]).toEqual([
      'Blackmore Vale',
      [{ frameworkRef: 'AP-2027', status: 'fixed', fixedUntil: '2031-03-31', prices: 1 }],
    ]);
    expect(addDays(localDate('2029-03-31'), 1)).toBe('2029-04-01');
    expect(world.mails.map(({ subject }) => subject)).toContain('Your prices under AP-2027 are agreed');
    const state = (await world.ports.tenders.priceBooks.find('PB-AP-2027-P-0042'))?.state;
    expectOneEventForEachVersion(world, 'PB-AP-2027-P-0042', state?.version ?? 0);
  });
});
