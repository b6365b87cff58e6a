import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { sampleDirectory } from './sample-directory.ts';

/** A row of the table of what people type: empty where a service may be anything. */
interface Typed {
  readonly text: string;
  readonly need: string;
  readonly says: readonly string[];
  readonly where: string;
  readonly miles: number;
}

const typed: readonly Typed[] = readFileSync(path.join(import.meta.dirname, 'what-people-type.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => {
    const [text = '', , need = '', says = '', where = '', miles = ''] = line
      .slice(1)
      .split('|')
      .map((cell) => cell.trim());
    return { text, need, says: says === '' ? [] : says.split('/'), where, miles: miles === '' ? Number.POSITIVE_INFINITY : Number(miles) };
  });

/** Whether a service is what a person means. */
const fits = (service: ServiceSummary, { need, says, where, miles }: Typed): boolean => {
  const texts = `${service.name} ${service.providerName} ${service.summary}`.toLowerCase();
  const away = service.deliveryMode === 'online' ? 0 : Number(/\d+/.exec(service.distance ?? '')?.[0] ?? 0);
  return (
    (need === '' || service.needs.some((each) => each === need)) &&
    (says.length === 0 || says.some((beginning) => texts.includes(beginning))) &&
    (where === '' || service.deliveryMode === where) &&
    away <= miles
  );
};

test('E8: whatever people call it, the first five results are that: for nine phrases of ten, and none finds nothing', async () => {
  const search = sampleDirectory();
  const found = await Promise.all(typed.map(async (row) => ({ row, top: (await search(row.text)).items.slice(0, 5) })));
  const missed = found.filter(({ row, top }) => top.length === 0 || !top.every((service) => fits(service, row)));
  const told = missed.map(
    ({ row, top }) => `${row.text}: ${top.map(({ name, distance }) => `${name} ${distance ?? ''}`).join(', ') || 'nothing'}`,
  );
  expect(found.length).toBeGreaterThanOrEqual(80);
  expect(missed.filter(({ top }) => top.length === 0).map(({ row }) => row.text)).toEqual([]);
  expect(told.slice(Math.floor(found.length / 10))).toEqual([]);
});
