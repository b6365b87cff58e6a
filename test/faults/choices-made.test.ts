import { senco } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { Choice } from '@ap/shared/domain/register/choice';
import { readWorkbook } from '../../functions/src/imports/read-workbook.ts';
import { getChoicesFile, listChoicesMade } from '../../functions/src/insight/choices-made.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

const choice = (changes: Partial<Choice> = {}): Choice => ({
  choiceRef: 'c-1',
  at: '2026-11-20T10:00:00Z',
  by: 'Xanthoria Quillfeather',
  serviceRef: 'S-1',
  reason: '=It can start first.',
  compared: ['S-1', 'S-2'].map((serviceRef) => ({
    serviceRef,
    name: `Service ${serviceRef}`,
    providerName: serviceRef === 'S-1' ? 'Greenway' : 'Hollow Oak',
    lotName: 'Tuition',
    price: 9_550 as never,
    priceIncVat: 11_460 as never,
    unit: 'day' as const,
    vatTreatment: 'standard-rated' as const,
  })),
  ...changes,
});
const call = { caller: callerOf(senco), params: undefined, body: undefined, key: '' };

const opened = async () => {
  const world = memoryWorld();
  const { buyer } = world.facts;
  await world.ports.choices.keep(buyer.ref, choice());
  await world.ports.choices.keep('no-longer-known', choice({ choiceRef: 'c-2', at: '2026-11-21T10:00:00Z', plan: '2d-both-5h-12w' }));
  await world.ports.choices.keep(buyer.ref, choice({ choiceRef: 'c-3', at: '2026-01-05T10:00:00Z' }));
  return { world, buyer };
};

test('row 36: choices of all buyers are told with prices and reason, the newest first, and without who wrote them', async () => {
  const { world, buyer } = await opened();
  const { choices } = await listChoicesMade(world.ports)({ ...call, query: {} });
  expect(choices.map(({ choiceRef, buyerName }) => [choiceRef, buyerName])).toEqual([
    ['c-2', 'no-longer-known'],
    ['c-1', buyer.name],
  ]);
  expect(choices[1]).toMatchObject({ reason: '=It can start first.', compared: [{ price: 9_550 }, { price: 9_550 }] });
  expect(JSON.stringify(choices)).not.toMatch(/Xanthoria|Quillfeather/);
});

test('choices of the days asked for are told, and days that end before they begin are refused', async () => {
  const { world } = await opened();
  const told = async (from: string, to: string) =>
    (await listChoicesMade(world.ports)({ ...call, query: { from: localDate(from), to: localDate(to) } })).choices.map(
      (each) => each.choiceRef,
    );
  expect(await told('2026-01-05', '2026-01-05')).toEqual(['c-3']);
  await expect(told('2026-01-06', '2026-01-05')).rejects.toMatchObject({ code: 'input-not-understood' });
});

test('the workbook is narrowed as the page is, has a row for each service compared, and lets no text be a formula', async () => {
  const { world, buyer } = await opened();
  const { content, fileName } = await getChoicesFile(world.ports)({ ...call, query: { buyer: buyer.ref, provider: 'Hollow Oak' } });
  expect(fileName).toMatch(/^Choices .*[.]xlsx$/);
  const [sheet] = await readWorkbook(Buffer.from(content, 'base64'));
  expect(sheet?.rows.map((cells) => [cells[3], cells[5], cells[8]])).toEqual([
    ['Why', 'Provider', 'Price ex VAT'],
    ["'=It can start first.", 'Greenway', 95.5],
    ["'=It can start first.", 'Hollow Oak', 95.5],
  ]);
  expect(JSON.stringify(sheet)).not.toMatch(/Quillfeather|no-longer-known/);
});
