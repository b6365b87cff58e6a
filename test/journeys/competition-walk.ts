import { ok, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, formatDate, type LocalDate, mondayOf } from '@ap/shared/domain/days/local-date';
import { formatMoney, pence } from '@ap/shared/domain/money/money';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { codeOf } from '../support/code-of.ts';
import { linkInMail } from '../support/link-in-mail.ts';
import type { TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

/**
 * The other route to an order (rows 39, 62 to 64; R31): the same request to three providers of a lot, their answers by link and side by side, one chosen with a
 * reason that the others are told, and the order at the price that it quoted. Throws at the first thing that is not as it should be.
 */
export const walkCompetition = async (
  { people, api }: Pick<TestStack, 'people' | 'api'>,
  today: LocalDate,
  say: (line: string) => void,
): Promise<void> => {
  const senco = people.as('senco');
  const school = people.asking('senco');
  const outside = clientOf(linkApi, { baseUrl: api });
  const { service, basis } = await aService(senco);
  const { candidates } = await school.listEnquiryCandidates({ query: { buyerRef: sampleSchoolRef, serviceRef: service.serviceRef } });
  const asked = candidates.slice(0, 3);
  strictEqual(asked.length, 3);
  const startDate = mondayOf(addDays(today, 14));
  const question = { needs: [], startDate, message: 'Two days a week for a pupil who must not be named here, until half-term.' };
  const send = (message: string) =>
    school.sendEnquiry({
      body: {
        about: 'competition',
        buyerRef: sampleSchoolRef,
        question: { ...question, message },
        serviceRefs: asked.map(({ serviceRef }) => serviceRef),
        askCouncil: false,
        workingDays: 3,
        criteria: ['price', 'earliest-start'],
      },
      key: randomUUID(),
    });
  strictEqual(await codeOf(send('Could you take Oliver Smith?')), 'text-names-a-pupil');
  const { ref } = await send(question.message);
  say(`18. A text that names a pupil is refused. Competition ${ref} goes to ${asked.map(({ providerName }) => providerName).join(', ')}`);

  const addressOf = async (serviceRef: string): Promise<string> => (await senco.getService({ params: { serviceRef } })).provider.email;
  const linkTo = async (serviceRef: string) => {
    const address = await addressOf(serviceRef);
    const mail = await eventually('the competition', async () =>
      (await people.mail(address)).find(({ subject, content }) => subject.includes(ref) && content.includes('/enquiry/#')),
    );
    return linkInMail(mail.content, 'enquiry');
  };
  const [cheap, quick, busy] = asked;
  ok(cheap && quick && busy);
  const answerer = { name: 'Pat Lee', position: 'Centre manager' };
  const answer = async (serviceRef: string, given: Parameters<typeof outside.answerEnquiry>[0]['body']['answer']) => {
    const link = await linkTo(serviceRef);
    return outside.answerEnquiry({ body: { link, answerer, answer: given }, key: randomUUID() });
  };
  const quoted = pence(cheap.unitPrice - 500);
  const quote = (unitPrice: number, after: number) => ({
    kind: 'interested' as const,
    quote: { unitPrice: pence(unitPrice), earliestStart: addDays(startDate, after) },
  });
  strictEqual(await codeOf(answer(cheap.serviceRef, quote(cheap.unitPrice + 1, 0))), 'price-above-framework');
  const seen = await answer(cheap.serviceRef, quote(quoted, 0));
  ok(!JSON.stringify(seen).includes(quick.providerName), 'no provider is told of another');
  await answer(quick.serviceRef, quote(quick.unitPrice, 0));
  strictEqual((await school.getEnquiry({ params: { ref } })).sealed, true);
  await answer(busy.serviceRef, { kind: 'declined', reason: 'No places until Easter.' });
  const open = await school.getEnquiry({ params: { ref } });
  strictEqual(open.sealed, false);
  say(
    `19. Above the framework price is refused. ${open.asked.map((each) => `${each.providerName}: ${each.quote ? formatMoney(each.quote.unitPrice) : (each.answer ?? '')}`).join('; ')}. Quotes were sealed until all had answered`,
  );

  const reason = 'The lowest price, and it can start at once.';
  const chosen = await school.actOnEnquiry({
    params: { ref },
    body: { kind: 'choose-answer', providerRef: cheap.providerRef, reason },
    key: randomUUID(),
  });
  strictEqual(chosen.outcome?.chosen, cheap.providerRef);
  const address = await addressOf(quick.serviceRef);
  await eventually('the reason', async () => (await people.mail(address)).find(({ content }) => content.includes(reason)));
  say(`20. ${cheap.providerName} is chosen; ${quick.providerName} is told why: "${reason}"`);

  const request = aRequest(sampleSchoolRef, { ...service, serviceRef: cheap.serviceRef }, basis, {
    pupilRef: 'P-0220',
    enquiryRef: ref,
    startDate,
    endDate: addDays(startDate, 13),
  });
  const { price } = await quoteOf(senco, request);
  strictEqual(price.unitPrice, quoted);
  const placed = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const approved = await people
    .as('head-teacher')
    .decideApproval({ params: { ref: placed.ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: randomUUID() });
  strictEqual(approved.price.unitPrice, quoted);
  const again = { body: { request: { ...request, pupilRef: 'P-0221' }, shownGross: price.gross }, key: randomUUID() };
  strictEqual(await codeOf(senco.submitCallOff(again)), 'call-off-does-not-fit');
  say(
    `21. ${placed.ref} is ordered as ${approved.order?.number ?? ''} from ${formatDate(startDate)} at the quoted ${formatMoney(quoted)}, not ${formatMoney(cheap.unitPrice)}; one competition makes one order`,
  );
};
