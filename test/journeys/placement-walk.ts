import { ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { type ApiClient, clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import type { OrderReply } from '@ap/shared/contract/orders';
import { addDays, formatDate, type LocalDate } from '@ap/shared/domain/days/local-date';
import { formatMoney } from '@ap/shared/domain/money/money';
import { startCheckTexts } from '@ap/shared/domain/orders/start-checks';
import { aRequest, aService, nextMonday, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';
import { walkAttendance } from './attendance-walk.ts';
import { walkCompetition } from './competition-walk.ts';
import { walkInvoices } from './invoice-walk.ts';
import { listItem } from './main-job.ts';

/** The morning of a day. */
const morning = (day: LocalDate): string => `${day}T10:00:00Z`;

/** The link in the mail about this order to whoever offers a service. */
const linkIn = async (people: TestStack['people'], senco: ApiClient, serviceRef: string, number: string) => {
  const { provider } = await senco.getService({ params: { serviceRef } });
  const mail = await eventually('the mail to the provider', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(`${number} `)),
  );
  return linkInMail(mail.content, 'offer');
};

/**
 * A placement from its request to its end on a stack of its own, whose clock it moves: a provider declines by its link, the next one accepts, nothing starts before what must be
 * recorded, a dearer change is approved, a pause is not owed, and the end has its outcome. Says each step; throws at the first thing that is not as it
 * should be.
 */
export const walkPlacement = async (stack: TestStack, say: (line: string) => void, pupilRef = 'P-0147'): Promise<void> => {
  const { people, api, moveClock } = stack;
  const senco = people.as('senco');
  const school = people.ordering('senco');
  const { service, basis } = await aService(senco);
  const first = addDays(nextMonday(), 1);
  const last = addDays(first, 27);

  const request = aRequest(sampleSchoolRef, service, basis, { pupilRef, startDate: first, endDate: last });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const verdict = { verdict: 'approve' as const, seen: { round: 1, step: 0 } };
  const approved = await people.as('head-teacher').decideApproval({ params: { ref }, body: verdict, key: randomUUID() });
  const number = approved.order?.number ?? '';
  say(`1. ${ref} is approved: order ${number}, ${price.unitsSentence}, ${formatMoney(price.gross)}`);

  const outside = clientOf(linkApi, { baseUrl: api });
  const declining = await linkIn(people, senco, service.serviceRef, number);
  const offer = await outside.viewOffer({ body: { link: declining } });
  ok(!JSON.stringify(offer).includes(request.pupilRef), 'nothing about the pupil');
  say(
    `2. ${offer.providerName} opens the link in its mail: ${offer.frameworkName}, ${formatMoney(offer.unitPrice)} per ${offer.unit}, to answer in two working days`,
  );
  const answerer = { name: 'Pat Lee', position: 'Centre manager' };
  const declined = { link: declining, answerer, answer: { kind: 'decline' as const, reason: 'No places this term.' } };
  strictEqual((await outside.answerOffer({ body: declined, key: randomUUID() })).ended, 'declined');
  const changedMind = { ...declined, answer: { kind: 'accept' as const } };
  strictEqual(await codeOf(outside.answerOffer({ body: changedMind, key: randomUUID() })), 'link-used');
  say(`3. It declines ("${declined.answer.reason}"); the link answers once`);

  const { next } = await school.listNextProviders({ params: { ref } });
  const [lowest, dearer] = next;
  ok(lowest, 'somebody can be asked next');
  ok(
    lowest.bases.some((each) => each.basis === 'lowest-price'),
    'the lowest price that is left comes first',
  );
  const step = {
    serviceRef: lowest.serviceRef,
    basis: 'lowest-price' as const,
    reason: 'The next lowest price.',
    shownGross: lowest.gross,
  };
  if (dearer && dearer.gross > lowest.gross)
    strictEqual(
      await codeOf(
        school.offerToNext({
          params: { ref },
          body: { ...step, serviceRef: dearer.serviceRef, shownGross: dearer.gross },
          key: randomUUID(),
        }),
      ),
      'direct-award-not-allowed',
    );
  const passed = await school.offerToNext({ params: { ref }, body: step, key: randomUUID() });
  if (passed.status === 'awaiting-approval')
    await people
      .as('head-teacher')
      .decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 2, step: 0 } }, key: randomUUID() });
  const again = await people.as('senco').getCallOff({ params: { ref } });
  strictEqual(again.order?.number, `${number}-2`);
  strictEqual((await outside.viewOffer({ body: { link: declining } })).number, number);
  say(
    `4. ${lowest.providerName} is next, at ${formatMoney(lowest.gross)}${passed.status === 'awaiting-approval' ? ': dearer than was approved, so the head teacher approves again' : ' under the same approval'}. Order ${again.order?.number ?? ''}; the first link shows the first order only`,
  );

  const accepting = await linkIn(people, senco, lowest.serviceRef, `${number}-2`);
  const taken = await outside.viewOffer({ body: { link: accepting } });
  strictEqual(taken.gross, lowest.gross);
  strictEqual(
    (await outside.answerOffer({ body: { link: accepting, answerer, answer: { kind: 'accept' } }, key: randomUUID() })).ended,
    'accepted',
  );
  const { asked: row } = await school.listNextProviders({ params: { ref } });
  strictEqual(row.map((each) => each.answer).join(), 'declined,accepted');
  strictEqual(row[0]?.passedOn, step.reason);
  say('5. It accepts by its own link. The page shows who was asked, what they said and why the next was');

  const give = (body: Parameters<typeof school.commandOrder>[0]['body']): Promise<OrderReply> =>
    school.commandOrder({ params: { ref }, body, key: randomUUID() });
  moveClock(morning(first));
  strictEqual(await codeOf(give({ kind: 'start', startedOn: first })), 'start-checks-missing');
  const { checks } = await school.getOrder({ params: { ref } });
  say(
    `6. The pupil cannot start yet (R2, R4, R6). To be recorded: ${checks.map(({ kind }) => startCheckTexts[kind].title.toLowerCase()).join('; ')}`,
  );
  for (const { kind } of checks)
    await give({
      kind: 'record-start-check',
      check: kind,
      on: addDays(first, -1),
      ...(startCheckTexts[kind].needsChannel ? { channel: 'secure-mail' } : {}),
    });
  const started = await give({ kind: 'start', startedOn: first });
  strictEqual(started.state, 'active');
  say(`7. Recorded, and started on ${formatDate(first)}`);
  const { provider } = await senco.getService({ params: { serviceRef: lowest.serviceRef } });
  const placed = { ref, number: started.number, pupilRef: request.pupilRef, date: first, mailbox: provider.email };
  await walkAttendance(stack, placed, say);

  const from = addDays(first, 6);
  const pattern = { days: ['tue' as const, 'wed' as const, 'thu' as const], sessions: 'both' as const, hoursPerDay: 5 };
  const asked = await give({ kind: 'vary', from, pattern, reason: 'A third day helps.' });
  ok(asked.change && asked.change.plan.gross > asked.plan.gross);
  strictEqual(asked.plan.gross, taken.gross);
  say(
    `8. A third day a week is dearer: ${formatMoney(taken.gross)} would become ${formatMoney(asked.change.plan.gross)}. ${asked.change.waitingFor.join(' or ')} is asked`,
  );
  const seen = { change: asked.change.number, step: asked.change.step };
  strictEqual(
    await codeOf(school.decideOrderChange({ params: { ref }, body: { approve: true, seen }, key: randomUUID() })),
    'requester-cannot-approve',
  );
  const changed = await people
    .ordering('head-teacher')
    .decideOrderChange({ params: { ref }, body: { approve: true, seen }, key: randomUUID() });
  strictEqual(changed.plan.gross, asked.change.plan.gross);
  say('9. The head teacher approves; whoever asked could not');

  const pausedOn = addDays(first, 7);
  moveClock(morning(pausedOn));
  await give({ kind: 'pause', from: pausedOn, reason: 'The site is closed for repairs.' });
  const backOn = addDays(first, 13);
  moveClock(morning(backOn));
  const back = await give({ kind: 'resume', on: backOn });
  // In a school holiday nothing was planned that the pause could take away.
  ok(back.plan.gross <= changed.plan.gross && back.plan.parts.length > changed.plan.parts.length);
  say(`10. A pause of six days is not owed: the order comes to ${formatMoney(back.plan.gross)}`);

  moveClock(morning(addDays(last, 1)));
  const reviewing = people.reviewing('senco');
  const isListed = async (who: ReturnType<typeof people.reviewing>): Promise<boolean> =>
    (await who.listOverdueReviews({})).rows.some((row) => row.ref === ref);
  ok((await isListed(reviewing)) && (await isListed(people.reviewing('commissioner'))), 'an overdue review is listed');
  ok(!(await isListed(people.reviewing('other-senco'))), 'and not to another school');
  const held = { participants: ['school' as const, 'pupil' as const], progress: 'on-course' as const, decision: 'continue' as const };
  const record = (body: Parameters<typeof reviewing.recordReview>[0]['body']) =>
    reviewing.recordReview({ params: { ref }, body, key: randomUUID() });
  strictEqual(await codeOf(record({ ...held, heldOn: backOn })), 'review-incomplete');
  const withProvider = { ...held, participants: [...held.participants, 'provider' as const] };
  await record({ ...withProvider, heldOn: backOn });
  const reviewed = await record({ ...withProvider, heldOn: last, progress: 'met', decision: 'end' });
  strictEqual(reviewed.overdue, false);
  ok(!(await isListed(reviewing)));
  say(
    `11. The review of the half-term was overdue for the school and for commissioners (R5). Recorded: ${reviewed.reviews.length}, none overdue`,
  );

  const done = await give({
    kind: 'complete',
    objectives: 'met',
    destination: 'back-in-school',
    finalReviewOn: last,
    note: 'Back full-time after half-term.',
  });
  strictEqual(done.state, 'completed');
  const item = await listItem(people, ref);
  strictEqual(item.OrderState, 'completed');
  say(`12. Complete: objectives met, back in school. CallOffs shows order ${item.OrderNumber as string}, ${item.OrderState as string}`);
  await walkInvoices(stack, { ref, number: done.number, pupilRef: request.pupilRef, first, last }, say);
  await walkCompetition(stack, addDays(last, 1), say);
};
