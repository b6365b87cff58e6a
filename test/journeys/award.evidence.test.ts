import { randomUUID } from 'node:crypto';
import { samplePerson } from '@ap/local/sample/people';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { personKey } from '@ap/shared/domain/people/person';
import { aDeclaration, someAnswers } from '@ap/shared/domain/tenders/application/application.fixture';
import { allScored } from '@ap/shared/domain/tenders/evaluation/evaluation.fixture';
import { someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { methodStatements } from '@ap/shared/domain/tenders/round/method-statements';
import { aLotCriteria, insured } from '@ap/shared/domain/tenders/round/round.fixture';
import { buyerMembers, membershipTitle } from '@ap/shared/lists/buyer-members';
import { encodeFields } from '@ap/shared/lists/codec';
import { fromLot, lots } from '@ap/shared/lists/lots';
import { readAudit } from '../../functions/src/adapters/storage/audit-chain.ts';
import { storage } from '../../functions/src/adapters/storage/storage.ts';
import { verifyAudit } from '../../functions/src/adapters/storage/verify-audit.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { listEditor } from '../support/list-editor.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// Both ways onto the framework on the whole stack: HTTP, lists, queue, mail, links, cards, audit; the product's clock is moved, nothing is faked.

let stack: TestStack;
let today: LocalDate;
/** Two providers of the sample that are active, with every check current for months. */
let [byRound, byPortal] = ['', ''];
const at = (day: LocalDate, time = '09:00'): string => `${day}T${time}:00.000Z`;
const go = (day: LocalDate, time?: string): void => {
  today = day;
  stack.moveClock(at(day, time));
};
const key = () => randomUUID();
const commissioner = () => stack.people.commissioning('commissioner');
const board = (who = 'commissioner') => stack.people.awarding(who);
const panel = (who = 'commissioner') => stack.people.evaluating(who);
const plain = <T>(value: T): never => structuredClone(value) as never;

beforeAll(async () => {
  stack = await runningStack();
  today = toLondonDate(new Date().toISOString());
  const found = await stack.people.as('senco').searchDirectory({ query: { sort: 'name' } });
  const due = ['P-0011', 'P-0019', 'P-0030', 'P-0042', 'P-0055'];
  [byRound = '', byPortal = ''] = [...new Set(found.items.map(({ providerRef }) => providerRef))].filter((ref) => !due.includes(ref));
});
afterAll(() => stack?.stop(), 60_000);

const terms = (lotKey: string, liveFrom: LocalDate, told: object = {}) =>
  plain({ ...someTerms({ lotKeys: [lotKey], liveFrom, expiresOn: addDays(liveFrom, 1_400) }), ...told });
const addLot = async (frameworkRef: string): Promise<string> => {
  const lotKey = `${frameworkRef}-1`;
  const lot = { key: lotKey, frameworkRef, number: 1, name: 'Engagement', description: 'Engagement', status: 'open' as const };
  await listEditor(stack, 'administrator').add('Lots', encodeFields(lots, fromLot(lot), 'create'));
  return lotKey;
};
const profile = plain({
  summary: 'A falconry programme of two days a week in small groups.',
  kind: 'programme',
  type: 'off-site-provision',
  deliveryMode: 'off-site',
  keyStages: ['KS3'],
  needs: ['SEMH'],
  ageFrom: 11,
  ageTo: 14,
});
const searched = async (text: string) => (await stack.people.as('senco').searchDirectory({ query: { text } })).items;

const eventsOf = async (ref: string): Promise<readonly number[]> => {
  const blobs = await readAudit(storage({ AzureWebJobsStorage: stack.storage, DEPLOYMENT_NAME: 'local' }));
  expect(verifyAudit(blobs)).toMatchObject({ ok: true });
  return blobs
    .flatMap(({ text }) => text.split('\n').filter(Boolean))
    .map((text) => JSON.parse(text) as { subject: string; subjectVersion: number })
    .filter((event) => event.subject === ref)
    .map(({ subjectVersion }) => subjectVersion)
    .sort((a, b) => a - b);
};
/** Once everything has drained, each version of a record is one event of an unbroken chain. Waited for before weeks pass: after two nothing is sent any more. */
const expectWholeChain = async (ref: string, version: number): Promise<void> => {
  const whole = Array.from({ length: version }, (_, index) => index + 1);
  const events = await eventually(
    `the whole audit of ${ref}`,
    async () => {
      const found = await eventsOf(ref);
      return found.length >= version ? found : undefined;
    },
    60,
  );
  expect(events).toEqual(whole);
};
const drained = async (awardRef: string, frameworkRef: string): Promise<void> => {
  await expectWholeChain(awardRef, (await board().getAward({ params: { ref: awardRef } })).version);
  const { frameworks } = await commissioner().listFrameworks({});
  await expectWholeChain(frameworkRef, frameworks.find(({ ref }) => ref === frameworkRef)?.version ?? 0);
};

/** The last leg, which both ways share: from a proposed award to a service that a school finds. */
const fromProposalToDirectory = async (ref: string, frameworkRef: string, liveFrom: LocalDate, scorer: string, serviceName: string) => {
  const params = { ref };
  const proposed = await board().checkExclusion({
    params,
    body: { outcome: 'clear', debarmentListCheckedOn: today },
    key: key(),
  });
  // Whoever scored it has no card and cannot decide; the approver decides by the card.
  expect(proposed.mayDecide).toEqual(['Sam Whitcombe']);
  const asked = await eventually('the card of the award', async () =>
    (await stack.people.chat('inclusion-officer')).find(
      ({ activity }) => activity.summary?.includes('waits for you') && JSON.stringify(activity).includes(ref),
    ),
  );
  const first = cardOf(asked.activity);
  if (!first) throw new Error('The message has no card.');
  expect(wordsOf(first)).toContain('points');
  const ask = actionOf(first, 'Approve');
  const confirm = await stack.people.click('inclusion-officer', asked, ask.verb, ask.data);
  const approve = actionOf(confirm.body.value as never, 'Approve this award');
  expect((await stack.people.click('inclusion-officer', asked, approve.verb, approve.data)).body).toMatchObject({ statusCode: 200 });
  await expect(stack.people.click(scorer, asked, approve.verb, approve.data)).rejects.toThrow();
  expect((await board().getAward({ params })).status).toBe('approved');

  const { standstill } = await board().beginAwardStandstill({ params, body: { noticePublishedOn: today }, key: key() });
  const lastDay = standstill?.lastDay as LocalDate;
  const begin = { params: { ref: frameworkRef }, body: { move: 'begin-standstill' as const, noticePublishedOn: today }, key: key() };
  // The outcome is carried to the application first.
  await eventually('the standstill of the framework', () =>
    commissioner()
      .moveFramework(begin)
      .catch((error: unknown) => (JSON.stringify(error).includes('applications-undecided') ? undefined : Promise.reject(error))),
  );
  await drained(ref, frameworkRef);
  go(lastDay);
  const document = { documentUrl: 'https://council.sharepoint.example/agreement.pdf', sentOn: lastDay };
  await expect(board().sendAgreement({ params, body: document, key: key() })).rejects.toMatchObject({
    problem: { code: 'standstill-not-over' },
  });
  go(addDays(lastDay, 1));
  await stack.runTimer('standstillClock');
  await eventually('word that the standstill is over', async () =>
    (await stack.people.chat('commissioner')).find(({ activity }) => activity.summary?.startsWith('The standstill of the award')),
  );
  await board().sendAgreement({ params, body: { ...document, sentOn: today }, key: key() });

  const { providerRef } = await board().getAward({ params });
  const address = String((await listEditor(stack, 'administrator').fields('Providers', providerRef)).Email);
  const mail = await eventually('the agreement', async () =>
    (await stack.people.mail(address)).find(
      ({ subject, content }) => subject === 'Your agreement is ready to sign' && content.includes('/agreement/#'),
    ),
  );
  const [, linkId = '', secret = ''] = /\/agreement\/#([\w-]+)\.([\w-]+)/.exec(mail.content) ?? [];
  const outside = clientOf(linkApi, { baseUrl: stack.api });
  const link = { linkId, secret };
  expect(await outside.viewAgreement({ body: { link } })).toMatchObject({ prices: [{ service: serviceName }] });
  await outside.answerAgreement({ body: { link, answer: { kind: 'sign', name: 'Ada Kimmeridge', position: 'Director' } }, key: key() });
  expect(await searched(serviceName)).toEqual([]);
  await board().countersignAward({ params, key: key() });
  await eventually('the award in force', async () => ((await board().getAward({ params })).status === 'in-force' ? true : undefined));

  // Nothing is listed before the framework is live.
  expect(await searched(serviceName)).toEqual([]);
  await drained(ref, frameworkRef);
  go(liveFrom);
  await stack.runTimer('roundClock');
  const service = await eventually('the service in the directory', async () =>
    (await searched(serviceName)).find((item) => item.providerRef === providerRef),
  );
  await drained(ref, frameworkRef);
  return { providerRef, service };
};

test('rows 13-18, R32, R36, R37: out of a round: applied, scored under seal, ranked, awarded by card, stood still, signed, countersigned: the service is in the directory', async () => {
  const frameworkRef = 'AP-ROUND';
  const lotKey = await addLot(frameworkRef);
  const [opens, asksEnd, closes, liveFrom] = [1, 2, 3, 24].map((days) => addDays(today, days)) as [
    LocalDate,
    LocalDate,
    LocalDate,
    LocalDate,
  ];
  await commissioner().planFramework({ body: { ref: frameworkRef, terms: terms(lotKey, liveFrom) }, key: key() });
  const plan = plain({
    opensAt: at(opens),
    clarificationsCloseAt: at(asksEnd),
    closesAt: at(closes),
    lots: [aLotCriteria({ lotKey })],
    questionSet: { version: 'one', questions: [...methodStatements.questions, insured] },
  });
  const round = await commissioner().planRound({ params: { ref: frameworkRef }, body: { plan }, key: key() });
  await commissioner().moveRound({ params: { ref: round.ref }, body: { move: 'publish' }, key: key() });
  await commissioner().moveFramework({ params: { ref: frameworkRef }, body: { move: 'open' }, key: key() });
  const { sentTo } = await commissioner().inviteApplicant({ params: { ref: round.ref }, body: { providerRef: byRound } });

  go(opens, '10:00');
  await stack.runTimer('roundClock');
  const mail = await eventually('the link', async () =>
    (await stack.people.mail(sentTo)).find(({ content }) => content.includes('/apply/#')),
  );
  const [, linkId = '', secret = ''] = /\/apply\/#([\w-]+)\.([\w-]+)/.exec(mail.content) ?? [];
  const outside = clientOf(linkApi, { baseUrl: stack.api });
  const link = { linkId, secret };
  const version = async () => (await outside.viewApplication({ body: { link } })).application?.version ?? 0;
  await outside.startApplication({ body: { link, lotKeys: [lotKey], reuseLast: false }, key: key() });
  const offers = [{ lotKey, serviceName: 'Falconry days', unit: 'hour' as const, price: pence(4_200) }];
  await outside.saveApplication({
    body: { link, version: await version(), lotKeys: [lotKey], answers: plain(someAnswers), offers },
    key: key(),
  });
  await outside.signDeclaration({ body: { link, version: await version(), declaration: plain(aDeclaration()) }, key: key() });
  const submitted = await outside.moveApplication({ body: { link, version: await version(), move: 'submit' }, key: key() });
  const applicationRef = submitted.application?.ref ?? '';

  go(closes, '10:00');
  // The round closes, and a minute later the framework whose last round it was.
  await stack.runTimer('roundClock');
  await stack.runTimer('roundClock');
  const lotApplication = await eventually('the application in evaluation', async () => {
    const { lots: ofRound } = await panel().getEvaluation({ params: { roundRef: round.ref } });
    return ofRound[0]?.applications[0];
  });
  const params = { ref: lotApplication.ref };
  const evaluators = ['send-officer', 'virtual-school-officer'];
  for (const who of evaluators) {
    const { tenantId, userId: objectId } = samplePerson(who);
    await panel().assignEvaluator({ params, body: { tenantId, objectId }, key: key() });
    const own = panel(who);
    const sheet = await eventually('the sheet', async () =>
      (await own.listOwnSheets({})).sheets.find(({ lotApplicationRef }) => lotApplicationRef === params.ref),
    );
    await own.declareInterest({ params: { ref: sheet.ref }, body: { conflict: false }, key: key() });
    await own.saveScores({ params: { ref: sheet.ref }, body: { marks: plain(allScored(4, `So thinks ${who}.`)) }, key: key() });
    expect(JSON.stringify(await panel().getLotApplication({ params }))).not.toContain('So thinks');
    await own.submitScores({ params: { ref: sheet.ref }, key: key() });
  }
  expect(JSON.stringify(await panel().getLotApplication({ params }))).toContain('So thinks send-officer.');
  // Whoever opens SharePoint instead sees neither scores nor prices.
  for (const list of ['EvaluationScores', 'ApplicationLots', 'Applications'])
    expect((await listEditor(stack, 'commissioner').call('GET', `${list}/items?$expand=fields`)).status).toBeGreaterThanOrEqual(403);
  await panel().moderateLot({ params, body: { marks: plain(allScored(4)) }, key: key() });
  const ofLot = { roundRef: round.ref, lotKey };
  const { lines } = await panel().recordRanking({ params: ofLot, key: key() });
  expect(lines).toMatchObject([{ place: 1, total: '72.00 + 10.00 = 82.00' }]);
  await eventually('the recommendation', async () =>
    (await panel().getLotApplication({ params })).status === 'recommended' ? true : undefined,
  );

  const { ref } = await board().proposeAward({
    body: { applicationRef, lotKeys: [lotKey], services: [{ lotKey, serviceName: 'Falconry days', profile }] },
    key: key(),
  });
  const { service } = await fromProposalToDirectory(ref, frameworkRef, liveFrom, 'send-officer', 'Falconry days');
  expect(service).toMatchObject({ name: 'Falconry days', providerRef: byRound });
  expect((await panel().getLotApplication({ params })).status).toBe('approved');
});

test('rows 13-18, R32, R37: imported from a portal it ends in the same recorded award, and in the directory', async () => {
  const frameworkRef = 'AP-PORTAL';
  const lotKey = await addLot(frameworkRef);
  const [decidedOn, liveFrom] = [addDays(today, -7), addDays(today, 24)];
  const competition = {
    portal: 'ProContract',
    noticeId: 'DN608441',
    evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
    closedAt: at(addDays(today, -30)),
  };
  await commissioner().planFramework({ body: { ref: frameworkRef, terms: terms(lotKey, liveFrom, { competition }) }, key: key() });
  await commissioner().moveFramework({ params: { ref: frameworkRef }, body: { move: 'open' }, key: key() });
  await commissioner().moveFramework({ params: { ref: frameworkRef }, body: { move: 'close' }, key: key() });
  const { tenantId, userId: objectId } = samplePerson('send-officer');
  const { ref } = await board().importAward({
    body: {
      frameworkRef,
      providerRef: byPortal,
      portal: competition.portal,
      noticeId: competition.noticeId,
      evidenceUrl: competition.evidenceUrl,
      decidedOn,
      lots: [{ lotKey, qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 }],
      prices: [{ lotKey, serviceName: 'Kite workshop', unit: 'day', price: pence(15_000) }],
      services: [{ lotKey, serviceName: 'Kite workshop', profile }],
      scorers: { kind: 'members', people: [{ tenantId, objectId }] },
    },
    key: key(),
  });
  const { service } = await fromProposalToDirectory(ref, frameworkRef, liveFrom, 'send-officer', 'Kite workshop');
  expect(service).toMatchObject({ name: 'Kite workshop', providerRef: byPortal });
});

test('row 13: whoever scored it on the portal is refused by card and by the API, whatever role they hold; another approver decides', async () => {
  const frameworkRef = 'AP-SCORED';
  const lotKey = await addLot(frameworkRef);
  const competition = {
    portal: 'ProContract',
    noticeId: 'DN700001',
    evidenceUrl: 'https://council.sharepoint.example/tenders/DN700001',
    closedAt: at(addDays(today, -30)),
  };
  const planned = { ref: frameworkRef, terms: terms(lotKey, addDays(today, 24), { competition }) };
  await commissioner().planFramework({ body: planned, key: key() });
  await commissioner().moveFramework({ params: { ref: frameworkRef }, body: { move: 'open' }, key: key() });
  await commissioner().moveFramework({ params: { ref: frameworkRef }, body: { move: 'close' }, key: key() });
  const [sam, owen] = ['inclusion-officer', 'second-commissioner'] as const;
  const { members } = await commissioner().listCouncilMembers({});
  const scorer = members.find(({ name }) => name === 'Sam Whitcombe');
  expect(scorer).toMatchObject({ roles: ['award-approver'] });
  const notice = {
    frameworkRef,
    providerRef: byPortal,
    portal: competition.portal,
    noticeId: competition.noticeId,
    evidenceUrl: competition.evidenceUrl,
    decidedOn: addDays(today, -7),
    lots: [{ lotKey, qualityPoints: 7_200, pricePoints: 800, total: 8_000 }],
    prices: [{ lotKey, serviceName: 'Bee keeping', unit: 'day' as const, price: pence(12_000) }],
    services: [{ lotKey, serviceName: 'Bee keeping', profile }],
  };
  const { tenantId = '', objectId = '' } = scorer ?? {};
  const bringIn = (scorers: object) => board().importAward({ body: plain({ ...notice, scorers }), key: key() });
  for (const people of [[], [{ tenantId, objectId: randomUUID() }]])
    await expect(bringIn({ kind: 'members', people })).rejects.toMatchObject({ problem: { code: 'scorers-not-told' } });
  const { ref } = await bringIn({ kind: 'none-of-ours' });
  const params = { ref };
  const check = () => board().checkExclusion({ params, body: { outcome: 'clear', debarmentListCheckedOn: today }, key: key() });
  const cardFor = (who: string) =>
    eventually(`the card for ${who}`, async () =>
      (await stack.people.chat(who)).find(
        ({ activity }) => activity.summary?.includes('waits for you') && JSON.stringify(activity).includes(ref),
      ),
    );

  // It was said that nobody of the council scored it. Sam did, and sends it back; it is brought in again as it was.
  const mistaken = await check();
  const cardOfSam = await cardFor(sam);
  const comment = 'I scored this one on the portal.';
  await board(sam).decideAward({ params, body: { verdict: 'reject', comment, version: mistaken.version }, key: key() });
  await bringIn({ kind: 'members', people: [{ tenantId, objectId }] });

  // A second award approver, by the list that says who is what.
  const colleague = samplePerson(owen);
  const membership = membershipTitle('DC-SEND', personKey({ tenantId: colleague.tenantId, objectId: colleague.userId }));
  const roles = encodeFields(buyerMembers, { Roles: ['commissioner', 'award-approver'] }, 'update');
  await listEditor(stack, 'administrator').edit('BuyerMembers', membership, roles);
  const { mayDecide, version } = await check();
  expect(mayDecide).not.toContain('Sam Whitcombe');
  const asked = await cardFor(owen);

  await expect(board(sam).decideAward({ params, body: { verdict: 'approve', version }, key: key() })).rejects.toMatchObject({
    problem: { code: 'evaluator-cannot-approve' },
  });
  // Sam is not asked this time: the click of a colleague's card is forged onto the old one.
  const card = cardOf(asked.activity);
  if (!card) throw new Error('The message has no card.');
  const data = { ...actionOf(card, 'Approve').data, commandKey: key() };
  const answered = await stack.people.click(sam, cardOfSam, 'approve-award', data);
  expect(JSON.stringify(answered.body.value)).toContain(
    'You took part in the evaluation of this application, so someone else must decide about the award.',
  );
  expect((await board().getAward({ params })).status).toBe('proposed');

  await stack.people.click(owen, asked, 'approve-award', { ...data, commandKey: key() });
  const { status, history } = await board().getAward({ params });
  expect(status).toBe('approved');
  expect(history.map((entry) => entry.comment)).toContain('Scored there by Sam Whitcombe');
  await drained(ref, frameworkRef);
});
