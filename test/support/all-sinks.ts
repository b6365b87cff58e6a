import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keptElsewhere } from '@ap/shared/lists/kept-elsewhere';
import { register } from '@ap/shared/lists/register';
import { joined } from '../../functions/src/adapters/storage/pieces.ts';
import { type Storage, storage, unlessMissing } from '../../functions/src/adapters/storage/storage.ts';
import { wholeBin } from '../../infra/tenant/src/subject/recycle-bin.ts';
import { pastOf, rowsOf } from '../../infra/tenant/src/subject/rows.ts';
import type { Stores } from '../../infra/tenant/src/subject/stores.ts';

/** One place where something of a person could lie: its name and its whole content as text. */
export interface Sink {
  readonly name: string;
  readonly text: string;
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const fileSinks = (folder: string, wanted: (name: string) => boolean): readonly Sink[] =>
  filesUnder(folder)
    .filter((file) => wanted(path.basename(file)))
    .map((file) => ({ name: path.relative(path.dirname(folder), file), text: readFileSync(file, 'utf8') }));

/**
 * What the local Microsoft 365 holds, read from its own files: every row, every version ever written, the recycle bin, mails, chats with their cards, the
 * activity feed; and what every process wrote to its log.
 */
export const tenantAndLogs = (stateDir: string): readonly Sink[] => [
  ...fileSinks(path.join(stateDir, 'tenant'), () => true),
  ...fileSinks(path.join(stateDir, 'logs'), () => true),
];

/** Mails, chats and the activity feed alone, with the logs: what nobody can take back. */
export const sentAndLogged = (stateDir: string): readonly Sink[] => [
  ...fileSinks(path.join(stateDir, 'tenant'), (name) => !name.startsWith('sharepoint')),
  ...fileSinks(path.join(stateDir, 'logs'), () => true),
];

/** The storage of a stack of `npm start`. */
export const storageOf = (connection: string): Storage => storage({ AzureWebJobsStorage: connection, DEPLOYMENT_NAME: 'local' });

const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];

/** Every table row, waiting message and blob of the product's storage account. */
export const storageSinks = async (of: Storage): Promise<readonly Sink[]> => {
  const sinks: Sink[] = [];
  for (const name of keys(keptElsewhere.table))
    await unlessMissing(async () => {
      for await (const row of of.table(name).listEntities())
        sinks.push({ name: `table ${name} ${row.partitionKey} ${row.rowKey}`, text: `${JSON.stringify(row)} ${joined(row) ?? ''}` });
    });
  for (const name of keys(keptElsewhere.queue))
    await unlessMissing(async () => {
      const { peekedMessageItems } = await of.queue(name).peekMessages({ numberOfMessages: 32 });
      for (const { messageText } of peekedMessageItems)
        sinks.push({ name: `queue ${name}`, text: Buffer.from(messageText, 'base64').toString('utf8') });
    });
  for (const name of keys(keptElsewhere.container))
    await unlessMissing(async () => {
      const container = of.container(name);
      for await (const blob of container.listBlobsFlat())
        sinks.push({
          name: `blob ${name}/${blob.name}`,
          text: (await container.getBlobClient(blob.name).downloadToBuffer()).toString('utf8'),
        });
    });
  return sinks;
};

const withVersions = ['CallOffs', 'Sessions', 'Reviews', 'Invoices', 'Ledgers', 'Enquiries', 'OwnChecks', 'BlockPurchases'];

/** Every row of every list as Graph tells it, the versions of those that tell of pupils, and both stages of the recycle bin. */
export const listSinks = async (stores: Stores): Promise<readonly Sink[]> => {
  const sinks: Sink[] = [{ name: 'recycle bin', text: JSON.stringify(await wholeBin(stores)) }];
  for (const list of register)
    for (const row of await rowsOf(stores, list)) {
      sinks.push({ name: `${list.title} ${row.itemId}`, text: JSON.stringify(row.fields) });
      if (withVersions.includes(list.title))
        for (const { label, fields } of await pastOf(stores, list, row.itemId))
          sinks.push({ name: `${list.title} ${row.itemId} version ${label}`, text: JSON.stringify(fields) });
    }
  return sinks;
};

/** The sinks that hold one of these texts, each with the texts. JSON within JSON hides no text without quotes. */
export const holding = (sinks: readonly Sink[], texts: readonly string[]): readonly string[] =>
  sinks.flatMap(({ name, text }) =>
    texts.filter((each) => text.toLowerCase().includes(each.toLowerCase())).map((each) => `${name}: ${each}`),
  );
