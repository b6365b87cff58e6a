import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { frameworkSiteId, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { CallOffReply } from '@ap/shared/contract/call-offs';
import { formatMoney, type Pence } from '@ap/shared/domain/money/money';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { eventually, type People } from '../support/signed-in.ts';

/** What the main job cost and made, for the walkthrough's last lines. */
export interface MainJobReport {
  readonly callOff: CallOffReply;
  readonly unitsForSearch: number;
  readonly unitsForCallOff: number;
  readonly callOffByRoute: readonly string[];
}

/**
 * The main job from end to end on a running stack: search, request, card, approval, order, mail, and the list items as a commissioner reads them.
 * Says each step; throws at the first thing that is not as it should be.
 */
export const walkMainJob = async (people: People, say: (line: string) => void): Promise<MainJobReport> => {
  const senco = people.as('senco');
  const me = await senco.getMe({});
  say(
    `1. ${me.person.name} signs in in Teams: ${me.memberships.map((membership) => `${membership.buyer.name} (${membership.roles.join(', ')})`).join('; ')}`,
  );
  ok(me.memberships.some((membership) => membership.buyer.ref === sampleSchoolRef && membership.roles.includes('requester')));

  const { service, basis } = await aService(senco);
  await people.resetUsage();
  const found = await senco.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } });
  const search = await people.usage();
  say(
    `2. Searches the directory: ${found.total} services near ${found.near ?? 'anywhere'}; first ${service.name} by ${service.providerName}, ${formatMoney(service.price)} per ${service.unit}. Resource units: ${search.units}`,
  );
  strictEqual(search.units, 0, 'a search costs no Graph request');

  const request = aRequest(sampleSchoolRef, service, basis);
  const { price, steps } = await quoteOf(senco, request);
  say(
    `3. Fills in the request: ${price.unitsSentence}; total ${formatMoney(price.gross)} (VAT ${formatMoney(price.vat)}). Approvers: ${steps.flatMap((step) => step.approvers).join(', ')}`,
  );

  const draftId = randomUUID();
  await senco.saveDraft({
    params: { draftId },
    body: { serviceRef: service.serviceRef, buyerRef: sampleSchoolRef, answers: { pupilRef: request.pupilRef } },
  });
  await people.resetUsage();
  const sent = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: draftId });
  const again = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: draftId });
  say(`4. Sends it: ${sent.ref}, ${sent.status}. Sent twice by mistake: ${again.ref}, still one`);
  strictEqual(again.ref, sent.ref);
  deepStrictEqual([sent.status, sent.price.gross], ['awaiting-approval', price.gross]);

  const asked = await eventually(`the approval card of ${sent.ref}`, async () =>
    (await people.chat('head-teacher')).find((message) => askFor(message.activity, sent.ref)),
  );
  const card = cardOf(asked.activity);
  ok(card);
  say(
    `5. ${samplePerson('head-teacher').givenName} ${samplePerson('head-teacher').surname} gets a card in Teams:\n     ${wordsOf(card).replaceAll('\n', '\n     ')}`,
  );
  ok(!JSON.stringify(card).includes(request.pupilRef), 'no pupil reference on a card');

  const first = actionOf(card, 'Approve');
  const confirm = (await people.click('head-teacher', asked, first.verb, first.data)).body.value as typeof card;
  const second = actionOf(confirm, /^Approve £/);
  say(`6. Presses Approve; is asked once more: "${confirm.actions?.[0]?.title}"`);
  const decided = (await people.click('head-teacher', asked, second.verb, second.data)).body.value as typeof card;
  say(`   The card now says: ${wordsOf(decided).split('\n')[0]}`);

  const ordered = await senco.getCallOff({ params: { ref: sent.ref } });
  say(
    `7. ${ordered.ref} is ${ordered.status}: order ${ordered.orderNumber}, ${ordered.orderState}, at the frozen price ${formatMoney(ordered.gross)}`,
  );
  deepStrictEqual(
    [ordered.status, ordered.orderState, ordered.gross, ordered.price],
    ['ordered', 'awaiting-provider', sent.gross, sent.price],
  );
  ok(/^AP-\d{6}$/.test(ordered.orderNumber ?? ''));

  const provider = (await senco.getService({ params: { serviceRef: service.serviceRef } })).provider;
  const orderMail = await eventually('the order at the provider', async () =>
    (await people.mail(provider.email)).find((mail) => mail.subject.includes(ordered.orderNumber ?? '-')),
  );
  say(`8. The provider is e-mailed: "${orderMail.subject}"`);
  ok(!orderMail.content.includes(request.pupilRef), 'no pupil reference in the mail to the provider');
  const deputy = samplePerson('second-approver');
  const approvalMail = await eventually('the approval mail', async () =>
    (await people.mail(deputy.mail)).find((mail) => mail.subject.includes(sent.ref)),
  );
  say(`9. ${deputy.givenName} ${deputy.surname} has not installed the app, so the mail reached him: "${approvalMail.subject}"`);
  const news = await eventually('the news for the requester', async () =>
    (await people.chat('senco')).find((message) => message.activity.summary?.includes(ordered.orderNumber ?? '-')),
  );
  say(`10. The requester is told: "${news.activity.summary}"`);

  const usage = await people.usage();
  const item = await listItem(people, sent.ref);
  say(
    `11. The commissioner reads the list CallOffs: ${['Title', 'Status', 'OrderNumber', 'OrderState', 'BuyerName', 'Gross'].map((column) => `${column} = ${item[column]}`).join(', ')}`,
  );
  deepStrictEqual(
    {
      Status: item.Status,
      OrderNumber: item.OrderNumber,
      OrderState: item.OrderState,
      Gross: item.Gross,
      RequesterName: item.RequesterName,
    },
    {
      Status: 'ordered',
      OrderNumber: ordered.orderNumber,
      OrderState: 'awaiting-provider',
      Gross: pounds(ordered.gross),
      RequesterName: me.person.name,
    },
  );
  return {
    callOff: ordered,
    unitsForSearch: search.units,
    unitsForCallOff: usage.units,
    callOffByRoute: usage.byRoute.map((row) => `${row.method} ${row.route}: ${row.count} requests, ${row.units} units`),
  };
};

const pounds = (gross: Pence): number => gross / 100;

const askFor = (activity: Parameters<typeof cardOf>[0], ref: string): boolean => {
  const card = cardOf(activity);
  return card !== undefined && wordsOf(card).includes(`Approve ${ref}?`);
};

/** One row of CallOffs as a commissioner's own token reads it through Graph. */
export const listItem = async (people: People, ref: string, list = 'CallOffs'): Promise<Record<string, unknown>> => {
  const token = await people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const path = `/v1.0/sites/${frameworkSiteId}/lists/${list}/items?$filter=${encodeURIComponent(`fields/Title eq '${ref}'`)}&$expand=fields`;
  const answer = await people.tenant('GET', path, { token });
  const items = (answer.body as unknown as { value?: readonly { fields: Record<string, unknown> }[] }).value ?? [];
  strictEqual(items.length, 1, `exactly one item ${ref}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  return items[0]?.fields ?? {};
};
