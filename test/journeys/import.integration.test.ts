import { sharePointExtensibilityClientId, teamsWebClientId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { ApiError, clientOf } from '@ap/shared/contract/client';
import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// Over HTTP, through the bundle on the local host, with its own timer.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

const as = (key: string, clientId = teamsWebClientId) =>
  clientOf(commissioningApi, { baseUrl: stack.api, getToken: () => stack.people.token(samplePerson(key), clientId) });
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'let in',
    (error: unknown) => (error instanceof ApiError ? error.problem.code : error),
  );

const gias = (rows: string): string =>
  `URN,EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),Postcode,HeadLastName\r\n${rows}`;

test('a commissioner imports schools from an extract of GIAS: what is wrong is told by cell, the rest is written, and a second time nothing', async () => {
  const commissioner = as('commissioner');
  const content = base64(
    gias(
      '199991,Brook School,Community school,Open,Primary,DT1 1XJ,Smith\r\n199992,Hill Academy,Academy converter,Open,Secondary,no postcode,Jones\r\n',
    ),
  );
  const checked = await commissioner.checkImport({ body: { fileName: 'gias extract.csv', content } });
  expect(checked).toMatchObject({
    state: 'checked',
    counts: { new: 1, error: 1 },
    sheets: [{ kind: 'buyers', left: ['HeadLastName'] }],
    rows: [{ ref: '199992', errors: [{ address: 'gias extract!F3', value: 'no postcode' }] }, { ref: '199991' }],
  });
  const report = await commissioner.getImportErrors({ params: { importId: checked.importId } });
  expect(Buffer.from(report.content, 'base64').toString()).toContain('gias extract!F3');

  const confirm = (leaveOut: number) =>
    commissioner.confirmImport({ params: { importId: checked.importId }, body: { leaveOut, conflicts: 'keep-register' } });
  expect(await codeOf(confirm(0))).toBe('import-not-clean');
  expect(await confirm(1)).toMatchObject({ state: 'running', progress: { total: 1, left: 1 } });
  const finished = await eventually(
    'the import to be finished',
    async () => {
      const now = await commissioner.getImport({ params: { importId: checked.importId } });
      return now.state === 'finished' ? now : undefined;
    },
    90,
  );
  expect(finished.progress).toMatchObject({ created: 1, notWritten: [] });
  expect(await commissioner.checkImport({ body: { fileName: 'gias extract.csv', content } })).toMatchObject({
    counts: { new: 0, same: 1, error: 1 },
  });
});

test('a file that is none is refused in a sentence, one of more than 10 MB too', async () => {
  const check = (content: string) => as('commissioner').checkImport({ body: { fileName: 'x.xlsx', content } });
  expect(await codeOf(check(base64('PK\u0003\u0004 no workbook')))).toBe('file-unreadable');
  expect(await codeOf(check(Buffer.alloc(10 * 1024 * 1024 + 1, 65).toString('base64')))).toBe('file-unreadable');
  expect(await codeOf(check(Buffer.alloc(11 * 1024 * 1024, 65).toString('base64')))).toBe('body-too-large');
});

test('nobody else may import, and the client of the web part not even for a commissioner', async () => {
  const body = { fileName: 'x.csv', content: base64(gias('')) };
  expect(await codeOf(as('senco').checkImport({ body }))).toBe('not-allowed');
  expect(await codeOf(as('commissioner', sharePointExtensibilityClientId).checkImport({ body }))).toBe('client-not-allowed');
});
