import { parseArgs } from 'node:util';
import { register } from '@ap/shared/lists/register';
import { namesOfDirectory } from '../../../functions/src/adapters/sharepoint/directory-facts.ts';
import { importRegister } from '../../../functions/src/adapters/sharepoint/import-register.ts';
import { registerOfATest } from '../../support/register-of-a-test.ts';
import { callOffCost } from './call-offs-of-a-day.ts';
import { searchedSpan } from './searched-span.ts';

/**
 * `npm run bench:cost [-- --minutes 12 --call-offs 10 --rows 4000]`: what a day of 10,000 searches and 500 call-offs costs in resource units, from the local tenant's meter.
 * A busy minute and a call-off are measured and multiplied; nothing of them depends on how many services there are, which is measured with more rows too. Exits 1 when a goal
 * is missed.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '12' },
    'call-offs': { type: 'string', default: '10' },
    rows: { type: 'string', default: '4000' },
  },
});
const [minutes, callOffs, rows] = [Number(values.minutes), Number(values['call-offs']), Number(values.rows)];
const searchesOfADay = 10_000;
const callOffsOfADay = 500;
const busyMinutes = 600;
const minutesOfADay = 1_440;
const perMinute = Math.ceil(searchesOfADay / busyMinutes);
const row = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const whole = (number: number): string => Math.round(number).toLocaleString('en-GB');

const one = await callOffCost(callOffs);
const floor = callOffsOfADay * (one.writes + one.demanded);
const ofCallOffs = callOffsOfADay * (one.writes + one.demanded + one.others);
/** Each list once a minute, which the guard's promise asks: an edit in a list is judged within one. */
const polls = minutesOfADay * register.length;

const tenant = await registerOfATest();
try {
  const measured = async (size: string, processes: number, areHinted: boolean) => {
    const { searched } = await searchedSpan(tenant, { minutes, perMinute, processes, areHinted });
    return { size, processes, areHinted, perMinute: searched / minutes };
  };
  const asSample = await measured('sample', 1, true);
  const more = importRegister(tenant.graph, tenant.sitePath);
  const [service] = (await more.read('services')).stored.values();
  if (!service) throw new Error('The sample has services');
  for (let at = 0; at < rows; at += 20)
    await more.write(
      Array.from({ length: 20 }, (_, index) => ({
        kind: 'services' as const,
        record: { ...service.record, ref: `S-9${String(at + index).padStart(6, '0')}` },
      })) as never,
    );
  const starting = await tenant.people.resetUsage().then(async () => {
    const lists = tenant.lists();
    await Promise.all(namesOfDirectory.map((name) => lists[name].mirror.ready()));
    return (await tenant.people.usage()).units;
  });
  const spans = [
    asSample,
    await measured(`sample and ${rows}`, 1, true),
    await measured(`sample and ${rows}`, 3, true),
    await measured(`sample and ${rows}`, 1, false),
    await measured(`sample and ${rows}`, 3, false),
  ];
  console.log(
    `\nA call-off from its quote to its provider (mean of ${callOffs}): writes ${one.writes}, fresh reads that its rules demand ${one.demanded}, else ${one.others}.`,
  );
  console.log(`The lists read anew by a process without a snapshot, ${rows} services and the sample: ${starting} units.\n`);
  row([
    'services',
    'processes',
    'changes are hinted at',
    'units a search',
    'readings for searches a day',
    'call-offs',
    'all but one poll of each list a minute',
    'times the floor',
  ]);
  row(['---', '---:', '---', '---:', '---:', '---:', '---:', '---:']);
  let isMet = true;
  for (const { size, processes, areHinted, perMinute: each } of spans) {
    const day = ofCallOffs + each * busyMinutes;
    if (areHinted && (each > 0 || day > 1.2 * floor)) isMet = false;
    row([
      size,
      processes,
      areHinted ? 'yes' : 'no',
      (each / perMinute).toFixed(2),
      whole(each * busyMinutes),
      whole(ofCallOffs),
      whole(day),
      (day / floor).toFixed(2),
    ]);
  }
  console.log(
    `\nFloor: ${whole(floor)}. One poll of each of the ${register.length} lists a minute: ${whole(polls)}. A day of the smallest tenant: 1,200,000.`,
  );
  if (!isMet) process.exitCode = 1;
} finally {
  await tenant.stop();
}
