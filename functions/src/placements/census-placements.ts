import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listCensusPlacements as declared, getCensusFile as fileDeclared } from '@ap/shared/contract/placements';
import {
  type CensusPlacement,
  censusCodes,
  censusPlacement,
  censusTable,
  censusToDo,
  notStartedBy,
} from '@ap/shared/domain/census/ap-placement';
import { type CensusCheck, censusChecks } from '@ap/shared/domain/census/census-checks';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { cellText } from '@ap/shared/domain/texts/csv-text';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { bold, type FilledSheet, workbookFile } from '../workbook.ts';

const ofSchool = ['requester', 'approver', 'contact'] as const;

type Needs = Pick<Ports, 'callOffs' | 'providers' | 'clock'>;

interface Asked {
  readonly buyerRef: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface Census {
  readonly rows: readonly CensusPlacement[];
  readonly checks: readonly CensusCheck[];
  readonly notStarted: readonly string[];
}

const censusOf = async ({ callOffs, providers, clock }: Needs, caller: Caller, { buyerRef, from, to }: Asked): Promise<Census> => {
  if (!ofSchool.some((role) => hasRoleAt(caller, buyerRef, role)))
    throw new ProblemError('not-found', 'There is no such school or department, or it is not yours.');
  if (from > to)
    throw new ProblemError('input-not-understood', 'Enter a last day that is not before the first one.', { pointer: '/query/to' });
  const own = (await callOffs.known()).map(({ callOff }) => callOff).filter(({ request }) => request.buyerRef === buyerRef);
  const found = await Promise.all(
    own.map(async (callOff) => {
      const { service } = await providers.facts(callOff.request.serviceRef, 'known');
      const { provider } = await providers.provider(callOff.providerRef, 'known');
      return censusPlacement(callOff, provider, service, { from, to });
    }),
  );
  const rows = found
    .flatMap((row) => row ?? [])
    .sort((a, b) => a.pupilRef.localeCompare(b.pupilRef) || a.startDate.localeCompare(b.startDate));
  return {
    rows,
    checks: censusChecks(rows, toLondonDate(clock.now())),
    notStarted: own.flatMap((callOff) => notStartedBy(callOff, { from, to }) ?? []).sort(),
  };
};

/** R26: the placements that a school returns in its census. The school that commissioned them returns them, and nobody else reads this. */
export const listCensusPlacements =
  (ports: Needs) =>
  async ({ caller, params, query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { rows, checks, notStarted } = await censusOf(ports, caller, { ...params, ...query });
    return {
      rows: rows.map((row) => ({ ...row, toComplete: [...row.toComplete] })),
      checks: [...checks],
      notStarted: [...notStarted],
    };
  };

const sheetOf = (sheet: string, [headings = [], ...rows]: readonly (readonly (string | number)[])[], width: number): FilledSheet => ({
  sheet,
  columns: headings.map(() => ({ width })),
  data: [
    headings.map((name) => bold(String(name))),
    ...rows.map((row) => row.map((value) => (value === '' ? null : typeof value === 'string' ? cellText(value) : value))),
  ],
  stickyRowsCount: 1,
});

/** The same as a workbook: the placements, what is to do, and what the codes mean. */
export const getCensusFile =
  (ports: Needs) =>
  async ({ caller, params, query }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const { rows, checks, notStarted } = await censusOf(ports, caller, { ...params, ...query });
    return workbookFile(`Census placements ${query.from} to ${query.to}`, [
      sheetOf('Placements', censusTable(rows), 18),
      sheetOf('To do', censusToDo(rows, checks, notStarted), 60),
      sheetOf('Codes', censusCodes, 36),
    ]);
  };
