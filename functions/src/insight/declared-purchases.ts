import type { ReplyOf } from '@ap/shared/contract/endpoint';
import {
  declaredReply,
  type getDeclaredFile as fileDeclared,
  type listDeclaredPurchases as listDeclared,
} from '@ap/shared/contract/off-framework';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import {
  type DeclaredPurchase,
  declaredColumns,
  declaredIn,
  declaredRows,
  lastFirst,
  narrowedPurchases,
  spentIn,
} from '@ap/shared/domain/off-framework/declared-purchase';
import type { OffFrameworkPurchase } from '@ap/shared/domain/off-framework/off-framework-purchase';
import type { Call } from '../http/route.ts';
import { shownBy } from '../http/shown-by.ts';
import type { Ports } from '../ports/ports.ts';
import { tableSheet, workbookFile } from '../workbook.ts';
import { daysAsked } from './days-asked.ts';
import { namedIn } from './named-purchase.ts';

type Needs = Pick<Ports, 'offFramework' | 'buyers' | 'lots' | 'clock'>;

const declaredBetween = async (
  { offFramework, buyers, lots }: Needs,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly (OffFrameworkPurchase & DeclaredPurchase)[]> => {
  const [declared, every, lotList] = await Promise.all([offFramework.known(), buyers.all(), lots.all()]);
  const named = namedIn(every, lotList);
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  const touching = spentIn(
    declared.map(({ state }) => state),
    first,
    last,
  );
  return lastFirst(touching).map((each) => ({ ...declaredIn(each, first, last), ...named(each) }));
};

/** Row 71: what was declared in the months of these days, for the council's people: not who declared it. */
export const listDeclaredPurchases =
  (ports: Needs) =>
  async ({ query }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const { from, to } = daysAsked(query, ports);
    return { from, to, purchases: (await declaredBetween(ports, from, to)).map((each) => shownBy(declaredReply, each)) };
  };

const widths: Readonly<Record<string, number>> = { Why: 60, 'First month': 12, 'Last month': 12 };

/** The same as a workbook that can be reckoned with. */
export const getDeclaredFile =
  (ports: Needs) =>
  async ({ query: { from: first, to: last, ...filter } }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const { from, to } = daysAsked({ from: first, to: last }, ports);
    const rows = declaredRows(narrowedPurchases(await declaredBetween(ports, from, to), filter));
    const name = `Outside the framework ${from.slice(0, 7)} to ${to.slice(0, 7)}`;
    return workbookFile(name, [tableSheet('Purchases', declaredColumns, rows, widths)]);
  };
