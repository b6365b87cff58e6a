import { searchTimes } from './search-times.ts';

const started = () => {
  const told: unknown[] = [];
  const waiting: (() => void)[] = [];
  const note = searchTimes({ event: (_level, name, ids) => void told.push([name, ids]) }, (act) => void waiting.push(act));
  return { told, note, minutePasses: () => waiting.splice(0).forEach((act) => void act()) };
};

test('a minute of searches is one line: how many took how long, and the slowest', () => {
  const { told, note, minutePasses } = started();
  for (const milliseconds of [3.2, 9.99, 10, 49, 999, 1000, 4000.4]) note(milliseconds);
  expect(told).toEqual([]);
  minutePasses();
  expect(told).toEqual([['search-times', { searches: 7, slowestMs: 4000, under10: 2, under25: 1, under50: 1, under1000: 1, over1000: 2 }]]);
});

test('the next minute begins anew, and a minute without searches tells nothing', () => {
  const { told, note, minutePasses } = started();
  note(5);
  minutePasses();
  minutePasses();
  note(30);
  minutePasses();
  expect(told).toEqual([
    ['search-times', { searches: 1, slowestMs: 5, under10: 1 }],
    ['search-times', { searches: 1, slowestMs: 30, under50: 1 }],
  ]);
});
