import {
  keptEvent,
  keptNotice,
  keptOffFramework,
  keptOwnCheck,
  keptProviderChange,
  keptSurvey,
  keptVisit,
} from '@ap/shared/domain/privacy/kept-oversight';
import { events, toEvent } from '@ap/shared/lists/events';
import { notices, toNotice } from '@ap/shared/lists/notices';
import { offFramework, toOffFramework } from '@ap/shared/lists/off-framework';
import { providerChanges, toProviderChange } from '@ap/shared/lists/provider-changes';
import { concerns, toConcern } from '@ap/shared/lists/quality/concerns';
import { ownChecks, toOwnCheck } from '@ap/shared/lists/quality/own-checks';
import { toVisit, visits } from '@ap/shared/lists/quality/visits';
import { surveyResponses, toSurveyResponse } from '@ap/shared/lists/survey-responses';
import { surveys, toSurvey } from '@ap/shared/lists/surveys';
import { unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import { type KeptRows, removing, unlessUnrecorded } from './kept-row.ts';
import { read, rowsOf } from './rows.ts';
import type { Stores } from './stores.ts';

/** Visits to providers. */
export const keptVisits: KeptRows = async (stores, { policy: { held } }) => {
  const reported = (await rowsOf(stores, concerns)).map((row) => toConcern(read(concerns, row)));
  return Promise.all(
    (await rowsOf(stores, visits)).map(async (row) => {
      const visit = toVisit(read(visits, row));
      return { record: await unlessUnrecorded(stores, keptVisit(visit, reported, held), visit), remove: removing(stores, [[visits, row]]) };
    }),
  );
};

/** What schools and departments checked themselves. */
export const keptOwnChecks: KeptRows = async (stores, { policy: { held }, callOffs }) =>
  Promise.all(
    (await rowsOf(stores, ownChecks)).map(async (row) => {
      const check = toOwnCheck(read(ownChecks, row));
      const placements = callOffs.flatMap(({ record, buyerRef, providerRef }) =>
        buyerRef === check.buyerRef && providerRef === check.providerRef ? [record] : [],
      );
      return {
        record: await unlessUnrecorded(stores, keptOwnCheck(check, placements, held), check),
        remove: removing(stores, [[ownChecks, row]]),
      };
    }),
  );

/** What providers proposed to change. */
export const keptProviderChanges: KeptRows = async (stores, { policy: { held } }) => {
  const rows = (await rowsOf(stores, providerChanges)).map((row) => ({ row, change: toProviderChange(read(providerChanges, row)) }));
  return Promise.all(
    rows.map(async ({ row, change }) => {
      const others = rows.flatMap((each) => (each.change.providerRef === change.providerRef ? [each.change] : []));
      return {
        record: await unlessUnrecorded(stores, keptProviderChange(change, others, held), change),
        remove: removing(stores, [[providerChanges, row]]),
      };
    }),
  );
};

/** What schools and departments declared that they bought outside the framework. */
export const keptOffFrameworkPurchases: KeptRows = async (stores, { policy: { held } }) =>
  Promise.all(
    (await rowsOf(stores, offFramework)).map(async (row) => {
      const purchase = toOffFramework(read(offFramework, row));
      return {
        record: await unlessUnrecorded(stores, keptOffFramework(purchase, held), purchase),
        remove: removing(stores, [[offFramework, row]]),
      };
    }),
  );

/** What commissioners invited to, with who booked and who came. */
export const keptEvents: KeptRows = async (stores, { policy: { held } }) =>
  Promise.all(
    (await rowsOf(stores, events)).map(async (row) => {
      const event = toEvent(read(events, row));
      return { record: await unlessUnrecorded(stores, keptEvent(event, held), event), remove: removing(stores, [[events, row]]) };
    }),
  );

/** What commissioners told. With a notice goes whom it was sent to. */
export const keptNotices: KeptRows = async (stores, { policy: { held } }) =>
  Promise.all(
    (await rowsOf(stores, notices)).map(async (row) => {
      const notice = toNotice(read(notices, row));
      return {
        record: await unlessUnrecorded(stores, keptNotice(notice, held), notice),
        remove: async () => {
          await removeBeside(stores, notice.ref);
          await removing(stores, [[notices, row]])();
        },
      };
    }),
  );

/** What commissioners asked. With a survey go what was answered, and whom it was sent to. */
export const keptSurveys: KeptRows = async (stores, { policy: { held } }) => {
  const responses = (await rowsOf(stores, surveyResponses)).map((row) => ({ row, state: toSurveyResponse(read(surveyResponses, row)) }));
  return Promise.all(
    (await rowsOf(stores, surveys)).map(async (row) => {
      const survey = toSurvey(read(surveys, row));
      const own = responses.filter(({ state }) => state.surveyRef === survey.ref);
      return {
        record: await unlessUnrecorded(stores, keptSurvey(survey, held), survey, ...own.map(({ state }) => state)),
        remove: async () => {
          await removeBeside(stores, survey.ref);
          await removing(stores, [...own.map((response) => [surveyResponses, response.row] as const), [surveys, row] as const])();
        },
      };
    }),
  );
};

/** Whom a notice or a survey was sent to, and pictures. */
const removeBeside = async ({ storage }: Stores, ref: string): Promise<void> => {
  for (const name of ['noticesends', 'noticepictures'] as const) {
    const table = storage.table(name);
    await unlessMissing(async () => {
      for await (const { partitionKey, rowKey } of table.listEntities({ queryOptions: { filter: `PartitionKey eq '${ref}'` } }))
        await table.deleteEntity(String(partitionKey), String(rowKey));
    });
  }
};
