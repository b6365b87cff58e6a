import fc from 'fast-check';
import { aQuery, aService, outcodes, someChanges, someQuery } from './document.fixture.ts';
import type { ServiceDocument } from './document.ts';
import { layOutRows } from './laid-out.ts';
import { fromSnapshot, liveDirectory } from './live-directory.ts';
import { plainIndex } from './plain-scan.fixture.ts';
import { SnapshotRefused } from './sealed-snapshot.ts';

/** What is there after all changes, told plainly. */
const contentsOf = (changes: readonly (readonly [readonly ServiceDocument[], readonly string[]])[]): readonly ServiceDocument[] => {
  const kept = new Map<string, ServiceDocument>();
  for (const [upserts, removed] of changes) {
    for (const ref of removed) kept.delete(ref);
    for (const document of upserts) kept.set(document.serviceRef, document);
  }
  return [...kept.values()];
};

const afterAll = (changes: readonly (readonly [readonly ServiceDocument[], readonly string[]])[]) => {
  const [first, ...rest] = changes;
  const directory = liveDirectory(first?.[0] ?? [], outcodes);
  for (const [upserts, removed] of rest) directory.changed(upserts, removed);
  return directory;
};

describe('whatever was put in and taken out before', () => {
  test('it answers as a directory that is built anew over what is there', () => {
    fc.assert(
      fc.property(someChanges, someQuery, (changes, query) => {
        const directory = afterAll(changes);
        const contents = contentsOf(changes);
        expect(directory.search(query)).toEqual(plainIndex(contents, outcodes).search(query));
        expect(directory.size()).toBe(contents.length);
      }),
    );
  });

  test('equal contents have equal hashes, and other contents other ones', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const directory = afterAll(changes);
        const anew = liveDirectory([...contentsOf(changes)].reverse(), outcodes);
        expect(directory.hash()).toBe(anew.hash());
        expect([...directory.refs()].sort()).toEqual([...anew.refs()].sort());
        anew.changed([aService({ serviceRef: 'S-new' })], []);
        expect(directory.hash()).not.toBe(anew.hash());
      }),
    );
  });

  test('a snapshot brings back the same directory, which goes on changing', () => {
    fc.assert(
      fc.property(someChanges, someQuery, (changes, query) => {
        const directory = afterAll(changes);
        const back = fromSnapshot(directory.toSnapshot(), outcodes);
        expect(back.hash()).toBe(directory.hash());
        expect(back.search(query)).toEqual(directory.search(query));
        for (const each of [directory, back]) each.changed([aService({ serviceRef: 'S-1', name: 'Sailing' })], ['S-2', 'S-3']);
        expect(back.search(query)).toEqual(directory.search(query));
        expect(back.hash()).toBe(directory.hash());
      }),
    );
  });
});

test('the order of the fields of a document makes no other contents', () => {
  const document = aService({ serviceRef: 'S-1', outcode: undefined });
  const turned = Object.fromEntries(
    Object.entries(document)
      .reverse()
      .filter(([, value]) => value !== undefined),
  ) as unknown as ServiceDocument;
  expect(liveDirectory([document], outcodes).hash()).toBe(liveDirectory([turned], outcodes).hash());
});

test('a word that only removed services wrote is forgotten: what was known is then a slip of another', () => {
  const directory = liveDirectory(
    [aService({ serviceRef: 'S-1', name: 'Boding' }), aService({ serviceRef: 'S-2', name: 'Boxing' })],
    outcodes,
  );
  const found = () => directory.search(aQuery({ text: 'boding' })).items.map(({ serviceRef }) => serviceRef);
  expect(found()).toEqual(['S-1']);
  directory.changed([], ['S-1']);
  expect(found()).toEqual(['S-2']);
  directory.changed([aService({ serviceRef: 'S-1', name: 'Boding' })], []);
  expect(found()).toEqual(['S-1']);
});

test('it says whether a document is in as it is told, to the letter', () => {
  fc.assert(
    fc.property(someChanges, (changes) => {
      const directory = afterAll(changes);
      const contents = contentsOf(changes);
      for (const document of contents) {
        expect(directory.holds(document)).toBe(true);
        expect(directory.holds({ ...document, summary: `${document.summary}.` })).toBe(false);
      }
      for (const document of changes.flatMap(([upserts]) => upserts)) expect(directory.holds(document)).toBe(contents.includes(document));
    }),
    { numRuns: 40 },
  );
});

describe('while a new base is laid out elsewhere', () => {
  /** A directory whose bases are laid out when somebody says so, or never. */
  const withWaiting = (documents: readonly ServiceDocument[]) => {
    const waiting: { readonly done: () => void; readonly fails: () => void }[] = [];
    const directory = liveDirectory(
      documents,
      outcodes,
      (rows) =>
        new Promise((resolve, reject) => {
          waiting.push({ done: () => resolve(layOutRows(rows, outcodes)), fails: () => reject(new Error('The thread died')) });
        }),
    );
    const end = async (how: 'done' | 'fails'): Promise<void> => {
      waiting.shift()?.[how]();
      for (let turn = 0; turn < 6; turn += 1) await Promise.resolve();
    };
    return { directory, waiting, end };
  };
  const someStory = fc.array(fc.tuple(someChanges, fc.constantFrom('done', 'fails', 'goes on' as const)), { minLength: 1, maxLength: 3 });

  test('searches see every change, and none is lost when the new base stands or its making fails, whatever comes between', async () => {
    await fc.assert(
      fc.asyncProperty(someStory, someQuery, async (story, query) => {
        const { directory, waiting, end } = withWaiting([]);
        const told: (readonly [readonly ServiceDocument[], readonly string[]])[] = [];
        for (const [changes, how] of story) {
          for (const [upserts, removed] of changes) {
            told.push([upserts, removed]);
            directory.changed(upserts, removed);
            expect(directory.search(query)).toEqual(plainIndex(contentsOf(told), outcodes).search(query));
          }
          if (how !== 'goes on') await end(how);
          expect(directory.search(query)).toEqual(plainIndex(contentsOf(told), outcodes).search(query));
        }
        while (waiting.length > 0) await end('done');
        await directory.settled();
        const anew = liveDirectory(contentsOf(told), outcodes);
        expect(directory.search(query)).toEqual(anew.search(query));
        expect([directory.hash(), directory.size()]).toEqual([anew.hash(), anew.size()]);
        expect(fromSnapshot(directory.toSnapshot(), outcodes).search(query)).toEqual(anew.search(query));
      }),
      { numRuns: 40 },
    );
  });

  test('nothing is laid out where the search waits, and one base at a time', async () => {
    const { directory, waiting, end } = withWaiting([]);
    const many = Array.from({ length: 200 }, (_, number) => aService({ serviceRef: `S-${number}` }));
    for (const service of many) directory.changed([service], []);
    expect(waiting).toHaveLength(1);
    directory.changed([], ['S-7']);
    await end('done');
    expect(directory.search(aQuery()).total).toBe(199);
    expect(directory.holds(many[7] as ServiceDocument)).toBe(false);
    while (waiting.length > 0) await end('done');
    await directory.settled();
    expect(directory.size()).toBe(199);
  });
});

describe('a snapshot is refused', () => {
  const snapshot = liveDirectory([aService({ serviceRef: 'S-1' }), aService({ serviceRef: 'S-2' })], outcodes).toSnapshot();
  const spoilt = (change: (bytes: Uint8Array) => void): Uint8Array => {
    const bytes = snapshot.slice();
    change(bytes);
    return bytes;
  };

  test('when any byte of it is another', () => {
    fc.assert(
      fc.property(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = spoilt((copy) => copy.fill((snapshot[at] as number) ^ flip, at, at + 1));
        expect(() => fromSnapshot(bytes, outcodes)).toThrow(SnapshotRefused);
      }),
    );
  });

  test.each([
    ['of another format', spoilt((bytes) => bytes.fill(99, 4, 5)), 'of format 99'],
    ['of something else', new TextEncoder().encode('{"rows":[{"serviceRef":"S-1"}], ...   }'), 'no snapshot'],
    ['cut short', snapshot.subarray(0, snapshot.length - 8), 'cut short'],
    ['empty', new Uint8Array(), 'cut short'],
  ])('when it is %s', (_what, bytes, why) => {
    expect(() => fromSnapshot(bytes, outcodes)).toThrow(why);
  });

  test('but not for lying anywhere in a larger block', () => {
    const block = new Uint8Array(snapshot.length + 3);
    block.set(snapshot, 3);
    expect(fromSnapshot(block.subarray(3), outcodes).size()).toBe(2);
  });
});
