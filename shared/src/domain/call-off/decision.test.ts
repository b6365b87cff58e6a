import { numberEffects, withoutReceipted } from '../effect.ts';
import { aCallOff, aCommand, accepted, head, now, refusal } from './call-off.fixture.ts';
import { accept } from './decision.ts';

const works = [{ kind: 'refresh-approval-cards' as const }, { kind: 'settle-ledgers' as const }];

test('effects are numbered by record, version and place, so that the same decision makes the same ids', () => {
  expect(numberEffects('CO-1', 3, now, works)).toEqual([
    { kind: 'refresh-approval-cards', id: 'CO-1-v3-0', version: 3, madeAt: now },
    { kind: 'settle-ledgers', id: 'CO-1-v3-1', version: 3, madeAt: now },
  ]);
});

test('an effect leaves the outbox with its receipt, and no other', () => {
  const outbox = numberEffects('CO-1', 3, now, works);
  expect(withoutReceipted(outbox, new Set(['CO-1-v3-0', 'CO-2-v3-1']))).toEqual(outbox.slice(1));
});

describe('an accepted command', () => {
  const before = aCallOff();

  test('is one version, one line of history and one remembered id; its effects lie in the same write', () => {
    const command = aCommand(head, { receipted: new Set([before.outbox[0]?.id ?? '']) });
    const { state, effects } = accepted(accept(before, command, 'Looked at', works, 'Why.'));
    expect(state.version).toBe(before.version + 1);
    expect(state.history).toStrictEqual([...before.history, { at: now, by: head.name, what: 'Looked at', comment: 'Why.' }]);
    expect(state.lastCommands).toEqual([...before.lastCommands, command.id]);
    expect(effects).toEqual(numberEffects(before.ref, state.version, now, works));
    expect(state.outbox).toEqual([...before.outbox.slice(1), ...effects]);
  });

  test('leaves no empty comment', () => {
    expect(accepted(accept(before, aCommand(head), 'Looked at', [])).state.history.at(-1)).toStrictEqual({
      at: now,
      by: head.name,
      what: 'Looked at',
    });
  });

  test('is refused where the record has no room for it, with what can still be done', () => {
    const full = { ...before, advice: ['x'.repeat(48_000)] };
    expect(refusal(accept(full, aCommand(head), 'Looked at', []))).toEqual({
      ok: false,
      code: 'record-full',
      detail:
        'There is no room left in this record. The request can still be withdrawn or rejected, and an order declined, cancelled or ended. Make a new request for anything else.',
    });
    expect(accept({ ...full, status: 'withdrawn' }, aCommand(head), 'Withdrawn', []).ok).toBe(true);
    expect(accept({ ...full, status: 'rejected' }, aCommand(head), 'Rejected', []).ok).toBe(true);
  });
});
