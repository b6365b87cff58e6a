import { localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import type { AwardStatus } from '@ap/shared/domain/tenders/award/award-status';
import { awardApprover, commissioner, evaluatorA, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import fc from 'fast-check';
import {
  beginAwardStandstill,
  checkExclusion,
  countersignAward,
  decideAward,
  recordSignature,
  setAwardAside,
} from '../../functions/src/awards/award-steps.ts';
import { importAward } from '../../functions/src/awards/begin-award.ts';
import { sendAgreement } from '../../functions/src/awards/send-agreement.ts';
import { standstillClock } from '../../functions/src/awards/standstill-clock.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import type { World } from '../ports/memory-world.ts';
import { callOf, settle, tenderWorld } from '../ports/tender-world.ts';

// Whatever people do, in whatever order and however often: what was refused changed nothing, what was accepted is one event of the audit.

const ref = 'AW-P-0042-DN608441-AP-2027-1';
const at = { ref };
const notice = {
  frameworkRef: 'AP-2027',
  providerRef: 'P-0042',
  portal: 'ProContract',
  noticeId: 'DN608441',
  evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
  decidedOn: localDate('2027-01-20'),
  lots: [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000 }],
  prices: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', unit: 'day' as const, price: pence(15_000) }],
  services: [
    {
      lotKey: 'AP-2027-1',
      serviceName: 'Day programme',
      profile: {
        summary: 'Two days a week.',
        kind: 'programme' as const,
        type: 'off-site-provision' as const,
        deliveryMode: 'off-site' as const,
        keyStages: ['KS3' as const],
        needs: ['SEMH' as const],
        ageFrom: 11,
        ageTo: 14,
      },
    },
  ],
  scorers: { kind: 'members' as const, people: [{ tenantId: evaluatorA.tenantId, objectId: evaluatorA.objectId }] },
};

const today = (world: World) => toLondonDate(world.clock.now);
const versionOf = async (world: World): Promise<number> => (await world.ports.tenders.awards.find(ref))?.state.version ?? 0;
type Act = (world: World, by: Person, key: string | undefined) => Promise<unknown>;
const acts: Readonly<Record<string, Act>> = {
  import: (world, by, key) => importAward(world.ports)(callOf(by, undefined, notice, key)),
  check: (world, by, key) =>
    checkExclusion(world.ports)(callOf(by, at, { outcome: 'clear' as const, debarmentListCheckedOn: today(world) }, key)),
  exclude: (world, by, key) =>
    checkExclusion(world.ports)(
      callOf(by, at, { outcome: 'excluded' as const, debarmentListCheckedOn: today(world), reason: 'On the debarment list.' }, key),
    ),
  approve: async (world, by, key) =>
    decideAward(world.ports)(callOf(by, at, { verdict: 'approve' as const, version: await versionOf(world) }, key)),
  reject: async (world, by, key) =>
    decideAward(world.ports)(callOf(by, at, { verdict: 'reject' as const, comment: 'No.', version: await versionOf(world) }, key)),
  standstill: (world, by, key) => beginAwardStandstill(world.ports)(callOf(by, at, { noticePublishedOn: today(world) }, key)),
  send: (world, by, key) =>
    sendAgreement(world.ports)(callOf(by, at, { documentUrl: 'https://council.example.org/a.pdf', sentOn: today(world) }, key)),
  sign: (world, by, key) =>
    recordSignature(world.ports)(
      callOf(
        by,
        at,
        { signedOn: today(world), signatory: { name: 'Ada', position: 'Director' }, signedUrl: 'https://council.example.org/b.pdf' },
        key,
      ),
    ),
  countersign: (world, by, key) => countersignAward(world.ports)(callOf(by, at, undefined, key)),
  setAside: (world, by, key) => setAwardAside(world.ports)(callOf(by, at, { reason: 'Challenged.' }, key)),
  /** Two weeks pass, as long as a standstill at most, and the clock runs. */
  wait: async (world) => {
    world.clock.now = new Date(Date.parse(world.clock.now) + 13 * 86_400_000).toISOString();
    await standstillClock(world.ports)();
  },
};
const next: Readonly<Record<AwardStatus | 'none', readonly string[]>> = {
  none: ['import'],
  proposed: ['check', 'approve', 'approve'],
  approved: ['standstill'],
  rejected: ['import'],
  standstill: ['wait', 'send'],
  'agreement-sent': ['sign'],
  signed: ['check', 'countersign', 'countersign'],
  countersigned: ['wait'],
  'in-force': ['wait'],
  'set-aside': ['import'],
};
const people = [commissioner, secondCommissioner, awardApprover, awardApprover, evaluatorA];

/** Everything that is kept of awards and prices, to see that a refusal changed nothing. */
const kept = async ({ ports, facts }: World): Promise<string> =>
  JSON.stringify([await ports.tenders.awards.known(), await ports.tenders.priceBooks.known(), facts.listing]);

const eventsOf = (world: World, subject: string): readonly number[] =>
  world.audit
    .filter((event) => event.subject === subject)
    .map(({ subjectVersion }) => subjectVersion)
    .sort((a, b) => a - b);

test('rows 13-18: whatever commands come, a refusal changes nothing, and after everything has drained every accepted command is exactly one audit event', async () => {
  const reached = new Set<string>();
  const step = fc.record({
    fits: fc.constantFrom(true, true, true, false),
    pick: fc.nat(),
    by: fc.constantFrom(...people),
    twice: fc.boolean(),
    drains: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30, size: 'max' }), async (steps) => {
      const world = await tenderWorld('2027-01-28T10:00:00.000Z');
      let keys = 0;
      for (const { fits, pick, by, twice, drains } of steps) {
        const status = (await world.ports.tenders.awards.find(ref))?.state.status ?? 'none';
        const among = fits ? next[status] : Object.keys(acts);
        const name = among[pick % among.length] ?? 'wait';
        keys += 1;
        const key = `key-of-step-${String(keys).padStart(8, '0')}`;
        const before = await kept(world);
        try {
          await acts[name]?.(world, by, key);
          // The same click again is the same command.
          const version = await versionOf(world);
          if (twice && name !== 'wait' && name !== 'approve' && name !== 'reject') {
            await acts[name]?.(world, by, key);
            expect(await versionOf(world)).toBe(version);
          }
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          expect(await kept(world)).toBe(before);
        }
        // Effects come late, or at once: in the end it is the same.
        if (drains || name === 'wait') await settle(world);
      }
      await settle(world);
      const award = (await world.ports.tenders.awards.find(ref))?.state;
      const book = (await world.ports.tenders.priceBooks.known())[0]?.state;
      for (const record of [award, book])
        if (record) expect(eventsOf(world, record.ref)).toEqual(Array.from({ length: record.version }, (_, index) => index + 1));
      expect(new Set(world.audit.map(({ id }) => id)).size).toBe(world.audit.length);
      for (const [index, { what, by }] of (award?.history ?? []).entries()) {
        if (what !== 'Approved') continue;
        const proposer = award?.history.slice(0, index).findLast((entry) => entry.what.startsWith('Imported'))?.by;
        expect([proposer, evaluatorA.name]).not.toContain(by);
      }
      // What is listed was countersigned, and what was countersigned is in force once it has drained.
      expect(award?.status).not.toBe('countersigned');
      expect(world.facts.listing.rates.length > 0).toBe(award?.status === 'in-force');
      expect(world.facts.listing.provider?.lotKeys).toEqual(award?.status === 'in-force' ? ['AP-2027-1'] : []);
      reached.add(award?.status ?? 'none');
    }),
    { numRuns: 30, seed: 20261126, endOnFailure: true },
  );
  for (const status of ['in-force', 'proposed', 'standstill']) expect([...reached]).toContain(status);
});
