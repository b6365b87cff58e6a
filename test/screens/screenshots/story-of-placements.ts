import { sampleAcademyRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { type ApiClient, clientOf } from '@ap/shared/contract/client';
import { linkApi } from '@ap/shared/contract/link-api';
import { addDays, dayOfWeek, instantAtLondon, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { SchoolWeekday } from '@ap/shared/domain/days/weekly-pattern';
import { pence } from '@ap/shared/domain/money/money';
import { startCheckKinds } from '@ap/shared/domain/orders/start-checks';
import { aRequest, aService, quoteOf } from '../../support/a-request.ts';
import { linkInMail } from '../../support/link-in-mail.ts';
import { eventually, type People } from '../../support/signed-in.ts';

type Outside = ReturnType<typeof clientOf<typeof linkApi>>;

/** What schools have under way when the pictures are taken. */
export interface Placements {
  /** A placement that began today. */
  readonly running: string;
  /** A competition that all have answered. */
  readonly competition: string;
  /** A block purchase that two schools pledge to; one pledge waits for its approver. */
  readonly block: string;
}

const key = (last: number): string => `5d0c7a10-0000-4000-8000-${String(last).padStart(12, '0')}`;
const answerer = { name: 'Pat Lee', position: 'Centre manager' };

/** The mail about something to whoever offers a service, with the link in it. */
const linkTo = async (people: People, senco: ApiClient, serviceRef: string, about: string, page: string) => {
  const { provider } = await senco.getService({ params: { serviceRef } });
  const mail = await eventually(`the mail about ${about}`, async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes(about)),
  );
  return linkInMail(mail.content, page);
};

/** Ordered, accepted by link, and begun today. */
const begin = async (people: People, outside: Outside, today: LocalDate): Promise<string> => {
  const senco = people.as('senco');
  const school = people.ordering('senco');
  const { service, basis } = await aService(senco);
  const request = aRequest(sampleSchoolRef, service, basis, {
    pupilRef: 'P-0185',
    pattern: { days: [dayOfWeek(today) as SchoolWeekday, 'fri'], sessions: 'both', hoursPerDay: 5 },
    startDate: today,
    endDate: addDays(today, 20),
    objectives: 'Back on the full timetable by February, with a key worker who is the same each day.',
  });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: key(21) });
  const approved = await people
    .as('head-teacher')
    .decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: key(22) });
  const link = await linkTo(people, senco, service.serviceRef, approved.order?.number ?? '', 'offer');
  await outside.answerOffer({ body: { link, answerer, answer: { kind: 'accept' } }, key: key(23) });
  const { checks } = await school.getOrder({ params: { ref } });
  for (const [at, check] of startCheckKinds.filter((kind) => checks.some((each) => each.kind === kind)).entries())
    await school.commandOrder({
      params: { ref },
      body: { kind: 'record-start-check', check, on: today, channel: 'secure-portal' },
      key: key(30 + at),
    });
  await school.commandOrder({ params: { ref }, body: { kind: 'start', startedOn: today }, key: key(24) });
  return ref;
};

/** Three are asked; two quote, one declines. */
const compete = async (people: People, outside: Outside, startDate: LocalDate): Promise<string> => {
  const senco = people.as('senco');
  const school = people.asking('senco');
  const { service } = await aService(senco);
  const { candidates } = await school.listEnquiryCandidates({ query: { buyerRef: sampleSchoolRef, serviceRef: service.serviceRef } });
  const asked = candidates.slice(0, 3);
  const { ref } = await school.sendEnquiry({
    body: {
      about: 'competition',
      buyerRef: sampleSchoolRef,
      question: { needs: ['SEMH'], startDate, message: 'Two days a week in a small group, until the end of term.' },
      serviceRefs: asked.map(({ serviceRef }) => serviceRef),
      askCouncil: false,
      workingDays: 5,
      criteria: ['price', 'earliest-start'],
    },
    key: key(40),
  });
  for (const [at, { serviceRef, unitPrice }] of asked.entries()) {
    const link = await linkTo(people, senco, serviceRef, ref, 'enquiry');
    const quote = { unitPrice: pence(unitPrice - 500 * at), earliestStart: addDays(startDate, 7 * at) };
    await outside.answerEnquiry({
      body: {
        link,
        answerer,
        answer: at === 2 ? { kind: 'declined', reason: 'All places are taken until Easter.' } : { kind: 'interested', quote },
      },
      key: key(41 + at),
    });
  }
  return ref;
};

/** A joint purchase: the pledge of its lead is approved, that of the academy waits. */
const pool = async (people: People, today: LocalDate): Promise<string> => {
  const senco = people.as('senco');
  const { items } = await senco.searchDirectory({ query: { unit: 'day', sort: 'price', modes: 'off-site' } });
  const pages = await Promise.all(items.map(({ serviceRef }) => senco.getService({ params: { serviceRef } })));
  const service = pages.find(({ volumeBands = [] }) => volumeBands.length > 0);
  if (!service) throw new Error('No service of the sample has volume prices');
  const closesAt = instantAtLondon(addDays(today, 9), 17);
  const plan = { minimumUnits: 30, closesAt, usableFrom: addDays(today, 12), usableTo: addDays(today, 150), unused: 'pay' as const };
  const body = { purchase: 'joint' as const, leadBuyerRef: sampleSchoolRef, serviceRef: service.serviceRef, plan };
  const { purchase } = await people.blocks('senco').draftBlock({ body, key: key(60) });
  const { ref, statement } = purchase;
  const give = (who: string, at: number, told: Parameters<ReturnType<People['blocks']>['commandBlock']>[0]['body']) =>
    people.blocks(who).commandBlock({ params: { ref }, body: told, key: key(at) });
  const cap = statement.bands[0]?.unitPrice ?? pence(0);
  await give('senco', 61, { kind: 'open-block' });
  await give('senco', 62, { kind: 'pledge', buyerRef: sampleSchoolRef, units: 20, cap });
  await give('head-teacher', 63, { kind: 'approve-pledge', buyerRef: sampleSchoolRef, round: 1 });
  await give('academy-senco', 64, { kind: 'pledge', buyerRef: sampleAcademyRef, units: 15, cap });
  return ref;
};

/** Lets the sample's people place a pupil, hold a competition and buy together. */
export const tellOfPlacements = async (people: People, api: string): Promise<Placements> => {
  const outside = clientOf(linkApi, { baseUrl: api });
  const today = toLondonDate(new Date().toISOString());
  return {
    running: await begin(people, outside, today),
    competition: await compete(people, outside, addDays(today, 12)),
    block: await pool(people, today),
  };
};
