import { nothingWithoutWrite } from './nothing-without-its-write.ts';
import { type HistoryOptions, type HistoryOverHttp, runHistory, usualHistory } from './run-history.ts';
import type { SeenHistory } from './seen-from-outside.ts';
import { openStand, type Stand } from './stand.ts';

// Two short histories of the real stack, of which one is played with a host that is killed. `npm run faults:http` runs many more, and longer ones.

/** How long a machine with much else to do may take (milliseconds): nothing here waits for a time of its own. */
const onASlowMachine = 600_000;

let stand: Stand;
beforeAll(async () => {
  stand = await openStand(2);
}, onASlowMachine);
afterAll(() => stand?.stop(), 60_000);

const played = async (at: number, seed: number, told: Partial<HistoryOptions>): Promise<HistoryOverHttp> => {
  const school = stand.schools[at];
  if (!school) throw new RangeError(`The stand has no school ${at}.`);
  return runHistory(stand, school, usualHistory(seed, told));
};
const brokenIn = ({ broken }: HistoryOverHttp): readonly string[] => broken.map(({ invariant, what }) => `${invariant}: ${what}`);

/** What was seen, but for the versions of rows that hold work of this kind. */
const withoutVersionsThat = (seen: SeenHistory, kind: string): SeenHistory => {
  const { stored } = seen.ended;
  const writes = stored.writes.filter(({ state }) => !state.outbox.some((effect) => effect.kind === kind));
  return { ...seen, ended: { ...seen.ended, stored: { ...stored, writes } } };
};

test(
  'nothing is lost, doubled, half done or without its write while the host is killed and everything outside goes wrong',
  async () => {
    const history = await played(0, 8, { steps: 8 });
    const broken = brokenIn(history);
    expect(broken.length === 0 ? [] : [...broken, 'npm run faults:http -- --seed 8 --runs 1', ...history.trace]).toEqual([]);
    expect(stand.host.kills()).toBeGreaterThan(0);

    // The judge of I19 sees what is missing: the first message has no work in any version, and a row that is gone has nothing at all.
    expect(nothingWithoutWrite(withoutVersionsThat(history.seen, 'send-approval-mail'))).toContainEqual(
      expect.stringMatching(/^send-approval-mail has a receipt for .+, which no version holds$/),
    );
    expect(nothingWithoutWrite({ ...history.seen, register: [] })).toContainEqual(expect.stringMatching(/ names CO-.+, which no row has$/));
  },
  onASlowMachine,
);

test(
  'without the sweep a message that the queue loses is missed',
  async () => {
    const history = await played(1, 1, { steps: 3, kills: false, kinds: ['message lost'], without: ['sweep'] });
    expect(brokenIn(history)).toContainEqual(expect.stringMatching(/^I27: .* was never dealt with/));
  },
  onASlowMachine,
);
