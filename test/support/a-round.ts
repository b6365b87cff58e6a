import { aMembership, councilTenant } from '@ap/shared/domain/call-off/call-off.fixture';
import type { Membership } from '@ap/shared/domain/people/membership';
import { aDeclaration, anOffer, someAnswers } from '@ap/shared/domain/tenders/application/application.fixture';
import { someTerms } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { aPlan, opensAt } from '@ap/shared/domain/tenders/round/round.fixture';
import {
  moveApplication,
  saveApplication,
  signDeclaration,
  startApplication,
  viewApplication,
} from '../../functions/src/applications/applications.ts';
import { askApplicationLink } from '../../functions/src/applications/ask-link.ts';
import { askClarification } from '../../functions/src/applications/questions.ts';
import { moveFramework, planFramework } from '../../functions/src/rounds/frameworks.ts';
import { roundClock } from '../../functions/src/rounds/round-clock.ts';
import { moveRound, planRound } from '../../functions/src/rounds/rounds.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { drain } from '../ports/worker.ts';

export const helen = {
  tenantId: councilTenant,
  objectId: '00000000-0000-4000-8000-0000000000c1',
  name: 'Helen Strand',
  email: 'helen.strand@council.example',
};
const commissioner: Membership = aMembership(helen, ['commissioner', 'evaluation-lead'], { buyerRef: 'CD-SEND' });

let keys = 0;
/** A key that no other command has. */
export const newKey = (): string => {
  keys += 1;
  return `key-of-a-test-${String(keys).padStart(8, '0')}`;
};

/** What Helen calls: the route has looked at her role already. */
export const helens = <B, P>(body: B, params: P, key = newKey()) => ({
  caller: {
    person: helen,
    guest: false,
    client: 'deciding' as const,
    memberships: [commissioner],
    councilRoles: commissioner.roles as never,
    commissioner: true,
  },
  params,
  body,
  query: undefined,
  key,
});

/** Every message that waits is performed, and what follows from it too. */
export const drainAll = async (world: World): Promise<void> => {
  for (let turn = 0; turn < 20 && world.effects.queue.length > 0; turn += 1) await drain(world);
};

export interface RoundInWorld {
  readonly world: World;
  readonly roundRef: string;
}

/** A framework whose first round is published and opens on 1 December 2026. */
export const aRoundInWorld = async (): Promise<RoundInWorld> => {
  const world = memoryWorld();
  world.facts.officers = [...world.facts.officers, commissioner];
  const { ports } = world;
  await planFramework(ports)(helens({ ref: 'AP-2027', terms: structuredClone(someTerms()) as never }, undefined));
  const { ref } = await planRound(ports)(helens({ plan: structuredClone(aPlan()) as never }, { ref: 'AP-2027' }));
  await moveRound(ports)(helens({ move: 'publish' as const }, { ref }));
  await moveFramework(ports)(helens({ move: 'open' as const }, { ref: 'AP-2027' }));
  await drainAll(world);
  return { world, roundRef: ref };
};

/** The clock runs at an instant, and everything that follows is done. */
export const clockAt = async (world: World, now: string) => {
  world.clock.now = now;
  const report = await roundClock(world.ports)();
  await drainAll(world);
  return report;
};

export const opened = opensAt.replace('09:00', '09:01');

export interface LinkInMail {
  readonly linkId: string;
  readonly secret: string;
}

/** The link in the last message to an address. Throws when there is none. */
export const linkMailedTo = (world: World, email: string): LinkInMail => {
  const mail = world.mails.filter(({ to, html }) => to === email && html.includes('/apply/#')).at(-1);
  const [linkId, secret] = /#([\w-]+)\.([\w-]+)"/.exec(mail?.html ?? '')?.slice(1) ?? [];
  if (linkId === undefined || secret === undefined) throw new Error(`No link was mailed to ${email}`);
  return { linkId, secret };
};

export const pageOf = (linkId: string, secret: string): string => `https://pages.example/apply/#${linkId}.${secret}`;
export const asks = ({ world, roundRef }: RoundInWorld, email: string, registryNumber = '01234567') =>
  askApplicationLink(world.ports, pageOf)({ body: { roundRef, email, organisation: 'Blackmore Vale', registryNumber }, key: '' });

/** An applicant with a link in hand, who does one thing after the other. */
export const applicantIn = async (round: RoundInWorld, email = 'office@blackmore.example') => {
  const { world } = round;
  await asks(round, email);
  const link = linkMailedTo(world, email);
  const view = () => viewApplication(world.ports)({ body: { link }, key: '' });
  const versionNow = async () => (await view()).application?.version ?? 0;
  return {
    link,
    view,
    start: (reuseLast = false) => startApplication(world.ports)({ body: { link, lotKeys: ['AP-2027-1'], reuseLast }, key: newKey() }),
    save: async (told: { answers?: object; version?: number; key?: string } = {}) =>
      saveApplication(world.ports)({
        body: {
          link,
          version: told.version ?? (await versionNow()),
          lotKeys: ['AP-2027-1'],
          answers: (told.answers ?? structuredClone(someAnswers)) as never,
          offers: [anOffer()] as never,
        },
        key: told.key ?? newKey(),
      }),
    declare: async (declaration = aDeclaration()) =>
      signDeclaration(world.ports)({
        body: { link, version: await versionNow(), declaration: structuredClone(declaration) as never },
        key: newKey(),
      }),
    move: async (move: 'submit' | 'take-back' | 'withdraw') =>
      moveApplication(world.ports)({ body: { link, version: await versionNow(), move }, key: newKey() }),
  };
};

/** An applicant asks the council about the round. */
export const ask = ({ world }: RoundInWorld, link: { linkId: string; secret: string }, question: string) =>
  askClarification(world.ports)({ body: { link, question }, key: newKey() });

/** The subjects of the mails to an address, oldest first. */
export const mailsTo = ({ world }: RoundInWorld, email: string) =>
  world.mails.filter(({ to }) => to === email).map(({ subject }) => subject);
