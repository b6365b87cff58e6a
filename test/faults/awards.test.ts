import { localDate } from '@ap/shared/domain/days/local-date';
import { awardApprover, commissioner, evaluatorA, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import { answerAgreement, resendAgreement, viewAgreement } from '../../functions/src/awards/agreement-link.ts';
import { recordSignature } from '../../functions/src/awards/award-steps.ts';
import { getPriceBook } from '../../functions/src/awards/price-review.ts';
import { standstillClock } from '../../functions/src/awards/standstill-clock.ts';
import {
  afterStandstill,
  at,
  award,
  decidedAt,
  does,
  expectOneEventForEachVersion,
  inForce,
  linkIn,
  ref,
  sent,
  sign,
  waiting,
} from '../ports/award-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';
import { codeOf } from '../support/code-of.ts';

// An award from its import to a provider on the framework, over the real decisions, outboxes and cards.

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
