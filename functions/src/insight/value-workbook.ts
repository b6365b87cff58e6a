import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getValueFile as fileDeclared } from '@ap/shared/contract/value-for-money';
import { savingRows } from '@ap/shared/domain/value-for-money/saving';
import { spendGroups, spendLines, spendSums } from '@ap/shared/domain/value-for-money/spend';
import {
  lotPriceColumns,
  pricesOfLots,
  savingColumns,
  spendColumns,
  spendGroupWords,
  spendLineColumns,
  type ValueColumn,
  valueRows,
} from '@ap/shared/domain/value-for-money/value-tables';
import type { Call } from '../http/route.ts';
import { tableSheet, workbookFile } from '../workbook.ts';
import { listLotPrices, monthsAsked, spendNames, type ValueNeeds } from './value-for-money.ts';

const widths: Readonly<Record<string, number>> = { Rows: 60, Row: 30, Day: 12, Per: 10, Units: 10, Item: 10, Version: 10, Amounts: 10 };

const sheetOf = <Row>(name: string, columns: readonly ValueColumn<Row>[], rows: readonly Row[]) =>
  tableSheet(name, columns, valueRows(columns, rows), widths);

/** Rows 69 and 70 as a workbook that can be reckoned with: each sum of spend can be added up from the sheet of amounts. */
export const getValueFile =
  (ports: ValueNeeds) =>
  async ({ query, caller, key }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const { from, to, days } = monthsAsked(query, ports);
    const facts = await ports.value.known();
    const lines = spendLines(facts, days);
    const names = await spendNames(ports, lines);
    const { lots } = await listLotPrices(ports)({ caller, key, params: undefined, query: undefined, body: undefined });
    const named = lines.map((line) => ({ ...line, lotName: names.lot(line.lotKey), provider: names.provider(line.providerRef) }));
    return workbookFile(`Value for money ${from} to ${to}`, [
      ...spendGroups.map((group) =>
        sheetOf(
          `By ${spendGroupWords[group].toLowerCase()}`,
          spendColumns(group),
          spendSums(lines, group).map((sum) => ({ ...sum, name: names[group](sum.key) })),
        ),
      ),
      sheetOf('Amounts', spendLineColumns, named),
      sheetOf('Savings ledger', savingColumns, savingRows(facts, days)),
      sheetOf('Prices', lotPriceColumns, pricesOfLots(lots)),
    ]);
  };
