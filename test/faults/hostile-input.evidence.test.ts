import type { Endpoint } from '@ap/shared/contract/endpoint';
import { everyEndpoint } from '@ap/shared/contract/every-endpoint';
import { edgeCodes, type ProblemCode, statusOf } from '@ap/shared/contract/problem';
import { aProvider, aRequest, head } from '@ap/shared/domain/call-off/call-off.fixture';
import { type CapabilityLink, issueLink, type LinkScope, linkScopes } from '@ap/shared/domain/capability-link';
import { offerSubject } from '@ap/shared/domain/orders/as-offered';
import { refusalCodes } from '@ap/shared/domain/refusal';
import fc from 'fast-check';
import { cardFaults } from '../../functions/src/cards/card-rules.ts';
import { hostileTexts } from '../../functions/src/http/hostile-texts.fixture.ts';
import { inputOf, type Known } from '../../functions/src/http/input-of-shape.fixture.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import { outgoing } from '../../functions/src/mail/outgoing.ts';
import type { World } from '../ports/memory-world.ts';
import { anybody, peopledWorld } from '../ports/peopled-world.ts';
import { worker } from '../ports/worker.ts';
import { type Answered, type FrontDoor, frontDoor, type Sent } from '../support/front-door.ts';
import { type HostileBody, spoilt } from '../support/hostile-json.ts';
import { knownIds } from '../support/known-ids.ts';
import { scopeOf } from '../support/link-scopes.ts';
import { watched } from '../support/watched-ports.ts';

// Security V1.5.2, V2.2.1, V8.2.3, V15.3: whatever is sent to an operation of the contract is answered, and what is refused leaves nothing behind. Inputs are
// made from the contract's own shapes, so that a new operation joins by itself. `npm run fuzz` sends more, from another seed.

/** A code is answered after a moment, so that nobody learns from it who is on the register: nothing waits for that here. */
jest.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const inputs = Number(process.env.FUZZ_INPUTS ?? 100);
const seed = Number(process.env.FUZZ_SEED ?? 20261127);
/** A world serves so many inputs: what was accepted before is part of what the next meets. */
const ofOneWorld = 60;

const codes = new Set<string>([...edgeCodes, ...refusalCodes]);

const secret = 'a'.repeat(43);
const code = '123456';
/** Links of a kind that lie there: each use and look of one is counted. */
const linksOfAKind = 5;
const linkIdOf = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const linksFor = (scope: LinkScope | undefined): readonly object[] =>
  Array.from({ length: scope === undefined ? 0 : linksOfAKind }, (_each, index) => ({
    linkId: linkIdOf(linkScopes.indexOf(scope as LinkScope) * linksOfAKind + index),
    secret,
  }));

interface Stage {
  readonly world: World;
  readonly door: FrontDoor;
  readonly writes: readonly string[];
  readonly log: readonly { readonly name: string; readonly ids: Readonly<Record<string, unknown>> }[];
}

/** What somebody may have typed into the lists: it stands on every card and in every mail. */
const hostileName = '<img src=x onerror=alert(1)> [Pay](https://evil.example) \u202Etxet';
/** A round is open, a block purchase gathers, orders wait to start; or it is after the close, and a placement runs. */
const days = ['2026-12-10T12:00:00Z', '2027-01-20T10:00:00Z'] as const;
/** A world with a record of each kind, and links of each kind. */
const aStage = async (number: number): Promise<Stage> => {
  const world = await peopledWorld(days[number % days.length] ?? days[0], hostileName);
  const order = (await world.callOffs.known()).find(({ callOff }) => callOff.order?.state === 'awaiting-provider')?.callOff;
  for (const scope of linkScopes)
    for (const { linkId } of linksFor(scope) as readonly { linkId: string }[])
      await world.ports.links.keep(aLink(world, linkId, scope, order ? offerSubject(order) : ''));
  const { ports, writes } = watched(world.ports);
  const door = frontDoor({ ...world, ports }, { identify: async () => anybody, verifyBot: () => Promise.reject(new Error('no bot')) });
  return { world, door, writes, log: world.log };
};
const subjects: Readonly<Partial<Record<LinkScope, string>>> = {
  application: 'AP-RD-2027-P-0042',
  agreement: 'AW-AP-2027-P-0043',
  'block-offer': 'BP-0003',
  enquiry: 'EN-7K3M9QXT.P-0001',
};
const aLink = ({ ports, clock }: World, linkId: string, scope: LinkScope, offered: string): CapabilityLink =>
  issueLink(
    {
      linkId,
      scope,
      subject: scope === 'order-offer' ? offered : (subjects[scope] ?? 'P-0001'),
      secretHash: ports.hashes.text(scope === 'provider-code' ? `${secret}.${code}` : secret),
      holder: {
        email: aProvider().email,
        organisation: 'A provider',
        registryNumber: '',
        providerRef: scope === 'application' ? 'P-0042' : 'P-0001',
      },
    },
    clock.now,
  );

interface Input {
  readonly body: HostileBody | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: string;
  readonly type: string;
}

const types = [
  ...Array.from({ length: 40 }, () => 'application/json'),
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  '',
];

const textsOf = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc.tuple(valid, fc.nat(), fc.constantFrom(...hostileTexts), fc.integer({ min: 0, max: 9 })).map(([value, where, hostile, how]) => {
    const texts = Object.entries(value as object).flatMap(([name, each]) => (each === undefined ? [] : [[name, String(each)] as const]));
    const [name] = texts[where % Math.max(1, texts.length)] ?? [];
    return Object.fromEntries(how < 2 && name !== undefined ? texts.map(([each, text]) => [each, each === name ? hostile : text]) : texts);
  });
const queryOf = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> =>
  fc.tuple(textsOf(valid), fc.integer({ min: 0, max: 9 })).map(([texts, how]) => {
    const query = new URLSearchParams(texts).toString();
    return `?${query}${how === 0 ? `&${query}` : how === 1 ? '&__proto__=1&state=approved&x=%' : ''}`;
  });

/** A request that the rules take: few are made by chance of parts that fit each other. */
const aWholeRequest = { ...aRequest(), pattern: { days: ['tue', 'thu'], sessions: 'both', hoursPerDay: 5 } };
/** Ids and numbers of the world, those that the operation's own address means first. */
const knownAt = async (declared: Endpoint, { world }: Stage): Promise<Known> => {
  const links = linksFor(scopeOf(declared));
  const named = (await knownIds(world))(declared.path, {
    link: links,
    session: links,
    challenge: links,
    code: [code],
    serviceRef: ['S-00001'],
    providerRef: ['P-0001'],
    buyerRef: ['113800'],
  });
  return { anywhere: ['113800', 'CD-SEND', 'P-0001', 'P-0042', 'S-00001', head.tenantId, head.objectId, aWholeRequest], named };
};

const inputsOf = ({ body, params, query }: Endpoint, known: Known): fc.Arbitrary<Input> =>
  fc.record({
    body: body ? spoilt(inputOf(body, known)) : fc.constant(undefined),
    params: params ? textsOf(inputOf(params, known)) : fc.constant({}),
    query: query ? queryOf(inputOf(query, known)) : fc.constant(''),
    type: fc.constantFrom(...types),
  });

let sent = 0;
const requestOf = ({ body, params, query, type }: Input): Sent => {
  sent += 1;
  return {
    params,
    query,
    headers: {
      'content-type': type,
      'idempotency-key': `key-of-an-input-${String(sent).padStart(9, '0')}`,
      'x-forwarded-for': `10.${Math.floor(sent / 60_000) % 250}.${Math.floor(sent / 250) % 240}.${sent % 250}`,
    },
    ...(body ? { body: body.text } : {}),
  };
};

/** What no test of the doors has behind it: files and lists of an import, queues of the storage. */
const outOfReach = /^Error: (importRegister|importFiles|subscriptions|hints|effectQueue)\.\w+ was reached$/;

/** What is wrong with an answer; nothing when it is as every answer must be. */
const faultsOf = (answer: Answered, input: Input, written: readonly string[]): readonly string[] => {
  const { status, headers, body } = answer;
  if (status >= 200 && status < 300) return [];
  if (status < 400 || status >= 500) return [`${status}`];
  const faults: string[] = [];
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') faults.push(`content-type ${headers['content-type']}`);
  const told = JSON.parse(body) as { code: string; pointer?: string; errors?: readonly { pointer: string }[] };
  if (!codes.has(told.code)) faults.push(`the code ${told.code} is of no list`);
  if (statusOf(told.code as ProblemCode) !== status) faults.push(`${told.code} with ${status}`);
  if (told.errors && told.pointer === undefined) faults.push('no pointer');
  for (const pointer of [told.pointer ?? '', ...(told.errors ?? []).map((each) => each.pointer)])
    if (!/^(\/([^~/]|~[01])*)*$/u.test(pointer)) faults.push(`${pointer.slice(0, 40)} is no pointer`);
  if (body.length > 8_192) faults.push(`a refusal of ${body.length > 100_000 ? 'more than 100,000' : 'more than 8,192'} characters`);
  if (/\bat .+:\d+:\d+|node_modules|\.ts\b|graph\.microsoft/.test(body) && !input.body?.text.includes('.ts'))
    faults.push(`tells what happened inside`);
  if (written.length > 0) faults.push(`refused with ${told.code}, and yet ${[...new Set(written)].join(', ')}`);
  return faults;
};

/** How often each operation answered what: shown by `npm run fuzz`. */
const answers = new Map<string, Map<string, number>>();
const came = (operation: string, code: string): void => {
  const ofOne = answers.get(operation) ?? new Map<string, number>();
  answers.set(operation, ofOne.set(code, (ofOne.get(code) ?? 0) + 1));
};

const counts = { inputs: 0, accepted: 0, refused: 0, beyond: 0, cards: 0, mails: 0 };

/** Hosts that a card or a mail may lead to. */
const ownHosts = ['ap.council.example', 'pages.example', 'teams.example', 'teams.microsoft.com'];
/** What data would be if it were not text: a tag, a link of its own, or words that read backwards. */
const notText = /(?<!\\)<(img|script|svg|at|a |\/)|(?<!\\)\]\(|[\u202a-\u202e\u2066-\u2069]/;
/** What is said aloud, and shown on a locked phone, is no Markdown: a link cannot stand there, a tag could. */
const notSpoken = /[<>\p{Cc}\p{Cf}]/u;
const frameOfMails = /<\/?(html|body|p|br|a)( (lang|style|href)="[^"<>]*")?>/g;

/** Performs what the accepted inputs asked for, and answers what is wrong with the cards and mails that came of it. */
const faultsOfWhatLeft = async ({ world }: Stage): Promise<readonly string[]> => {
  const faults: string[] = [];
  const perform = worker(world);
  for (let round = 0; round < 2; round += 1)
    for (const message of world.effects.queue.splice(0))
      await perform(message).catch((error: unknown) => {
        if (!(error instanceof ServiceBusy)) faults.push(`an effect failed: ${String(error)}`);
      });
  const cards = [...world.cards, ...world.updates, ...world.replies].map(({ card }) => card);
  counts.cards += cards.length;
  counts.mails += world.mails.length;
  for (const card of cards) {
    const { speak, ...shown } = card;
    const text = JSON.stringify(shown);
    if (notSpoken.test(speak)) faults.push(`a card says more than text: ${speak.slice(0, 300)}`);
    faults.push(...cardFaults(card).map((fault) => `a card: ${fault}`));
    if (notText.test(text.replaceAll('\\\\', '\\'))) faults.push(`a card holds more than text: ${text.slice(0, 300)}`);
    for (const [, url = ''] of text.matchAll(/"url":"([^"]*)"/g))
      if (!ownHosts.includes(new URL(url).hostname)) faults.push(`a card leads to ${new URL(url).hostname}`);
  }
  for (const { to, subject, html } of world.mails) {
    if (/<[^>]*>/.test(html.replace(frameOfMails, ''))) faults.push(`a mail with markup of data: ${html.slice(0, 300)}`);
    for (const [, url = ''] of html.matchAll(/href="([^"]*)"/g))
      if (!ownHosts.includes(new URL(url).hostname)) faults.push(`a mail leads to ${new URL(url).hostname}`);
    if (/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(outgoing({ to, subject, html }).subject))
      faults.push('a subject of several lines');
  }
  return faults;
};

/** The faults of one operation (that somebody looked at a link is counted before anything else: no write of a command), each once, with an input that shows it. */
const faultsAt = async (declared: Endpoint): Promise<readonly string[]> => {
  const found = new Map<string, string>();
  let stage = await aStage(0);
  // A paper is drawn in a fifth of a second.
  const numRuns = declared.name === 'getOrderPdf' ? Math.ceil(inputs / 20) : inputs;
  const all = fc.sample(inputsOf(declared, await knownAt(declared, stage)), { numRuns, seed });
  for (let from = 0; from < all.length; from += ofOneWorld) {
    if (from > 0) stage = await aStage(from / ofOneWorld);
    for (const input of all.slice(from, from + ofOneWorld)) {
      const before = stage.writes.length;
      const answer = await stage.door.send(declared.name, requestOf(input));
      counts.inputs += 1;
      const inside = String(stage.log.at(-1)?.ids.error ?? '');
      if (answer.status >= 500 && outOfReach.test(inside)) {
        counts.beyond += 1;
        continue;
      }
      const accepted = answer.status < 300;
      if (accepted) counts.accepted += 1;
      else counts.refused += 1;
      came(declared.name, accepted ? 'accepted' : (JSON.parse(answer.body) as { code: string }).code);
      for (const fault of faultsOf(
        answer,
        input,
        stage.writes.slice(before).filter((name) => name !== 'ports.links.save'),
      )) {
        const what = answer.status >= 500 ? `${fault} ${inside} ${String(stage.log.at(-1)?.ids.at ?? '')}` : fault;
        if (!found.has(what)) found.set(what, JSON.stringify({ ...input, body: input.body?.text.slice(0, 600) }));
      }
    }
    for (const fault of await faultsOfWhatLeft(stage)) found.set(fault, `one of the inputs ${from} and later`);
  }
  return [...found].map(([what, input]) => `${declared.name}: ${what}\n    by ${input}`);
};

test.each(everyEndpoint.map((declared) => [declared.name, declared] as const))(
  '%s answers whatever it is sent, and keeps nothing of what it refuses',
  async (_name, declared) => {
    const faults = await faultsAt(declared);
    if (faults.length > 0) throw new Error(`Seed ${seed}, ${inputs} inputs:\n${faults.join('\n')}`);
  },
  60_000 + inputs * 500,
);

test('inputs were neither all refused nor all accepted, and no prototype was changed', () => {
  expect(counts.accepted).toBeGreaterThan(counts.inputs / 20);
  expect(counts.refused).toBeGreaterThan(counts.inputs / 4);
  expect(Math.min(counts.cards, counts.mails)).toBeGreaterThan(0);
  expect(({} as Readonly<Record<string, unknown>>).admin).toBeUndefined();
});

afterAll(() => {
  if (!process.env.FUZZ_INPUTS) return;
  const never = [...answers].flatMap(([operation, codes]) => {
    const told = [...codes].sort(([, one], [, other]) => other - one).map(([code, times]) => `${code} ${times}`);
    return codes.has('accepted') ? [] : [`  ${operation}: ${told.slice(0, 5).join(', ')}`];
  });
  process.stdout.write(
    `\n${JSON.stringify({ seed, ...counts })}\nNever accepted: ${never.length} of ${answers.size}\n${never.join('\n')}\n`,
  );
});
