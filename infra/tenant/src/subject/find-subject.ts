import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { personKey } from '@ap/shared/domain/people/person';
import type { SavedSearch } from '@ap/shared/domain/saved-searches/saved-search';
import { buyerMembers } from '@ap/shared/lists/buyer-members';
import { buyers } from '@ap/shared/lists/buyers';
import { type CallOffFields, callOffs } from '@ap/shared/lists/call-offs';
import { invoices } from '@ap/shared/lists/invoices';
import { ledgers } from '@ap/shared/lists/ledgers';
import type { ListDefinition } from '@ap/shared/lists/list';
import { register } from '@ap/shared/lists/register';
import { reviews } from '@ap/shared/lists/reviews';
import { sessions } from '@ap/shared/lists/sessions';
import { joined } from '../../../../functions/src/adapters/storage/pieces.ts';
import { unlessMissing } from '../../../../functions/src/adapters/storage/storage.ts';
import { mentions } from './mentions.ts';
import { pastOf, type RawRow, type RawVersion, read, rowsOf } from './rows.ts';
import { pupilKeyOf, type Stores } from './stores.ts';

/** Whose records are asked for: one pupil of one school or department, by the school's own reference. */
export interface Subject {
  readonly buyer: string;
  readonly pupil: string;
}

/** A row of a list about the subject, with those of its earlier versions that tell of them. */
export interface FoundRow {
  readonly list: ListDefinition;
  readonly row: RawRow;
  /** Whether it is about the subject as it stands now; otherwise earlier versions only. */
  readonly now: boolean;
  readonly past: readonly RawVersion[];
  /** `own`: the whole row is about them. `charged`: an invoice of which a line is. `counted`: a limit in which they count. `mentioned`: words of the school. */
  readonly as: 'own' | 'charged' | 'counted' | 'mentioned';
}

/** A row of a table about the subject. */
export interface FoundEntity {
  readonly table: 'drafts' | 'parked' | 'choices' | 'savedsearches';
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly content: unknown;
}

export interface FoundSubject {
  readonly callOffs: readonly CallOff[];
  readonly rows: readonly FoundRow[];
  readonly entities: readonly FoundEntity[];
}

const same = (one: unknown, other: string): boolean => String(one).trim().toUpperCase() === other.trim().toUpperCase();

const pupilOf = (fields: Readonly<Record<string, unknown>>): unknown => {
  const state = typeof fields.State === 'string' ? (JSON.parse(fields.State) as { request?: { pupilRef?: string } }) : undefined;
  return state?.request?.pupilRef ?? fields.PupilRef;
};

/** Everything that is kept about one pupil of one buyer, wherever it lies. Throws where there is no such buyer, or where only another buyer has that reference. */
export const findSubject = async (stores: Stores, subject: Subject): Promise<FoundSubject> => {
  const { buyer, pupil } = subject;
  if ((await rowsOf(stores, buyers, ['Title', buyer])).length === 0) throw new Error(`There is no buyer ${buyer} on the register.`);
  const found = await whatIsLeftOf(stores, subject);
  if (found.rows.length > 0 || found.entities.length > 0) return found;
  if ((await rowsOf(stores, callOffs)).some(({ fields }) => same(pupilOf(fields), pupil)))
    throw new Error(`${buyer} has no record of the reference ${pupil}; another buyer has. Ask with the buyer that placed the pupil.`);
  return found;
};

/** The same without asking who else has such a reference: after an erasure nothing is left of this pupil, whoever's another is. */
export const whatIsLeftOf = async (stores: Stores, subject: Subject): Promise<FoundSubject> => {
  const { buyer, pupil } = subject;
  const requests = await rowsOf(stores, callOffs);
  const rows: FoundRow[] = [];
  const own: CallOff[] = [];
  for (const row of requests.filter(({ fields }) => same(fields.BuyerRef, buyer))) {
    const now = same(pupilOf(row.fields), pupil);
    const past = await pastOf(stores, callOffs, row.itemId);
    const told = past.filter(({ fields }) => same(pupilOf(fields), pupil));
    if (now) own.push((read(callOffs, row) as CallOffFields).State);
    if (now || told.length > 0) rows.push({ list: callOffs, row, now, past: now ? past : told, as: 'own' });
  }
  const entities = await entitiesOf(stores, subject, new Set(own.map(({ ref }) => ref)));

  const refs = new Set(own.map(({ ref }) => ref));
  for (const list of [sessions, reviews])
    for (const ref of refs)
      for (const row of await rowsOf(stores, list, ['CallOffRef', ref]))
        rows.push({ list, row, now: true, past: await pastOf(stores, list, row.itemId), as: 'own' });
  for (const row of await rowsOf(stores, invoices, ['BuyerRef', buyer])) {
    const charged = read(invoices, row).State.lines.some(({ callOffRef }) => refs.has(callOffRef));
    if (charged) rows.push({ list: invoices, row, now: true, past: await pastOf(stores, invoices, row.itemId), as: 'charged' });
  }
  const key = pupilKeyOf(buyer, pupil);
  const counts = (fields: Readonly<Record<string, unknown>>): boolean => String(fields.Shares ?? '').includes(`${key}.`);
  const providers = new Set(own.flatMap(({ providerRef, offers }) => [providerRef, ...(offers ?? []).map((offer) => offer.providerRef)]));
  for (const row of await rowsOf(stores, ledgers, ['Kind', 'registration-load'])) {
    const past = providers.has(String(row.fields.SubjectRef).toUpperCase()) ? await pastOf(stores, ledgers, row.itemId) : [];
    const told = past.filter(({ fields }) => counts(fields));
    if (counts(row.fields) || told.length > 0) rows.push({ list: ledgers, row, now: counts(row.fields), past: told, as: 'counted' });
  }
  rows.push(...(await mentioned(stores, subject, rows)));
  return { callOffs: own, rows, entities };
};

const ofBuyer = ['BuyerRef', 'LeadBuyerRef'];

/** Rows of the buyer in whose words the reference stands, other than those that are found already. */
const mentioned = async (stores: Stores, { buyer, pupil }: Subject, known: readonly FoundRow[]): Promise<readonly FoundRow[]> => {
  const found: FoundRow[] = [];
  for (const list of register) {
    const column = ofBuyer.find((name) => name in list.columns);
    if (column === undefined) continue;
    for (const row of await rowsOf(stores, list, [column, buyer])) {
      if (known.some((each) => each.list === list && each.row.itemId === row.itemId)) continue;
      const now = mentions(row.fields, pupil);
      const past = (await pastOf(stores, list, row.itemId)).filter(({ fields }) => mentions(fields, pupil));
      if (now || past.length > 0) found.push({ list, row, now, past, as: 'mentioned' });
    }
  }
  return found;
};

const entitiesOf = async (stores: Stores, { buyer, pupil }: Subject, refs: ReadonlySet<string>): Promise<readonly FoundEntity[]> => {
  const found: FoundEntity[] = [];
  type Row = Readonly<Record<string, unknown>>;
  const about = (content: unknown): boolean => isAbout(content, buyer, pupil, refs);
  const look = async (
    table: FoundEntity['table'],
    contentOf: (row: Row) => unknown,
    tells: (content: unknown, row: Row) => boolean = about,
  ): Promise<void> => {
    await unlessMissing(async () => {
      for await (const row of stores.storage.table(table).listEntities()) {
        const content = contentOf(row);
        if (tells(content, row)) found.push({ table, partitionKey: String(row.partitionKey), rowKey: String(row.rowKey), content });
      }
    });
  };
  await look('drafts', (row) => JSON.parse(String(row.draft)));
  await look('parked', (row) => JSON.parse(joined(row) ?? 'null'));
  await look(
    'choices',
    (row) => JSON.parse(String(row.choice)),
    (_content, row) => same(row.partitionKey, buyer) && mentions({ choice: row.choice }, pupil),
  );
  // A saved search is a person's: it is of the buyer whose people they are, or were.
  const members = (await rowsOf(stores, buyerMembers, ['BuyerRef', buyer])).map(({ fields }) => String(fields.Person));
  await look(
    'savedsearches',
    (row) => JSON.parse(String(row.state)),
    (content, row) =>
      members.some((person) => same(personKey((content as SavedSearch).owner), person)) && mentions({ state: row.state }, pupil),
  );
  return found;
};

/** Whether a draft or a command as sent names the pupil of the buyer, or one of their call-offs. */
const isAbout = (content: unknown, buyer: string, pupil: string, refs: ReadonlySet<string>): boolean => {
  const strings: (readonly [key: string, value: string])[] = [];
  const walk = (key: string, value: unknown): void => {
    if (typeof value === 'string') strings.push([key, value]);
    else if (value !== null && typeof value === 'object') for (const [name, each] of Object.entries(value)) walk(name, each);
  };
  walk('', content);
  const names = (key: string, wanted: string): boolean => strings.some(([name, value]) => name === key && same(value, wanted));
  return (
    (names('buyerRef', buyer) && names('pupilRef', pupil)) ||
    strings.some(([name, value]) => /^(ref|callOffRef)$/.test(name) && refs.has(value))
  );
};
