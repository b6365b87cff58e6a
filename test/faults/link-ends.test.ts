import type { Endpoint } from '@ap/shared/contract/endpoint';
import { linkApi } from '@ap/shared/contract/link-api';
import { aProvider } from '@ap/shared/domain/call-off/call-off.fixture';
import { issueLink, type LinkScope } from '@ap/shared/domain/capability-link';
import { pence } from '@ap/shared/domain/money/money';
import { aDeclaration, anOffer } from '@ap/shared/domain/tenders/application/application.fixture';
import type { World } from '../ports/memory-world.ts';
import { peopledWorld } from '../ports/peopled-world.ts';
import { type FrontDoor, frontDoor } from '../support/front-door.ts';

// Security 3.7: what the holder of a link does with it, to the end, kind by kind; that of an order is in link-matrix.test.ts. Each is used for its one
// record, tells how it ended to whoever looks again, changes nothing more, and its secret is nowhere.

const whileOpen = '2026-12-10T12:00:00.000Z';
const afterClose = '2027-02-12T10:00:00.000Z';
const aRunningDay = '2027-01-19T09:00:00.000Z';
const given = { linkId: '00000000-0000-4000-8000-000000000001', secret: 'a'.repeat(43) };
const who = { name: 'Ann Able', position: 'Manager' };

let world: World;
let door: FrontDoor;
let sent = 0;

/** A world at an instant in which somebody holds a fresh link. */
const holding = async (at: string, scope: LinkScope, subject: string, providerRef = 'P-0001', code = ''): Promise<void> => {
  world = await peopledWorld(at, 'Blackmore Vale');
  const nobody = () => Promise.reject(new Error('A link asks nobody who they are'));
  door = frontDoor(world, { identify: nobody, verifyBot: nobody });
  const secretHash = world.ports.hashes.text(code === '' ? given.secret : `${given.secret}.${code}`);
  const holder = { email: aProvider().email, organisation: 'Blackmore Vale', registryNumber: '01234567', providerRef };
  await world.ports.links.keep(issueLink({ linkId: given.linkId, scope, subject, secretHash, holder }, at));
};

const send = async ({ name }: Endpoint, body: object) => {
  sent += 1;
  const headers = {
    'content-type': 'application/json',
    'x-forwarded-for': `203.0.113.${sent % 250}`,
    'idempotency-key': `key-of-an-end-of-a-link-${sent}`,
  };
  const { status, body: text } = await door.send(name, { headers, body: JSON.stringify(body) });
  return { status, told: JSON.parse(text) as Readonly<Record<string, unknown>> & { readonly code?: string } };
};
const done = async (declared: Endpoint, body: object) => {
  const answer = await send(declared, body);
  if (answer.status >= 300) throw new Error(`${declared.name}: ${answer.status} ${JSON.stringify(answer.told)}`);
  return answer.told;
};

/** Everything that is kept of what a link led to. */
const kept = async (): Promise<string> => {
  const { ports } = world;
  const { applications, awards, clarifications } = ports.tenders;
  const registers = [applications, awards, clarifications, ports.enquiries, ports.blockPurchases, ports.providerChanges, ports.sessions];
  return JSON.stringify([
    await Promise.all(registers.map(async (register) => (await register.known()).map(({ state }) => state))),
    await world.callOffs.known(),
  ]);
};
/** A look changes nothing but its own count. */
const looks = async (declared: Endpoint, body: object) => {
  const before = await kept();
  const told = await done(declared, body);
  expect(await kept()).toBe(before);
  return told;
};

afterEach(async () => {
  const everywhere = JSON.stringify([
    await kept(),
    world.log,
    world.audit,
    world.mails,
    (await world.ports.links.find(given.linkId))?.link,
  ]);
  expect(everywhere).not.toContain(given.secret);
});

test("a provider's own link proposes one change, which waits for a commissioner, and no second one", async () => {
  await holding(whileOpen, 'provider-profile', 'P-0001');
  const proposal = { name: 'Pat Green', role: 'manager', profile: { phone: '01305 555 099' }, places: [] };
  await looks(linkApi.viewProfile, { link: given });
  const before = JSON.stringify(world.facts.listing.provider);
  const { ref } = await done(linkApi.proposeProviderChange, { link: given, proposal });
  expect((await world.ports.providerChanges.find(String(ref)))?.state).toMatchObject({ state: 'proposed', providerRef: 'P-0001' });
  expect(JSON.stringify(world.facts.listing.provider)).toBe(before);
  const after = await kept();
  const other = { ...proposal, profile: { phone: '01305 555 098' } };
  expect((await send(linkApi.proposeProviderChange, { link: given, proposal: other })).told.code).toBe('link-used');
  expect(await kept()).toBe(after);
});

test('the link of an application saves, signs, asks and submits it; after the close it changes nothing', async () => {
  await holding(whileOpen, 'application', 'AP-RD-2027-P-0042', 'P-0042');
  type View = { readonly application: { readonly version: number; readonly status: string } };
  const view = async () => (await looks(linkApi.viewApplication, { link: given })) as unknown as View;
  const step = async (declared: Endpoint, body: object) => {
    const { application } = await view();
    return done(declared, { link: given, version: application.version, ...body });
  };
  const answers = { insured: { kind: 'yes-no', answer: 'yes' } };
  await step(linkApi.saveApplication, { lotKeys: ['AP-2027-1'], answers, offers: [anOffer({ price: pence(3_900) })] });
  await step(linkApi.signDeclaration, { declaration: aDeclaration() });
  await done(linkApi.askClarification, { link: given, question: 'May a second site be named later?' });
  await step(linkApi.moveApplication, { move: 'submit' });
  expect((await world.ports.tenders.applications.find('AP-RD-2027-P-0042'))?.state).toMatchObject({
    status: 'submitted',
    offers: [{ price: 3_900 }],
  });
  expect((await world.ports.tenders.applications.find('AP-RD-2027-P-0043'))?.state.offers).toMatchObject([{ price: 4_000 }]);
  const submitted = (await view()).application;
  world.clock.now = '2027-01-05T10:00:00.000Z';
  const after = await kept();
  expect((await send(linkApi.moveApplication, { link: given, version: submitted.version, move: 'take-back' })).status).toBe(409);
  expect(await kept()).toBe(after);
});

test('the link of an agreement signs it once; whoever comes again is told that it was signed', async () => {
  await holding(afterClose, 'agreement', 'AW-AP-2027-P-0043');
  await looks(linkApi.viewAgreement, { link: given });
  expect(await done(linkApi.answerAgreement, { link: given, answer: { kind: 'sign', ...who } })).toEqual({ ended: 'signed' });
  expect((await world.ports.tenders.awards.find('AW-AP-2027-P-0043'))?.state).toMatchObject({ status: 'signed' });
  const after = await kept();
  const decline = { kind: 'decline', ...who, reason: 'We changed our mind.' };
  expect((await send(linkApi.answerAgreement, { link: given, answer: decline })).told.code).toBe('link-used');
  expect(await kept()).toBe(after);
});

test('the link of a block purchase accepts it once', async () => {
  await holding('2026-12-12T10:00:00.000Z', 'block-offer', 'BP-0003');
  await looks(linkApi.viewBlockOffer, { link: given });
  await done(linkApi.answerBlockOffer, { link: given, answerer: who, answer: { kind: 'accept' } });
  expect((await world.ports.blockPurchases.find('BP-0003'))?.state).toMatchObject({ status: 'confirmed' });
  const after = await kept();
  const decline = { kind: 'decline', reason: 'No places.' };
  expect((await send(linkApi.answerBlockOffer, { link: given, answerer: who, answer: decline })).told.code).toBe('link-used');
  expect(await kept()).toBe(after);
});

test('the link of an enquiry answers for its own provider, and not again', async () => {
  await holding(whileOpen, 'enquiry', 'EN-7K3M9QXT.P-0001');
  await looks(linkApi.viewEnquiry, { link: given });
  await done(linkApi.answerEnquiry, { link: given, answerer: who, answer: { kind: 'declined', reason: 'No places this term.' } });
  const { state } = (await world.ports.enquiries.find('EN-7K3M9QXT')) ?? {};
  expect(state?.asked.map(({ providerRef, reply }) => [providerRef, reply?.answer])).toEqual([
    ['P-0001', 'declined'],
    ['P-0002', undefined],
  ]);
  const after = await kept();
  const again = { kind: 'interested', text: 'We have places after all.' };
  expect((await send(linkApi.answerEnquiry, { link: given, answerer: who, answer: again })).status).toBe(409);
  expect(await kept()).toBe(after);
  expect(await looks(linkApi.viewEnquiry, { link: given })).toMatchObject({ answer: 'declined' });
});

test('a code opens one session, which reports a day of its own provider until it is ended', async () => {
  await holding(aRunningDay, 'provider-code', 'P-0001', 'P-0001', '123456');
  const { session } = (await done(linkApi.openProviderSession, { challenge: given, code: '123456' })) as { session: object };
  expect((await send(linkApi.openProviderSession, { challenge: given, code: '123456' })).told.code).toBe('code-not-accepted');
  const today = (await looks(linkApi.viewToday, { session })) as { sessions: readonly { ref: string; date: string; half: string }[] };
  const [first] = today.sessions;
  if (!first) throw new Error('Nobody is taught today');
  await done(linkApi.reportSession, { session, ref: first.ref, date: first.date, half: first.half, mark: 'present' });
  expect((await world.ports.sessions.known()).map(({ state }) => state.callOffRef)).toEqual([first.ref]);
  expect(await done(linkApi.endProviderSession, { session })).toEqual({ ended: true });
  const after = await kept();
  expect((await send(linkApi.viewToday, { session })).told.code).toBe('session-over');
  expect(
    (await send(linkApi.reportSession, { session, ref: first.ref, date: first.date, half: first.half, mark: 'absent' })).told.code,
  ).toBe('session-over');
  expect(await kept()).toBe(after);
});
