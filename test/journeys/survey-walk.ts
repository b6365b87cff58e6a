import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { otherSchoolRef, sampleAcademyRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { SurveyAnswerReply } from '@ap/shared/contract/survey-shapes';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { buyerMembers, fromMembership } from '@ap/shared/lists/buyer-members';
import { encodeFields } from '@ap/shared/lists/codec';
import { codeOf } from '../support/code-of.ts';
import { listEditor } from '../support/list-editor.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { anOpenBlock, giveBlock } from './block-walk.ts';
import { listItem } from './main-job.ts';

/** The survey of the sample, as the seed has it. */
const ref = 'SV-2017-05';
const byRef = { params: { ref } };

/** Ten schools answer, as the report of 14 May 2018 counts them: 70% interested, 10% possibly. Of the others it states nothing, and so they state nothing here. */
const interested: SurveyAnswerReply = { key: 'q2', chosen: ['interested'] };
const answersOf: readonly (readonly SurveyAnswerReply[])[] = [
  [interested],
  [interested],
  [interested, { key: 'q3', chosen: ['online'] }],
  ...Array.from({ length: 4 }, () => [interested]),
  [{ key: 'q2', chosen: ['possibly'] }],
  [{ key: 'q1', chosen: ['Therapeutic support'] }],
  [{ key: 'q1', chosen: ['Therapeutic support'] }],
];

/** Seven more schools of the register, for which one member of staff answers: their memberships are entered by the administrator. */
const sevenMore = async (stack: TestStack): Promise<readonly string[]> => {
  const editor = listEditor(stack, 'administrator');
  const { buyers } = await stack.people.as('newcomer').findBuyers({ query: { text: 'school' } });
  const { tenantId, userId, givenName, surname, mail } = samplePerson('newcomer');
  const person = { tenantId, objectId: userId, name: `${givenName} ${surname}`, email: mail };
  const refs: string[] = [];
  for (const { ref: buyerRef } of buyers.filter((buyer) => ![sampleSchoolRef, otherSchoolRef, sampleAcademyRef].includes(buyer.ref))) {
    if (refs.length === 7) break;
    if ((await editor.fields('Buyers', buyerRef)).BuyerType !== 'maintained-school') continue;
    const member = { buyerRef, person, roles: ['requester' as const], status: 'active' as const, payers: [] };
    await editor.add('BuyerMembers', encodeFields(buyerMembers, fromMembership(member), 'create'));
    refs.push(buyerRef);
  }
  strictEqual(refs.length, 7, 'the sample has seven more maintained schools');
  const entered = async (): Promise<true | undefined> => {
    const { memberships } = await stack.people.as('newcomer').getMe({});
    return refs.every((each) => memberships.some(({ buyer }) => buyer.ref === each)) || undefined;
  };
  await eventually('the new members', entered);
  return refs;
};

/**
 * Rows 67 and 68: a commissioner opens the survey of May 2017; ten schools answer to the percentages of the report, one on the card in Teams; interest is
 * shown to the lead of a block purchase, and two of those who are interested pledge. Says each step; throws at the first thing that is not as it should be.
 */
export const walkSurvey = async (stack: TestStack, say: (line: string) => void): Promise<void> => {
  const { people } = stack;
  const asking = people.surveying('commissioner');
  const act = async (body: Parameters<typeof asking.actOnSurvey>[0]['body']) => asking.actOnSurvey({ ...byRef, body, key: randomUUID() });
  const more = await sevenMore(stack);

  const draft = await asking.getManagedSurvey(byRef);
  strictEqual(draft.status, 'draft');
  strictEqual(await codeOf(people.answering('senco').getSurvey(byRef)), 'not-found');
  say(
    `1. ${draft.ref}, "${draft.title}", asks ${draft.questions.length} questions of ${draft.asked / draft.roles.length} schools in ${draft.roles.length} roles`,
  );

  const opened = await act({ kind: 'open-survey', seen: draft.version });
  const sends = await eventually('everybody is asked', async () => {
    const now = (await asking.getManagedSurvey(byRef)).sends;
    return now.activity + now.mail + now.failed === opened.reaches ? now : undefined;
  });
  say(
    `2. Helen Strand opens it: ${opened.reaches} people are asked, ${sends.activity} by a card in Teams, ${sends.mail} by mail, ${sends.failed} not reached`,
  );

  const message = await eventually('the card of the survey', async () =>
    (await people.chat('senco')).find(({ activity }) => activity.summary === draft.title),
  );
  const card = message.activity.attachments?.[0]?.content as { readonly actions: readonly { readonly data: object }[] };
  const clicked = await people.click('senco', message, 'answer-survey', { ...card.actions[0]?.data, q2: '0' });
  ok(JSON.stringify(clicked.body.value).includes('Thank you'), 'the card says that the answer was taken');
  const answering: readonly (readonly [who: string, buyerRef: string])[] = [
    ['senco', sampleSchoolRef],
    ['academy-senco', sampleAcademyRef],
    ['other-senco', otherSchoolRef],
    ...more.map((buyerRef) => ['newcomer', buyerRef] as const),
  ];
  const answer = (who: string, buyerRef: string, answers: readonly SurveyAnswerReply[]) =>
    people.answering(who).answerSurvey({
      ...byRef,
      body: { buyerRef, role: 'senco', seen: 0, answers: answers.map((each) => ({ ...each })) },
      key: randomUUID(),
    });
  strictEqual(await codeOf(answer('senco', sampleAcademyRef, [interested])), 'not-your-role');
  strictEqual(await codeOf(answer('senco', sampleSchoolRef, [interested])), 'stale-version');
  for (const [at, [who, buyerRef]] of answering.entries()) if (at > 0) await answer(who, buyerRef, answersOf[at] ?? []);
  say(
    '3. Priya Nair answers on the card in Teams, nine more schools on the page. Nobody answers for another school, or writes over an answer unread',
  );

  const results = await asking.getSurveyResults(byRef);
  const interest = results.results.find(({ key }) => key === 'q2');
  deepStrictEqual(
    [results.answered, interest?.counts?.map(({ count, percent }) => [count, percent]), interest?.notStated, interest?.notStatedPercent],
    [
      10,
      [
        [7, 70],
        [1, 10],
        [0, 0],
      ],
      2,
      20,
    ],
  );
  for (const { label, count, percent } of interest?.counts ?? []) say(`   ${label}: ${count} (${percent}%)`);
  say(`   Not stated: ${interest?.notStated} (${interest?.notStatedPercent}%)`);
  say(
    `4. ${results.answered} of ${results.asked} answers that were asked for; the register knows somebody for ${results.answerable} of them`,
  );

  strictEqual(await codeOf(act({ kind: 'remind-survey', seen: opened.version })), 'not-yet');
  strictEqual(await codeOf(people.surveying('senco').getSurveyResults(byRef)), 'not-allowed');
  await act({ kind: 'close-survey', seen: opened.version });
  strictEqual(await codeOf(answer('head-teacher', sampleSchoolRef, [interested])), 'not-your-role');
  strictEqual(await codeOf(people.answering('head-teacher').getSurvey(byRef)), 'not-found');
  strictEqual((await listItem(people, ref, 'Surveys')).Status, 'closed');
  strictEqual((await listItem(people, `${ref}-${sampleSchoolRef}-SENCO`, 'SurveyResponses')).AnsweredBy, 'Priya Nair');
  say('5. Nobody is reminded on the day on which they were asked, and only commissioners see results. Closed, nobody answers it any more');

  const lead = { buyerRef: sampleSchoolRef, asks: 'senco', approves: 'head-teacher' };
  const { block, service } = await anOpenBlock(stack, lead);
  const { ref: blockRef, statement } = block.purchase;
  const { buyers } = await people.leading('senco').listBlockInterest({ params: { ref: blockRef } });
  deepStrictEqual([buyers.map((buyer) => buyer.interest)], [[...Array.from({ length: 5 }, () => 'interested'), 'possibly']]);
  strictEqual(await codeOf(people.leading('academy-senco').listBlockInterest({ params: { ref: blockRef } })), 'not-found');
  for (const { name, interest: said, saidOn } of buyers) say(`   ${name}: ${said}, ${formatDate(saidOn, 'plain')}`);
  say(
    `6. The Purbeck School leads a block purchase of ${service.name}: it alone is shown ${buyers.length} schools that said so of such a service; one named another service`,
  );

  const cap = statement.bands[0]?.unitPrice;
  ok(cap, 'a price');
  const pledging = [
    { ...lead, units: 20 },
    { buyerRef: sampleAcademyRef, asks: 'academy-senco', approves: 'academy-approver', units: 15 },
  ];
  for (const { buyerRef, asks, approves, units } of pledging) {
    await giveBlock(stack, blockRef, asks, { kind: 'pledge', buyerRef, units, cap });
    await giveBlock(stack, blockRef, approves, { kind: 'approve-pledge', buyerRef, round: 1 });
  }
  const { gathered } = (await people.blocks('senco').getBlock({ params: { ref: blockRef }, query: {} })).purchase;
  strictEqual(gathered?.approvedUnits, 35);
  ok(gathered.approvedUnits >= statement.minimumUnits, 'it reaches its minimum');
  say(
    `7. Two of those who were interested pledge, and their approvers approve: ${gathered.approvedUnits} units, of ${statement.minimumUnits} that it needs`,
  );
};
