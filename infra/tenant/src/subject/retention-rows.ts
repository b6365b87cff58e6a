import { toLondonDate } from '@ap/shared/domain/local-date';
import { type ApplicationFacts, keptApplication, keptConcern, keptInvoice } from '@ap/shared/domain/privacy/kept-records';
import type { Kept, RetentionPolicy } from '@ap/shared/domain/privacy/retention';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { buyerMembers, toMembership } from '@ap/shared/lists/buyer-members';
import { frameworks, toFramework } from '@ap/shared/lists/frameworks';
import { invoices, toInvoice } from '@ap/shared/lists/invoices';
import type { ListDefinition } from '@ap/shared/lists/list';
import { concerns, toConcern } from '@ap/shared/lists/quality/concerns';
import { applicationLots } from '@ap/shared/lists/tenders/application-lots';
import { applicationRounds } from '@ap/shared/lists/tenders/application-rounds';
import { applications } from '@ap/shared/lists/tenders/applications';
import { awards } from '@ap/shared/lists/tenders/awards';
import { evaluationScores } from '@ap/shared/lists/tenders/evaluation-scores';
import { deleteRow, dropSnapshots, type RawRow, read, rowsOf } from './rows.ts';
import type { Stores } from './stores.ts';
import { unrecorded } from './unrecorded.ts';

/** A record whose time is reckoned, and how its row goes. */
export interface KeptRow {
  readonly record: Kept;
  readonly remove: () => Promise<void>;
}

type Rows = readonly (readonly [ListDefinition, RawRow])[];

const removing = (stores: Stores, rows: Rows) => async (): Promise<void> => {
  for (const [list, row] of rows) await deleteRow(stores, list, row);
  await dropSnapshots(stores, [...new Set(rows.map(([list]) => list.title))]);
};

/** The records of lists that hold no pupil, and go whole: invoices, concerns, applications with their scores, and members who left. Changes nothing. */
export const keptRows = async (stores: Stores, policy: RetentionPolicy): Promise<readonly KeptRow[]> =>
  (await Promise.all([ofInvoices, ofConcerns, ofApplications, ofMembers].map((of) => of(stores, policy)))).flat();

const waiting = async (stores: Stores, record: Kept, state: Parameters<typeof unrecorded>[1]): Promise<Kept> =>
  'needed' in record && record.needed !== undefined ? record : ({ ...record, needed: await unrecorded(stores, state) } as Kept);

const ofInvoices = async (stores: Stores, { held }: RetentionPolicy): Promise<readonly KeptRow[]> => {
  const rows = (await rowsOf(stores, invoices)).map((row) => ({ row, invoice: toInvoice(read(invoices, row)) }));
  return Promise.all(
    rows.map(async ({ row, invoice }) => {
      const others = rows.flatMap((each) => (each.invoice.account === invoice.account ? [each.invoice] : []));
      return {
        record: await waiting(stores, keptInvoice(invoice, others, held), invoice),
        remove: removing(stores, [[invoices, row]]),
      };
    }),
  );
};

const ofConcerns = async (stores: Stores, { held }: RetentionPolicy): Promise<readonly KeptRow[]> =>
  Promise.all(
    (await rowsOf(stores, concerns)).map(async (row) => {
      const concern = toConcern(read(concerns, row));
      return { record: await waiting(stores, keptConcern(concern, held), concern), remove: removing(stores, [[concerns, row]]) };
    }),
  );

/** An application goes with what was asked for lot by lot, and with its scores: they repeat what it said. */
const ofApplications = async (stores: Stores, { held }: RetentionPolicy): Promise<readonly KeptRow[]> => {
  const [rounds, everyAward, lots, sheets, ends] = await Promise.all([
    statesOf<Round>(stores, applicationRounds),
    statesOf<Award>(stores, awards),
    statesOf<LotApplication>(stores, applicationLots),
    statesOf<ScoreSheet>(stores, evaluationScores),
    frameworkEnds(stores),
  ]);
  return Promise.all(
    (await rowsOf(stores, applications)).map(async (row) => {
      const application: Application = read(applications, row).State;
      const own = lots.filter(({ state }) => state.applicationRef === application.ref);
      const ownRefs = new Set(own.map(({ state }) => state.ref));
      const facts: ApplicationFacts = {
        round: rounds.find(({ state }) => state.ref === application.roundRef)?.state,
        awards: everyAward.flatMap(({ state }) =>
          state.source.kind === 'round' && state.source.roundRef === application.roundRef ? [state] : [],
        ),
        lots: own.map(({ state }) => state),
        frameworkEnds: ends.get(application.frameworkRef),
      };
      const scores = sheets.filter(({ state }) => ownRefs.has(state.lotApplicationRef));
      const rows: Rows = [
        ...scores.map((each) => [evaluationScores, each.row] as const),
        ...own.map((each) => [applicationLots, each.row] as const),
        [applications, row],
      ];
      return { record: await waiting(stores, keptApplication(application, facts, held), application), remove: removing(stores, rows) };
    }),
  );
};

const statesOf = async <S>(stores: Stores, list: ListDefinition): Promise<readonly { readonly row: RawRow; readonly state: S }[]> =>
  (await rowsOf(stores, list)).map((row) => ({ row, state: (read(list, row) as unknown as { State: S }).State }));

const frameworkEnds = async (stores: Stores): Promise<ReadonlyMap<string, ReturnType<typeof toFramework>['expiresOn']>> =>
  new Map(
    (await rowsOf(stores, frameworks)).map((row) => toFramework(read(frameworks, row))).map(({ ref, expiresOn }) => [ref, expiresOn]),
  );

/** Members who were removed, and whoever asked and was not let in. The day is SharePoint's own of the last change. */
const ofMembers = async (stores: Stores, { held }: RetentionPolicy): Promise<readonly KeptRow[]> =>
  (await rowsOf(stores, buyerMembers)).flatMap((row): readonly KeptRow[] => {
    const fields = read(buyerMembers, row);
    const membership = toMembership(fields);
    if (membership?.status === 'active') return [];
    return [
      {
        record: {
          kind: 'member',
          ref: fields.Title,
          lastDay: toLondonDate(row.changedAt),
          needed: held.includes(fields.Title) ? 'it is held by the council (setting retention-policy).' : undefined,
        },
        remove: removing(stores, [[buyerMembers, row]]),
      },
    ];
  });
