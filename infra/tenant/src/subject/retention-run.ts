import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Kept } from '@ap/shared/domain/privacy/kept';
import { keptPlacement } from '@ap/shared/domain/privacy/kept-placement';
import { keptEnquiry } from '@ap/shared/domain/privacy/kept-records';
import { retentionOf } from '@ap/shared/domain/privacy/retention';
import { defaultRetentionPolicy, type RetentionPolicy } from '@ap/shared/domain/privacy/retention-policy';
import { retentionRules } from '@ap/shared/domain/privacy/retention-rules';
import type { Choice } from '@ap/shared/domain/register/choice';
import type { SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import { callOffs, toCallOff } from '@ap/shared/lists/call-offs';
import { enquiries, toEnquiry } from '@ap/shared/lists/enquiries';
import { invoices, toInvoice } from '@ap/shared/lists/invoices';
import { reviews } from '@ap/shared/lists/reviews';
import { sessions } from '@ap/shared/lists/sessions';
import { parseSetting, settingShapes } from '@ap/shared/lists/setting-values';
import { settings } from '@ap/shared/lists/settings';
import { unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import type { StoredDraft } from '../../../../functions/src/ports/kept.ts';
import { eraseSubject } from './erase-subject.ts';
import { findSubject } from './find-subject.ts';
import { type KeptCallOff, removing, unlessUnrecorded } from './kept-row.ts';
import { wholeRows } from './retention-rows.ts';
import { read, rowsOf } from './rows.ts';
import type { Stores } from './stores.ts';

/** The policy of the council: its Settings row, or the default where there is none. Throws where the row cannot be read. */
export const retentionPolicy = async (stores: Stores): Promise<RetentionPolicy> => {
  const [row] = await rowsOf(stores, settings, ['Title', 'retention-policy']);
  if (!row) return defaultRetentionPolicy;
  const parsed = settingShapes['retention-policy'].safeParse(parseSetting(read(settings, row).Value));
  if (parsed.success) return parsed.data;
  throw new Error("The setting 'retention-policy' cannot be read. The commissioning team must mend it.");
};

/** One thing that is due, with how it is carried out. */
export interface Due {
  readonly what: string;
  readonly carryOut: () => Promise<void>;
}

export interface RetentionPlan {
  readonly due: readonly Due[];
  /** What is past its time and stays, with why. */
  readonly kept: readonly string[];
}

/** What is due on a day by the rules of retention, over all lists and drafts. Changes nothing. */
export const planRetention = async (
  stores: Stores,
  policy: RetentionPolicy,
  today: LocalDate,
  say: (line: string) => void,
): Promise<RetentionPlan> => {
  const due: Due[] = [];
  const kept: string[] = [];
  const going = new Set<string>();
  const there: KeptCallOff[] = [];
  const judge = (record: Kept, carryOut: (act: 'erase-pupil' | 'delete') => Promise<void>): void => {
    const verdict = retentionOf(record, policy, today);
    if (verdict.act === 'keep') {
      if (verdict.because !== undefined) kept.push(`${record.kind} ${record.ref}: ${verdict.because}`);
      return;
    }
    const { what, period } = retentionRules[verdict.by];
    const { act } = verdict;
    if (act === 'delete') going.add(record.ref);
    due.push({
      what: `${act === 'delete' ? 'delete' : 'erase the pupil of'} ${record.kind} ${record.ref}, due since ${verdict.since}: ${what.toLowerCase()} is kept ${period(policy)}`,
      carryOut: () => carryOut(act),
    });
  };

  const papers = (await rowsOf(stores, invoices)).map((row) => toInvoice(read(invoices, row)));
  for (const row of await rowsOf(stores, callOffs)) {
    const callOff = toCallOff(read(callOffs, row));
    const { ref, request } = callOff;
    const record = await unlessUnrecorded(stores, keptPlacement(callOff, papers, policy.held), callOff);
    const { providerRef, frameworkRef } = callOff;
    there.push({ record, buyerRef: request.buyerRef, providerRef, frameworkRef, blockRef: request.blockRef });
    judge(record, async (act) => {
      if (act === 'erase-pupil') {
        const subject = { buyer: request.buyerRef, pupil: request.pupilRef };
        const found = await findSubject(stores, subject);
        // Other placements of the same pupil may not be due yet: only this one.
        await eraseSubject(stores, subject, onlyOf(found, ref), say, { partly: true });
        return;
      }
      const parts = await Promise.all(
        [sessions, reviews].map(async (list) => (await rowsOf(stores, list, ['CallOffRef', ref])).map((each) => [list, each] as const)),
      );
      const fresh = (await rowsOf(stores, callOffs, ['Title', ref])).map((each) => [callOffs, each] as const);
      await removing(stores, [...parts.flat(), ...fresh])();
    });
  }
  for (const row of await rowsOf(stores, enquiries)) {
    const enquiry = toEnquiry(read(enquiries, row));
    judge(await unlessUnrecorded(stores, keptEnquiry(enquiry, policy.held), enquiry), removing(stores, [[enquiries, row]]));
  }
  for (const rows of wholeRows)
    for (const { record, remove } of await rows(stores, { policy, callOffs: there, goes: (ref) => going.has(ref) })) judge(record, remove);
  const drafts = stores.storage.table('drafts');
  await unlessMissing(async () => {
    for await (const { partitionKey, rowKey, draft } of drafts.listEntities<{ draft: string }>()) {
      const { draftId, savedAt } = JSON.parse(draft) as StoredDraft;
      judge({ kind: 'draft', ref: draftId, savedOn: toLondonDate(savedAt) }, async () => {
        await drafts.deleteEntity(String(partitionKey), String(rowKey));
      });
    }
  });
  const choices = stores.storage.table('choices');
  await unlessMissing(async () => {
    for await (const { partitionKey, rowKey, choice } of choices.listEntities<{ choice: string }>()) {
      const { choiceRef, at } = JSON.parse(choice) as Choice;
      judge({ kind: 'choice', ref: choiceRef, lastDay: toLondonDate(at) }, async () => {
        await choices.deleteEntity(String(partitionKey), String(rowKey));
      });
    }
  });
  const searches = stores.storage.table('savedsearches');
  await unlessMissing(async () => {
    for await (const { partitionKey, rowKey, state } of searches.listEntities<{ state: string }>()) {
      const { ref, savedAt, toldOn } = JSON.parse(state) as SavedSearch;
      judge({ kind: 'saved-search', ref, savedOn: toldOn ?? toLondonDate(savedAt) }, async () => {
        await searches.deleteEntity(String(partitionKey), String(rowKey));
      });
    }
  });
  return { due, kept };
};

/** Of what was found about a pupil, what belongs to one call-off. */
const onlyOf = (found: Awaited<ReturnType<typeof findSubject>>, ref: string): typeof found => ({
  callOffs: found.callOffs.filter((each) => each.ref === ref),
  rows: found.rows.filter(({ as, row }) => as === 'own' && (row.fields.Title === ref || row.fields.CallOffRef === ref)),
  entities: [],
});
