import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aCheck, currentChecks } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { personKey, samePerson, theProduct } from '../people/person.ts';
import { type ProviderStatus, providerStatuses } from '../register/provider.ts';
import { decideProvider } from './decide-provider.ts';
import { openHolds } from './hold.ts';
import { holdCauses } from './hold-cause.ts';
import { type Machine, rowsOf, runMachine } from './machine.fixture.ts';
import {
  type ProviderCommand,
  type ProviderCommandKind,
  type ProviderFacts,
  type ProviderStanding,
  providerCommands,
  providerTable,
  type RecordedCheck,
  unmoved,
} from './provider-standing.ts';
import { ada, ben, commissioners, cyd, everybody, now } from './quality.fixture.ts';

const insurance = (recordedBy: typeof ada): RecordedCheck => ({
  ...aCheck('insurance', { ref: 'Q-NEW', checkedOn: localDate('2026-11-24') }),
  evidence: { recordedBy, recordedAt: now },
});

const tries = fc
  .record({
    kind: fc.constantFrom<ProviderCommandKind>(...providerCommands, 'place-hold', 'lift-hold', 'lift-hold'),
    likely: fc.option(fc.nat(20), { freq: 5 }),
    by: fc.constantFrom(...everybody, ada, ben, cyd),
    channel: fc.constantFrom('page' as const, 'page' as const, 'card' as const, 'link' as const, 'clock' as const),
    cause: fc.constantFrom(...holdCauses),
    hold: fc.nat(5),
    about: fc.constantFrom('Q-1', 'C-1', 'C-2', undefined),
    text: fc.constantFrom('Good reason.', 'Good reason.', 'Good reason.', '', 'Jack Smith said so.'),
    recorder: fc.constantFrom(ada, ben, cyd),
    cleared: fc.constantFrom(true, true, false),
    closedBy: fc.constantFrom(ada, ben, undefined),
    liveRate: fc.constantFrom(true, true, false),
  })
  .map((told) => (present: ProviderStanding, id: string): { command: ProviderCommand; facts: ProviderFacts } => {
    const rows = providerTable.filter(({ from }) => from === present.status && from !== 'removed');
    const kind = told.likely === null ? told.kind : (rows[told.likely % Math.max(1, rows.length)]?.command ?? told.kind);
    const isAutomatic = kind === 'place-hold' && told.cause.startsWith('check') && told.likely !== null;
    const command = {
      id,
      by: isAutomatic ? theProduct : told.by,
      channel: isAutomatic ? 'clock' : told.channel,
      now,
      receipted: new Set<string>(),
      kind,
      cause: told.cause,
      about: isAutomatic ? 'Q-1' : told.about,
      reason: told.text,
      holdRef: present.holds[told.hold % Math.max(1, present.holds.length)]?.ref ?? 'P-0001-H9',
    } as ProviderCommand;
    const gone = aCheck('insurance', {
      ref: 'Q-1',
      outcome: told.cause === 'check-failed' ? 'failed' : 'lapsed',
      checkedOn: localDate('2026-09-01'),
    });
    const rest = currentChecks.filter(({ standard }) => standard !== 'insurance');
    const facts: ProviderFacts = {
      councilMembers: commissioners,
      checks: [...rest, gone, ...(told.cleared ? [insurance(told.recorder)] : [])],
      concerns: [
        { ref: 'C-1', status: told.closedBy ? 'closed' : 'open', pausedBy: ada, closedBy: told.closedBy },
        { ref: 'C-2', status: 'under-enquiry' },
      ],
      agreementCountersigned: true,
      liveRate: told.liveRate,
      debarmentClear: true,
    };
    return { command, facts };
  });

const machine = (status: ProviderStatus): Machine<ProviderStanding, ProviderCommand, ProviderFacts> => ({
  start: () => unmoved('P-0001', status),
  decide: decideProvider,
  stateOf: (record) => record.status,
  states: providerStatuses,
  table: providerTable,
  tries,
  holds: (before, command, after) => {
    const open = openHolds(after.holds);
    // Whoever takes orders is not held, and whoever is suspended is.
    if (after.status === 'active' || after.status === 'paused') assert.deepEqual(open, []);
    if (after.status === 'suspended') assert.ok(open.length > 0);
    assert.equal(after.before !== undefined, after.status === 'suspended' || (after.status === 'removed' && before.before !== undefined));
    assert.equal(new Set(after.holds.map(({ ref }) => ref)).size, after.holds.length);
    // An open hold leaves by a lift only, one at a time, by the hand of somebody with no part in it.
    const gone = openHolds(before.holds).filter(({ ref }) => !open.some((hold) => hold.ref === ref));
    assert.equal(gone.length, command.kind === 'lift-hold' ? 1 : 0);
    for (const { ref, placedBy } of gone) {
      const lifted = after.holds.find((hold) => hold.ref === ref)?.lifted;
      assert.deepEqual(lifted?.by, command.by);
      assert.ok(['page', 'card'].includes(command.channel), String(command.channel));
      assert.equal(
        commissioners.some(({ person }) => samePerson(person, command.by)),
        true,
      );
      const partners = [placedBy, ...(lifted?.clearedBy ?? [])];
      assert.ok(!partners.map(personKey).includes(personKey(command.by)), String(personKey(command.by)));
      // Somebody else, not only the product, took part: one person alone lifts nothing.
      assert.equal(
        partners.some((person) => !samePerson(person, theProduct)),
        true,
      );
    }
    // Orders start again by a commissioner's hand only.
    if (after.status === 'active' && before.status !== 'active')
      assert.ok(['activate', 'resume', 'lift-hold'].includes(command.kind), String(command.kind));
  },
});

test.each(['prospective', 'awarded', 'active', 'paused'] as const)(
  'no sequence from %s lifts a hold by one person alone, nor leaves the table',
  (status) => {
    runMachine(machine(status), { runs: 150 });
  },
);

test('these commands take every way of the table', () => {
  const taken = (['prospective', 'active'] as const).flatMap((status) => [...runMachine(machine(status), { runs: 300, seed: 20261126 })]);
  expect(rowsOf(providerTable).filter((row) => !taken.includes(row))).toEqual([]);
});
