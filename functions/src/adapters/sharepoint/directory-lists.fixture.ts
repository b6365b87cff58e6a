import type { ListDefinition } from '@ap/shared/lists/list';
import { lists as definitions } from '@ap/shared/lists/register';
import { type DirectoryLists, namesOfDirectory } from './directory-facts.ts';
import { listMirror } from './list-mirror.ts';
import type { Change, ListStore } from './list-store.ts';

type Name = (typeof namesOfDirectory)[number];

interface Kept {
  readonly id: number;
  readonly seq: number;
  readonly version: number;
  /** Absent: deleted. */
  readonly fields?: object;
}

/** The lists of the directory as a service that remembers what was told, for processes that copy them. */
export const listsOfDirectory = () => {
  const kept = new Map<Name, Map<number, Kept>>(namesOfDirectory.map((name) => [name, new Map()]));
  const service = { asked: 0, down: false, forgets: false, inOrder: <T>(told: readonly T[]): readonly T[] => told };
  let seq = 0;
  const of = (name: Name): Map<number, Kept> => kept.get(name) ?? new Map();
  const changes = async (name: Name, since: string | undefined) => {
    service.asked += 1;
    if (service.down) throw new Error('The service is down');
    const isAll = since === undefined || service.forgets;
    const told = [...of(name).values()].filter((row) => (isAll ? row.fields !== undefined : row.seq > Number(since)));
    return {
      changes: service
        .inOrder(told)
        .map(
          ({ id, version, fields }): Change<ListDefinition> =>
            fields ? { kind: 'row', row: { id, eTag: `"${id},${version}"`, fields: fields as never } } : { kind: 'deleted', id },
        ),
      next: String(seq),
      complete: isAll,
      began: Date.now(),
    };
  };
  const write = (name: Name, id: number, fields?: object): void => {
    seq += 1;
    of(name).set(id, { id, seq, version: (of(name).get(id)?.version ?? 0) + 1, ...(fields ? { fields } : {}) });
  };
  return {
    service,
    put: (name: Name, id: number, fields: object): void => write(name, id, fields),
    remove: (name: Name, id: number): void => write(name, id),
    /** The lists as a process that starts now copies them. */
    start: (): DirectoryLists =>
      Object.fromEntries(
        namesOfDirectory.map((name) => {
          const store = { changes: (since: string | undefined) => changes(name, since) } as unknown as ListStore<ListDefinition>;
          const silent = { event: () => undefined };
          const title = definitions[name].title;
          return [
            name,
            { store, mirror: listMirror(store, title, silent, Date.now, ({ fields }) => String((fields as { Title?: unknown }).Title)) },
          ];
        }),
      ) as unknown as DirectoryLists,
  };
};
