import { head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import type { EnquiryAnswer } from '@ap/shared/domain/enquiries/enquiry-command';
import { actOnEnquiry, getEnquiry, listEnquiries, sendEnquiry } from '../../functions/src/enquiries/enquiries.ts';
import { enquiryClock } from '../../functions/src/enquiries/enquiry-clock.ts';
import { answerEnquiry, viewEnquiry } from '../../functions/src/enquiries/enquiry-link.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { linkInMail } from '../support/link-in-mail.ts';

// Rows 62 to 64 over the use cases, in memory: who is mailed, who sees what, what a link may do, and what the clock does.

const asCommissioner = { ...callerOf(officer), commissioner: true, memberships: [] };
const commissions = (world: World): void => {
  world.facts.officers = world.facts.officers.map((each) => ({ ...each, roles: [...each.roles, 'commissioner' as const] }));
};

const asks = (world: World, told: { key?: string; askCouncil?: boolean } = {}) =>
  sendEnquiry(world.ports)({
    caller: callerOf(senco),
    params: undefined,
    query: undefined,
    key: told.key ?? 'a-key-of-one-enquiry',
    body: {
      about: 'question',
      buyerRef: '113800',
      question: { needs: ['SEMH'], message: 'Could you take one more pupil after Christmas?' },
      serviceRefs: ['S-00001'],
      askCouncil: told.askCouncil ?? false,
      workingDays: 5,
      criteria: [],
    },
  });

/** The link in the newest mail to the provider. */
const linkIn = (world: World) => {
  const mail = world.mails.filter(({ html }) => html.includes('/enquiry/#')).at(-1);
  return linkInMail(mail?.html ?? '', 'enquiry');
};
const answers = (world: World, link: ReturnType<typeof linkIn>, answer: EnquiryAnswer, key = 'a-key-of-one-answer') =>
  answerEnquiry(world.ports)({
    key,
    body: { link, answerer: { name: 'A Manager', position: 'centre manager' }, answer: answer as never },
  });
const call = (caller: ReturnType<typeof callerOf>, ref: string) => ({
  caller,
  params: { ref },
  query: undefined,
  body: undefined,
  key: '',
});
const acts = (
  world: World,
  caller: ReturnType<typeof callerOf>,
  ref: string,
  body: Parameters<ReturnType<typeof actOnEnquiry>>[0]['body'],
) => actOnEnquiry(world.ports)({ caller, params: { ref }, query: undefined, body, key: `act-${body.kind}-000000000` });

test('row 62: a provider is mailed a link, answers by it without an account, and the asker is told', async () => {
  const world = memoryWorld();
  const { ref } = await asks(world);
  expect(await drain(world)).toBe(0);
  const link = linkIn(world);
  expect(await viewEnquiry(world.ports)({ body: { link }, key: '' })).toMatchObject({ buyerName: 'Stour Vale School', open: true });
  await answers(world, link, { kind: 'undecided', text: 'We know on Friday.' }, 'a-key-of-the-first-answer');
  expect(await answers(world, link, { kind: 'interested', text: 'Yes, from January.' })).toMatchObject({
    answer: 'interested',
    open: false,
  });
  await expect(answers(world, link, { kind: 'declined', reason: 'No.' }, 'a-key-of-a-third-answer')).rejects.toMatchObject({
    code: 'enquiry-answered',
  });
  expect(await getEnquiry(world.ports)(call(callerOf(senco), ref))).toMatchObject({
    status: 'replied',
    asked: [{ answer: 'interested', text: 'Yes, from January.', by: 'A Manager, centre manager' }],
  });
  await drain(world);
  expect(JSON.stringify(world.cards)).toContain('Everybody has answered your enquiry');
});

test('row 62: the same key sends one enquiry, and another link of the same provider opens nothing any more', async () => {
  const world = memoryWorld();
  const first = await asks(world);
  expect((await asks(world)).ref).toBe(first.ref);
  await drain(world);
  const old = linkIn(world);
  world.clock.now = '2026-12-01T09:10:00Z';
  expect(await enquiryClock(world.ports)()).toEqual({ moved: 1, failed: 0 });
  expect(await enquiryClock(world.ports)()).toEqual({ moved: 0, failed: 0 });
  await drain(world);
  expect(world.mails.at(-1)?.subject).toMatch(/^Waiting for your answer/);
  await expect(viewEnquiry(world.ports)({ body: { link: old }, key: '' })).rejects.toMatchObject({ code: 'link-not-open' });
  world.clock.now = '2026-12-01T17:00:01Z';
  expect(await enquiryClock(world.ports)()).toEqual({ moved: 1, failed: 0 });
  await expect(answers(world, linkIn(world), { kind: 'interested' })).rejects.toMatchObject({ code: 'not-in-this-state' });
});

test('buyers see their own enquiries only; a commissioner sees the question and counts, and answers where the council was asked', async () => {
  const world = memoryWorld();
  commissions(world);
  const { ref } = await asks(world, { askCouncil: true });
  await drain(world);
  await answers(world, linkIn(world), { kind: 'declined', reason: 'We are full until Easter.' });
  await expect(getEnquiry(world.ports)(call(callerOf(stranger), ref))).rejects.toMatchObject({ code: 'not-found' });
  expect((await listEnquiries(world.ports)({ ...call(callerOf(stranger), ref), params: undefined })).enquiries).toEqual([]);
  const seen = await getEnquiry(world.ports)(call(asCommissioner, ref));
  expect(seen).toMatchObject({ counts: { asked: 1, declined: 1 }, asked: [], may: ['answer-for-council'] });
  expect(JSON.stringify(seen)).not.toContain('Easter');
  await expect(acts(world, asCommissioner, ref, { kind: 'end-enquiry', reason: 'Not needed.' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await acts(world, asCommissioner, ref, { kind: 'answer-for-council', text: 'Look at the second lot as well.' });
  expect(await getEnquiry(world.ports)(call(callerOf(head), ref))).toMatchObject({
    status: 'replied',
    councilReply: { text: 'Look at the second lot as well.' },
  });
});

test('row 64: the reason goes back by mail to a provider that was not chosen, and its link shows it', async () => {
  const world = memoryWorld();
  const { ref } = await asks(world);
  await drain(world);
  await answers(world, linkIn(world), { kind: 'interested', text: 'Yes.' });
  expect((await getEnquiry(world.ports)(call(callerOf(senco), ref))).may).toEqual(['choose-answer', 'end-enquiry']);
  await acts(world, callerOf(senco), ref, { kind: 'end-enquiry', reason: 'The need has changed.' });
  await drain(world);
  expect(world.mails.at(-1)).toMatchObject({
    subject: expect.stringContaining('has not chosen your answer'),
    html: expect.stringContaining('The need has changed.'),
  });
  expect(await viewEnquiry(world.ports)({ body: { link: linkIn(world) }, key: '' })).toMatchObject({
    open: false,
    outcome: { chosen: false, reason: 'The need has changed.' },
  });
});
