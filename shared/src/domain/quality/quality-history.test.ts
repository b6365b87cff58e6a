import assert from 'node:assert/strict';
import fc from 'fast-check';
import { senco } from '../call-off/call-off.fixture.ts';
import type { Person } from '../people/person.ts';
import { openHolds } from './hold.ts';
import { holdsOn, latestCheck } from './qa-check.ts';
import { ada, ben, cyd } from './quality.fixture.ts';
import { act, aWorld, give, isListed, type World } from './quality-world.fixture.ts';

// Whatever people do to the records of a provider, and in whatever order, these hold.

const everyHistory = (actors: readonly Person[], runs: number, holds: (before: Readonly<World>, after: World) => void): void => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60, size: 'max' }), (acts) => {
      const world = aWorld();
      for (const told of acts) {
        const before = { ...world, checks: [...world.checks], concerns: [...world.concerns] };
        give(world, told, actors);
        holds(before, world);
      }
    }),
    { numRuns: runs, seed: 20261126 },
  );
};

test('R19: no sequence lifts a hold by one person alone: with one commissioner only, a held provider never takes orders again', () => {
  let wasHeld = 0;
  everyHistory([ada], 300, (before, after) => {
    const isHeld = openHolds(before.standing.holds).length > 0;
    if (isHeld) {
      wasHeld += 1;
      assert.equal(after.standing.status, 'suspended');
      assert.equal(isListed(after), false);
    }
  });
  assert.ok(wasHeld > 100);
});

test('R19: with several, it does; and as long as a hold or a lapse stands it is not listed, whatever else happens', () => {
  let lifted = 0;
  everyHistory([ada, ben, cyd], 300, (before, after) => {
    if (openHolds(before.standing.holds).length > 0 && openHolds(after.standing.holds).length === 0) lifted += 1;
    if (openHolds(after.standing.holds).length > 0) assert.equal(isListed(after), false);
    if (!isListed(after)) return;
    assert.equal(after.standing.status, 'active');
    assert.ok(holdsOn(latestCheck(after.checks, 'insurance'), after.today));
  });
  assert.ok(lifted > 20);
});

test('R18: a lapse always leaves a hold, unless it was renewed in time', () => {
  let lapses = 0;
  everyHistory([ada, ben], 300, (before, after) => {
    const lapsed = after.checks.filter(
      ({ outcome, ref }) => outcome === 'lapsed' && before.checks.find((one) => one.ref === ref)?.outcome !== 'lapsed',
    );
    for (const { expiresOn = '' } of lapsed) {
      if (openHolds(after.standing.holds).length > 0) lapses += 1;
      else
        expect(after.checks.some(({ decidedAt = '9999', outcome }) => outcome !== 'lapsed' && decidedAt.slice(0, 10) <= expiresOn)).toBe(
          true,
        );
    }
  });
  assert.ok(lapses > 20);
});

test('R19: a live order runs only while no hold stands, or because its school took a decision', () => {
  let asked = 0;
  everyHistory([ada, ben, cyd], 300, (_before, { order, standing }) => {
    if (order.state === 'asked') asked += 1;
    if (openHolds(standing.holds).length > 0) expect(order.state).not.toBe('running');
    if (order.state === 'continued' || order.state === 'paused' || order.state === 'ended') assert.deepEqual(order.answeredBy, senco);
  });
  expect(asked).toBeGreaterThan(20);
});

test('two concerns about one provider that are not closed are always joined, and both say so', () => {
  everyHistory([ada, ben, senco], 200, (_before, { concerns }) => {
    const leads = concerns.filter(({ status }) => status === 'open' || status === 'under-enquiry');
    expect(leads.length).toBeLessThanOrEqual(1);
    for (const joined of concerns.filter(({ status }) => status === 'joined'))
      expect(concerns.find(({ ref }) => ref === joined.leadRef)?.joined).toContain(joined.ref);
  });
});
