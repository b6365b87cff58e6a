import { busiestMinute, byMinute, memoryGrowth, type Sighting } from './watch.ts';

const sighting = (at: number, units: number, memory = 100): Sighting => ({
  at,
  units,
  memory,
  requests: 0,
  queued: 0,
  oldest: 0,
  expected: 0,
});

test('the busiest minute is any sixty seconds, not one of the clock', () => {
  const seen = [sighting(0, 0), sighting(30, 100), sighting(60, 700), sighting(90, 1300), sighting(120, 1310), sighting(150, 1320)];
  expect(busiestMinute(seen)).toBe(1200);
  expect(busiestMinute([])).toBe(0);
});

test('units are told minute by minute, the last as far as it went', () => {
  const seen = [sighting(0, 0), sighting(55, 90), sighting(65, 100), sighting(119, 150), sighting(130, 160)];
  expect(byMinute(seen)).toEqual([90, 60, 10]);
  expect(byMinute([])).toEqual([]);
});

test('memory is flat when its end is as after the start, whatever the start itself took', () => {
  const of = (...megabytes: readonly number[]) => memoryGrowth(megabytes.map((memory, at) => sighting(at, 0, memory)));
  expect(of(60, 80, 120, 120, 121, 119, 120, 120)).toBe(1);
  expect(of(60, 80, 120, 120, 200, 210, 240, 240)).toBe(2);
  expect(of(60)).toBe(1);
});
