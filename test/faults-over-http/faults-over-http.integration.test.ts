import { type HistoryOptions, runHistory, usualHistory } from './run-history.ts';
import { openStand, type Stand } from './stand.ts';

// A few histories of the real stack whose host is killed at its calls. `npm run faults:http` runs many more.

let stand: Stand;
beforeAll(async () => {
  stand = await openStand(4);
}, 240_000);
afterAll(() => stand?.stop(), 60_000);

/** What was broken in the history of one school, each told with the command that plays it again. */
const brokenIn = async (at: number, seed: number, told: Partial<HistoryOptions> = {}): Promise<readonly string[]> => {
  const school = stand.schools[at];
  if (!school) throw new RangeError(`The stand has no school ${at}.`);
  const { broken, trace } = await runHistory(stand, school, usualHistory(seed, told));
  return broken.length === 0
    ? []
    : [...broken.map(({ invariant, what }) => `${invariant}: ${what} (npm run faults:http -- --seed ${seed} --runs 1)`), ...trace];
};

test('nothing is lost, doubled or half done while the host is killed and everything outside goes wrong', async () => {
  expect(await brokenIn(0, 8, { steps: 10 })).toEqual([]);
  expect(await brokenIn(1, 12, { steps: 10 })).toEqual([]);
  expect(stand.host.kills()).toBeGreaterThan(0);
}, 240_000);

test('without the sweep a message that the queue loses is missed', async () => {
  const broken = await brokenIn(2, 1, { steps: 4, kills: false, kinds: ['message lost'], without: ['sweep'] });
  expect(broken).toContainEqual(expect.stringMatching(/^I27: .* was never dealt with/));
}, 240_000);
