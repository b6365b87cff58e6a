import { readerIdOf } from '../sharepoint/access.ts';
import type { SharePointRest } from '../sharepoint/rest.ts';
import { unexpectedReaders } from './verify-readers.ts';

const group = '4fa17052-d368-4ecf-bb09-516273849506';
const duty = '6d1f80a7-94c3-4e5b-9f02-738495061829';

describe('who can read the lists', () => {
  it.each([
    [`c:0t.c|tenant|${group}`, group],
    [`c:0o.c|federateddirectoryclaimprovider|${group.toUpperCase()}`, group],
    [`c:0o.c|federateddirectoryclaimprovider|${group}_o`, group],
    ['i:0#.f|membership|Helen.Strand@council.example', 'helen.strand@council.example'],
    ['c:0(.s|true', 'true'],
    [
      'c:0-.f|rolemanager|spo-grid-all-users/4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10',
      'spo-grid-all-users/4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10',
    ],
  ])('%s is %s', (loginName, id) => expect(readerIdOf(loginName)).toBe(id));

  const assignment = (title: string, LoginName: string, PrincipalType: number, ...kinds: readonly number[]) => ({
    Member: { Id: 7, Title: title, LoginName, PrincipalType },
    RoleDefinitionBindings: kinds.map((RoleTypeKind) => ({ RoleTypeKind })),
  });

  /** Answers of SharePoint that the local tenant has no way to be in. */
  const site = (...value: readonly object[]): SharePointRest => ({
    get: async <T>() => ({ value }) as T,
    post: async () => {},
    merge: async () => {},
    remove: async () => {},
  });

  const may = (...readers: readonly string[]) => ({
    readers,
    restricted: new Map([
      ['Concerns', [duty]],
      ['Applications', []],
    ]),
  });

  it('are fewer where a list is restricted: a commissioner whom nobody named is told, and anybody where it is sealed', async () => {
    const rest = site(assignment('AP commissioners', `c:0t.c|tenant|${group}`, 4, 2), assignment('On duty', `c:0t.c|tenant|${duty}`, 4, 2));
    const lists = new Map([
      ['Concerns', 'id'],
      ['CallOffs', 'id'],
      ['Applications', 'id'],
    ]);
    const found = await unexpectedReaders(rest, lists, may(group, duty));
    expect(found.map(({ where, title }) => `${title}, ${where}`)).toEqual([
      'AP commissioners, the list Concerns',
      'AP commissioners, the list Applications',
      'On duty, the list Applications',
    ]);
  });

  it("are told when 'Everyone' may, in either of its forms, or one single person", async () => {
    const rest = site(
      assignment('Everyone', 'c:0(.s|true', 4, 2),
      assignment('Everyone except external users', 'c:0-.f|rolemanager|spo-grid-all-users/x', 4, 3),
      assignment('Somebody', 'i:0#.f|membership|somebody@council.example', 1, 2),
      assignment('AP commissioners', `c:0t.c|tenant|${group}`, 4, 5),
    );
    const found = await unexpectedReaders(rest, new Map([['CallOffs', 'id']]), may(group));
    expect(found.map(({ where, title }) => `${title}, ${where}`)).toEqual([
      'Everyone, the site',
      'Everyone except external users, the site',
      'Somebody, the site',
      'Everyone, the list CallOffs',
      'Everyone except external users, the list CallOffs',
      'Somebody, the list CallOffs',
    ]);
  });

  it('leave out apps, the service itself and limited access, which opens nothing', async () => {
    const rest = site(
      assignment('AP Framework', 'i:0i.t|00000003-0000-0ff1-ce00-000000000000|app@tenant', 1, 3),
      assignment('System Account', 'SHAREPOINT\\system', 1, 5),
      assignment('A guest of one file', 'i:0#.f|membership|guest@school.example', 1, 1),
    );
    expect(await unexpectedReaders(rest, new Map(), may())).toEqual([]);
  });
});
