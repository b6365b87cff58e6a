import type { ListDefinition } from '@ap/shared/lists/list';
import { auditChain } from '../../../../functions/src/adapters/storage/audit-chain.ts';
import type { Storage } from '../../../../functions/src/adapters/storage/storage.ts';
import type { TenantSettings } from '../tenant-settings.ts';
import { placesOf } from './backup.ts';
import { listHash } from './canonical.ts';
import { readCopy } from './copy-folder.ts';
import { lastWritten, tableRows } from './kept-storage.ts';
import { readManifest, schemaFaults } from './manifest.ts';
import { type ListPlan, type NewIds, planList, restoreList } from './restore-list.ts';
import { refuseOtherAudit, restoreStorage } from './restore-storage.ts';

export interface RestoreOptions {
  readonly register: readonly ListDefinition[];
  readonly settings: TenantSettings;
  readonly storage: Storage;
  readonly from: string;
  /** Without it the plan is shown and nothing is changed. */
  readonly yes: boolean;
  /** Rows that are in the way are deleted. Without it they stop the restore. */
  readonly wipe: boolean;
  /** The operator says that the app is stopped: nobody looks whether it has run a moment ago. */
  readonly appStopped: boolean;
  readonly say: (line: string) => void;
  readonly now?: () => string;
}

/** The sweep writes every minute: what it wrote within this time says that the app runs. */
const runsWithin = 150_000;
/** Numbers of orders that may have been given after the copy was taken, where the list was made anew. */
const headroom = 200;

const refuseRunningApp = async (storage: Storage, now: string): Promise<void> => {
  const last = await lastWritten(storage, 'sweepstate');
  const ago = last === undefined ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(last);
  if (ago > runsWithin) return;
  throw new Error(
    `The app runs: its sweep wrote ${Math.round(ago / 1000)} s ago. Stop it first (az functionapp stop), for it would take the deleted rows for hand edits and make them again. If it was stopped just now: --app-stopped.`,
  );
};

const planLine = ({ place: { list }, wanted, there, inTheWay, missing }: ListPlan): string =>
  `  ${list.title}: ${wanted.length} rows in the copy, ${there} there already, ${missing.length} to make${inTheWay.length > 0 ? `, ${inTheWay.length} IN THE WAY` : ''}`;

/** The highest item id that a list ever gave, as far as anybody knows. Orders are numbered by the items of CallOffs. */
const floorOf = (title: string, highestId: number, goodIds: ReadonlyMap<string, number>): number => {
  const known = Math.max(highestId, goodIds.get(title) ?? 0);
  return title === 'CallOffs' && known > 0 ? known + headroom : known;
};

/**
 * Brings the lists and the storage back to a copy. Shows the plan first, and changes nothing without `yes`. Done again after an interruption it goes on behind
 * what is there. Every list is read back and must say what the copy says, hash for hash, before the storage is touched. Throws one sentence for whatever
 * stands against it.
 */
export const restore = async (options: RestoreOptions): Promise<void> => {
  const { register, settings, storage, from, yes, wipe, appStopped, say, now = () => new Date().toISOString() } = options;
  const manifest = readManifest(from);
  const faults = schemaFaults(register, manifest);
  if (faults.length > 0)
    throw new Error(
      `This copy was made by another version of the product:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nCheck out the version that made it, provision and restore with that, then run provision with this one: it migrates the lists.`,
    );
  const copy = readCopy(from, manifest, register);
  say(`The copy of ${manifest.site} as it was at ${manifest.takenAt} is whole: ${manifest.lists.length} lists.`);
  await refuseOtherAudit(storage, copy);

  const plans: ListPlan[] = [];
  for (const place of await placesOf(settings, register)) plans.push(await planList(place, copy.lists.get(place.list.title) ?? []));
  say(`Plan for ${settings.site.hostname}${settings.site.path}:`);
  for (const plan of plans) if (plan.wanted.length + plan.inTheWay.length > 0) say(planLine(plan));
  const inTheWay = plans.reduce((sum, plan) => sum + plan.inTheWay.length, 0);
  if (inTheWay > 0 && !wipe)
    throw new Error(
      `${inTheWay} rows are in the way: they are not of the copy, or not as it has them. --wipe deletes them (they lie in the recycle bin of the site for 93 days).`,
    );
  if (!yes) {
    say('Nothing was changed. --yes carries it out.');
    return;
  }
  if (!appStopped) await refuseRunningApp(storage, now());

  const goodIds = new Map<string, number>();
  for (const { partitionKey, rowKey } of [...(copy.tables.get('goodcopies') ?? []), ...(await tableRows(storage, 'goodcopies'))])
    goodIds.set(partitionKey, Math.max(goodIds.get(partitionKey) ?? 0, Number(rowKey)));
  const ids = new Map<string, NewIds>();
  for (const plan of plans) {
    const { title } = plan.place.list;
    const highestId = manifest.lists.find((list) => list.title === title)?.highestId ?? 0;
    ids.set(title, await restoreList(plan, floorOf(title, highestId, goodIds)));
    if (plan.wanted.length > 0) say(`  ${title}: ${plan.wanted.length} rows, ${listHash(plan.place.list, plan.wanted).slice(0, 16)}`);
  }
  await restoreStorage(storage, copy, { register, rows: copy.lists, ids });
  const at = now();
  await auditChain(storage, { now: () => at }).append({
    id: `RESTORE-${at}-v1-0`,
    at,
    actor: 'administrator',
    action: 'register-restored',
    subject: `RESTORE-${at}`,
    subjectVersion: 1,
    refs: [manifest.takenAt],
  });
  say('Verified: every list says what the copy says. Start the app; npm run audit:verify looks at the audit log.');
  say(
    "Not restored, because nobody can: item ids, ETags, earlier versions, and who made or changed a row and when in SharePoint's own columns.",
  );
};
