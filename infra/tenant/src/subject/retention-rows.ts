import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { type KeptApplicationFacts, keptApplication, keptConcern, keptInvoice } from '@ap/shared/domain/privacy/kept-records';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { buyerMembers, toMembership } from '@ap/shared/lists/buyer-members';
import { invoices, toInvoice } from '@ap/shared/lists/invoices';
import { concerns, toConcern } from '@ap/shared/lists/quality/concerns';
import { applicationLots } from '@ap/shared/lists/tenders/application-lots';
import { applicationRounds } from '@ap/shared/lists/tenders/application-rounds';
import { applications } from '@ap/shared/lists/tenders/applications';
import { awards } from '@ap/shared/lists/tenders/awards';
import { evaluationScores } from '@ap/shared/lists/tenders/evaluation-scores';
import { frameworkEnds, type KeptRow, type KeptRows, type Rows, removing, statesOf, unlessUnrecorded } from './kept-row.ts';
import { keptAwards, keptBlockPurchases, keptPriceBooks, keptRounds } from './retention-contracts.ts';
import {
  keptEvents,
  keptNotices,
  keptOffFrameworkPurchases,
  keptOwnChecks,
  keptProviderChanges,
  keptSurveys,
  keptVisits,
} from './retention-oversight.ts';
import { read, rowsOf } from './rows.ts';

const keptInvoices: KeptRows = async (stores, { policy: { held } }) => {
  const rows = (await rowsOf(stores, invoices)).map((row) => ({ row, invoice: toInvoice(read(invoices, row)) }));
  return Promise.all(
    rows.map(async ({ row, invoice }) => {
      const others = rows.flatMap((each) => (each.invoice.account === invoice.account ? [each.invoice] : []));
      return {
        record: await unlessUnrecorded(stores, keptInvoice(invoice, others, held), invoice),
        remove: removing(stores, [[invoices, row]]),
      };
    }),
  );
};

const keptConcerns: KeptRows = async (stores, { policy: { held } }) =>
  Promise.all(
    (await rowsOf(stores, concerns)).map(async (row) => {
      const concern = toConcern(read(concerns, row));
      return { record: await unlessUnrecorded(stores, keptConcern(concern, held), concern), remove: removing(stores, [[concerns, row]]) };
    }),
  );

/** An application goes with what was asked for lot by lot, and with its scores: they repeat what it said. */
const keptApplications: KeptRows = async (stores, { policy: { held } }) => {
  const [rounds, everyAward, lots, sheets, ends] = await Promise.all([
    statesOf<Round>(stores, applicationRounds),
    statesOf<Award>(stores, awards),
    statesOf<LotApplication>(stores, applicationLots),
    statesOf<ScoreSheet>(stores, evaluationScores),
    frameworkEnds(stores),
  ]);
  return Promise.all(
    (await statesOf<Application>(stores, applications)).map(async ({ row, state: application }) => {
      const own = lots.filter(({ state }) => state.applicationRef === application.ref);
      const ownRefs = new Set(own.map(({ state }) => state.ref));
      const facts: KeptApplicationFacts = {
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
      const going = [application, ...[...own, ...scores].map(({ state }) => state)];
      return {
        record: await unlessUnrecorded(stores, keptApplication(application, facts, held), ...going),
        remove: removing(stores, rows),
      };
    }),
  );
};

/** Members who were removed, and whoever asked and was not let in. The day is SharePoint's own of the last change. */
const keptMembers: KeptRows = async (stores, { policy: { held } }) =>
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

/** The lists that hold no pupil and whose rows go whole, in the order in which they are judged: what rests on another record before that record. */
export const wholeRows: readonly KeptRows[] = [
  keptInvoices,
  keptConcerns,
  keptVisits,
  keptOwnChecks,
  keptProviderChanges,
  keptNotices,
  keptOffFrameworkPurchases,
  keptEvents,
  keptSurveys,
  keptMembers,
  keptBlockPurchases,
  keptApplications,
  keptAwards,
  keptPriceBooks,
  keptRounds,
];
