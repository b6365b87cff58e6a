import { head, senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import fc from 'fast-check';
import { runOrderHold } from '../../functions/src/quality/run-order-hold.ts';
import { runCheck, runStanding } from '../../functions/src/quality/run-quality.ts';
import type { World } from '../ports/memory-world.ts';
import { itemOf } from '../ports/people.ts';
import {
  answer,
  checkOf,
  helen,
  hold,
  lift,
  omar,
  onlyEnds,
  ordered,
  page,
  providerRef,
  settled,
  started,
  tick,
} from '../ports/quality-world.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

type Step = (world: World, ref: string) => Promise<unknown>;
const anybody = fc.constantFrom(helen, omar, senco, head);
const steps: fc.Arbitrary<Step> = fc.oneof(
  anybody.map(
    (by): Step =>
      (world) =>
        hold(world, by),
  ),
  anybody.map(
    (by): Step =>
      async (world) => {
        const holds = (await world.ports.quality.standings.find(providerRef(world)))?.state.holds ?? [];
        return lift(world, by, holds.find(({ lifted }) => lifted === undefined)?.ref ?? 'none');
      },
  ),
  fc.tuple(anybody, fc.constantFrom('continue' as const, 'pause' as const, 'end' as const)).map(
    ([by, kind]): Step =>
      (world, ref) =>
        answer(world, by, ref, kind),
  ),
  anybody.map(
    (by): Step =>
      (world, ref) =>
        runOrderHold(world.ports, page(by), ref, { kind: 'resume' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runStanding(world.ports, page(by), providerRef(world), { kind: 'pause', reason: 'No room.' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runStanding(world.ports, page(by), providerRef(world), { kind: 'resume' }),
  ),
  anybody.map(
    (by): Step =>
      (world) =>
        runCheck(world.ports, page(by), checkOf(world, 'policies').ref, {
          kind: 'request-waiver',
          reason: 'Booked.',
          until: localDate('2027-01-05'),
        }),
  ),
  fc.integer({ min: 1, max: 60 }).map(
    (days): Step =>
      async (world) => {
        // An effect that waits longer than 14 days is left to a person, on purpose.
        await settled(world);
        world.clock.now = new Date(Date.parse(world.clock.now) + days * 86_400_000).toISOString();
        await tick(world);
      },
  ),
  fc.constant<Step>((world) => settled(world)),
  // Everything that carries messages is down for a while.
  fc.constant<Step>(async (world) => {
    Object.assign(world.down, { cards: true, mail: true });
    Object.assign(world.effects.down, { receipts: true });
    await drain(world);
    Object.assign(world.down, { cards: false, mail: false });
    Object.assign(world.effects.down, { receipts: false });
  }),
);

test('after everything has drained, every accepted command is exactly one event of the audit chain, and every refused one changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 9 }), async (run) => {
      const world = started();
      onlyEnds(world, 'insurance', localDate('2027-01-31'));
      const ref = await ordered(world);
      const versions = async () => ({
        standing: (await world.ports.quality.standings.find(providerRef(world)))?.state.version ?? 0,
        order: (await itemOf(world, ref)).callOff.version,
        checks: (await world.ports.quality.checks.known()).map(({ state }) => [state.ref, state.version] as const),
      });
      for (const step of run) {
        const before = await versions();
        const code = await codeOf(step(world, ref));
        if (code !== 'done') expect(await versions()).toEqual(before);
      }
      for (let round = 0; round < 3; round += 1) {
        await settled(world);
        await tick(world);
      }
      await settled(world);
      const { standing, order, checks } = await versions();
      for (const [subject, version] of [[providerRef(world), standing] as const, ...checks]) {
        const events = world.audit.filter((event) => event.subject === subject).map(({ subjectVersion }) => subjectVersion);
        expect(events.sort((a, b) => a - b)).toEqual(Array.from({ length: version }, (_, index) => index + 1));
      }
      expect(new Set(world.audit.filter(({ subject }) => subject === ref).map(({ subjectVersion }) => subjectVersion)).size).toBe(order);
      expect(new Set(world.audit.map(({ id }) => id)).size).toBe(world.audit.length);
    }),
    { numRuns: 15 },
  );
});
