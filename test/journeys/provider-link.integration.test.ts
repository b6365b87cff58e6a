import { randomUUID } from 'node:crypto';
import { clientOf } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { linkApi } from '@ap/shared/contract/link-api';
import { aService } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A provider without an account tells how many places are free, on the whole stack: mail, link, card, register, directory.

let stack: TestStack;
let service: ServiceSummary;
beforeAll(async () => {
  stack = await runningStack();
  ({ service } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

test('a commissioner mails a link, the provider answers by it, a commissioner accepts on the card, and the directory says so', async () => {
  const { people, api } = stack;
  const sent = await people.commissioning('commissioner').sendProviderLink({ params: { providerRef: service.providerRef } });
  const mail = await eventually('the mail', async () =>
    (await people.mail(sent.sentTo)).find(({ content }) => content.includes('/links/#')),
  );
  const [, linkId = '', secret = ''] = /\/links\/#([\w-]+)\.([\w-]+)/.exec(mail.content) ?? [];
  const outside = clientOf(linkApi, { baseUrl: api });
  const link = { linkId, secret };

  // What looks at an address changes nothing, and learns nothing.
  for (const method of ['GET', 'HEAD', 'OPTIONS'])
    for (const path of ['/links/provider-profile/view', '/links/provider-profile/respond'])
      expect([404, 405, 204]).toContain((await fetch(`${api}${path}`, { method })).status);

  const seen = await outside.viewProfile({ body: { link } });
  expect(seen).toMatchObject({ providerName: sent.providerName });
  const own = seen.services.find(({ serviceRef }) => serviceRef === service.serviceRef);
  const free = own?.placesFree === 1 ? 2 : 1;
  const proposal = {
    name: 'Pat Green',
    role: 'manager',
    profile: { phone: '01305 555 0199' },
    places: [{ serviceRef: service.serviceRef, free }],
    vat: [{ serviceRef: service.serviceRef, treatment: 'exempt-health-or-welfare' as const, evidence: 'Letter of 2 November' }],
  };
  const key = randomUUID();
  const { ref } = await outside.proposeProviderChange({ body: { link, proposal }, key });
  expect((await outside.proposeProviderChange({ body: { link, proposal }, key })).ref).toBe(ref);

  const asked = await eventually('the card', async () =>
    (await people.chat('commissioner')).find(({ activity }) => activity.summary?.includes('asks to change its entry')),
  );
  const card = cardOf(asked.activity);
  if (!card) throw new Error('The message has no card.');
  expect(wordsOf(card)).toContain('Pat Green, manager');
  const { verb, data } = actionOf(card, 'Accept');
  expect((await people.click('commissioner', asked, verb, data)).body).toMatchObject({ statusCode: 200 });

  await eventually('the news in the directory', async () => {
    const now = await people.as('senco').getService({ params: { serviceRef: service.serviceRef } });
    // R38: an organisation that is not registered charges no VAT, whatever it stated of a service.
    const stated = service.vatTreatment === 'not-registered' ? 'not-registered' : 'exempt-health-or-welfare';
    return now.placesFree === free && now.provider.phone === '01305 555 0199' && now.vatTreatment === stated ? true : undefined;
  });
  await eventually('the answer to the provider', async () =>
    (await people.mail(sent.sentTo)).find(({ subject }) => subject === 'Your entry in the directory was changed'),
  );
  expect(await people.commissioning('commissioner').listProviderChanges({})).toEqual({ changes: [] });
});
