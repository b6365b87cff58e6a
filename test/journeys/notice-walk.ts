import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { samplePerson } from '@ap/local/sample/people';
import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { noticeAudienceNames } from '@ap/shared/domain/notices/notice';
import { codeOf } from '../support/code-of.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { listItem } from './main-job.ts';

const idOf = (name: string) => {
  const { tenantId, userId } = samplePerson(name);
  return { tenantId, objectId: userId };
};

/** The notice of the sample, as the seed has it. */
const ref = 'NO-2018-05-14';

/**
 * Row 65: a commissioner publishes the notice of 14 May 2018. Whoever has the app is told in Teams, the others by mail, each once; the record says of each how.
 * Whom it could not reach is sent it again, and nobody else. Says each step; throws at the first thing that is not as it should be.
 */
export const walkNotice = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const { people } = stack;
  const writing = people.managing('commissioner');
  const byRef = { params: { ref } };
  const act = async (body: Parameters<typeof writing.actOnNotice>[0]['body']) => writing.actOnNotice({ ...byRef, body, key: randomUUID() });
  const settled = () =>
    eventually('everybody is told', async () => {
      const { sends } = await writing.getManagedNotice(byRef);
      return sends.activity + sends.mail + sends.failed > 0 && sends.pending + sends.sending === 0 ? sends : undefined;
    });
  const mailsOf = async (name: string, title: string) =>
    (await people.mail(samplePerson(name).mail)).filter(({ subject }) => subject === title);

  const draft = await writing.getManagedNotice(byRef);
  strictEqual(draft.status, 'draft');
  strictEqual(await codeOf(people.reading('head-teacher').getNotice(byRef)), 'not-found');
  say(
    `1. ${draft.ref}, "${draft.title}", is a draft for ${draft.audience.map((each) => noticeAudienceNames[each].toLowerCase()).join(', ')}`,
  );

  const published = await act({ kind: 'publish-notice', seen: draft.version });
  say(`2. Helen Strand publishes it: by the register of today it reaches ${published.reaches} people`);

  const sends = await settled();
  strictEqual(sends.activity + sends.mail + sends.failed, published.reaches);
  const { sends: record, total } = await writing.listNoticeSends({ ...byRef, query: {} });
  strictEqual(total, published.reaches);
  for (const { name, of, state, reason } of record) say(`   ${name}, ${of}: ${state}${reason === undefined ? '' : ` (${reason})`}`);
  const [entry, ...more] = await people.feed(idOf('head-teacher'));
  strictEqual(entry?.text, `AP Framework: SEND Commissioner has published "${draft.title}"`);
  deepStrictEqual(more, []);
  strictEqual((await mailsOf('head-teacher', draft.title)).length, 0);
  strictEqual((await people.feed(idOf('second-approver'))).length, 0);
  strictEqual((await mailsOf('second-approver', draft.title)).length, 1);
  say(
    `3. ${sends.activity} are told in Teams, ${sends.mail} by mail because Teams does not reach them, ${sends.failed} not at all; each once`,
  );

  const read = await people.reading('head-teacher').getNotice(byRef);
  ok(read.body.includes('70%') && read.body.includes('28 March 2018'));
  strictEqual(await codeOf(people.reading('newcomer').getNotice(byRef)), 'not-allowed');
  say(`4. Martin Oakes reads it in the tab until ${formatDate(read.showUntil, 'plain')}; who works for no school or department does not`);

  strictEqual(await codeOf(act({ kind: 'resend-notice', seen: published.version })), 'not-in-this-state');
  await stack.sweep();
  deepStrictEqual(await settled(), sends);
  say('5. There is nobody to send it to again, and the sweep sends nothing twice');

  const row = await listItem(people, ref, 'Notices');
  strictEqual(row.Status, 'published');
  say(`6. In SharePoint the list Notices says: ${row.Status}, went out ${formatDate(toLondonDate(String(row.PublishedAt)), 'plain')}`);

  await act({ kind: 'withdraw-notice', seen: published.version, reason: 'The walk is over.' });
  strictEqual(await codeOf(people.reading('head-teacher').getNotice(byRef)), 'not-found');
  say('7. Withdrawn with a reason, it is shown to nobody from that moment');
};
