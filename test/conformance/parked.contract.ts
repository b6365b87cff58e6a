import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import type { AskedTry, ParkedCommand, ParkedCommands } from '../../functions/src/ports/parked.ts';

export interface OpenedParked {
  readonly parked: ParkedCommands;
  /** The same commands as another process sees them that starts later. */
  readonly restarted: () => ParkedCommands;
  /** The tries that are asked for and due, in any order. */
  readonly due: () => Promise<readonly AskedTry[]>;
}

const aCommand = (digit: string, told: Partial<ParkedCommand> = {}): ParkedCommand => ({
  id: digit.repeat(40),
  endpoint: 'commandBlock',
  by: { ...senco, guest: false, client: 'deciding' },
  parkedAt: '2026-11-27T10:00:00.000Z',
  input: { params: { ref: 'BP-7K3M' }, body: { kind: 'open-block', text: 'é–“”🙂' }, key: '0123456789abcdef' },
  ...told,
});
const byId = (commands: readonly ParkedCommand[]) => [...commands].sort((a, b) => a.id.localeCompare(b.id));

/** What every keeper of parked commands does. */
export const parkedContract = (open: () => Promise<OpenedParked>): void => {
  test('what was parked is found whole, by its id and among all, until it is removed', async () => {
    const { parked, restarted } = await open();
    const [one, two] = [aCommand('1'), aCommand('2')];
    await parked.keep(one);
    await parked.keep(two);
    for (const reading of [parked, restarted()]) {
      expect(await reading.find(one.id)).toEqual(one);
      expect(byId(await reading.all())).toEqual([one, two]);
    }
    await parked.remove(one.id);
    await parked.remove(one.id);
    expect([await restarted().find(one.id), await restarted().all()]).toEqual([undefined, [two]]);
  });

  test('a command of the largest body that is taken is kept whole, and nothing of it stays when it has ended', async () => {
    const { parked, restarted } = await open();
    const large = aCommand('1', { input: { params: {}, query: {}, body: { text: '"é'.repeat(21_000) }, key: 'k' } });
    await parked.keep(large);
    expect(await restarted().find(large.id)).toEqual(large);
    const { input: _, ...rest } = large;
    const ended = { ...rest, ended: { at: '2026-11-27T10:00:05.000Z', how: 'done' as const } };
    await parked.keep(ended);
    expect(await restarted().find(large.id)).toEqual(ended);
  });

  test('a try is due after its delay, with what was asked', async () => {
    const { parked, due } = await open();
    await parked.enqueue({ id: '1'.repeat(40), tries: 3 }, 0);
    await parked.enqueue({ id: '2'.repeat(40), tries: 0, once: true }, 0);
    await parked.enqueue({ id: '3'.repeat(40), tries: 0 }, 60);
    expect([...(await due())].sort((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: '1'.repeat(40), tries: 3 },
      { id: '2'.repeat(40), tries: 0, once: true },
    ]);
  });
};
