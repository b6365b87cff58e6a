import type { Persistence } from '../../room.ts';
import type { ItemVersion } from './list-state.ts';

/** One line of a list's journal of versions: an earlier version, that the versions before `from` are kept no longer, or that one was deleted. */
type Entry = { readonly item: number } & (ItemVersion | { readonly from: number } | { readonly without: number });

const isVersion = (entry: Entry): entry is ItemVersion & { readonly item: number } => 'values' in entry;

/**
 * The earlier versions of a list's items, oldest first, in a journal of their own: a list with many versions is written and
 * opened as quickly as one with none. They are read when somebody first asks for one.
 */
export class VersionHistory {
  private readonly persistence: Persistence;
  private readonly journal: string;
  private known: Map<number, readonly ItemVersion[]> | undefined;

  constructor(persistence: Persistence, listId: string) {
    this.persistence = persistence;
    this.journal = `sharepoint-versions-${listId}`;
  }

  /** Earlier versions of an item, oldest first. */
  of(item: number): readonly ItemVersion[] {
    return this.opened().get(item) ?? [];
  }

  /** Keeps what a write replaced, and of all earlier versions only those from the number `from` on. */
  add(item: number, { version, modifiedAt, editor, values }: ItemVersion, from: number): void {
    if (version >= from) this.write({ item, version, modifiedAt, editor, values });
    // What the list's limit pushes out goes one by one; without a limit nothing does.
    if (from > 1) this.write({ item, from });
  }

  /** Forgets all versions of an item. */
  forget(item: number): void {
    this.write({ item, from: Number.MAX_SAFE_INTEGER });
  }

  /** Deletes one earlier version of an item. */
  drop(item: number, version: number): void {
    this.write({ item, without: version });
  }

  /** Forgets the versions of the whole list. */
  clear(): void {
    this.known = undefined;
    this.persistence.rewrite(this.journal, []);
  }

  private write(entry: Entry): void {
    this.persistence.append(this.journal, entry);
    if (this.known !== undefined) put(this.known, entry);
  }

  private opened(): Map<number, readonly ItemVersion[]> {
    if (this.known !== undefined) return this.known;
    const known = new Map<number, readonly ItemVersion[]>();
    const entries = this.persistence.entries(this.journal) as readonly Entry[];
    for (const entry of entries) put(known, entry);
    const kept = [...known].flatMap(([item, versions]) => versions.map((version) => ({ item, ...version })));
    // Lines that tell of versions no longer kept are swept out here, so that the journal stays in proportion to what it keeps.
    if (entries.length > 2 * kept.length) this.persistence.rewrite(this.journal, kept);
    this.known = known;
    return known;
  }
}

function put(known: Map<number, readonly ItemVersion[]>, entry: Entry): void {
  const before = known.get(entry.item) ?? [];
  if (isVersion(entry)) {
    const { item, ...version } = entry;
    known.set(item, [...before, version]);
  } else
    known.set(
      entry.item,
      before.filter(({ version }) => ('from' in entry ? version >= entry.from : version !== entry.without)),
    );
}
