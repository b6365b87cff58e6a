import { frameworkSiteId, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { DraftAnswers } from '@ap/shared/contract/drafts';
import { aRequest, aService, quoteOf } from '../../support/a-request.ts';
import { eventually, type People } from '../../support/signed-in.ts';
import { type Placements, tellOfPlacements } from './story-of-placements.ts';

/** What has happened before the pictures are taken. References come from the idempotency keys, so they are the same each time. */
export interface Story {
  readonly people: People;
  readonly placements: Placements;
  readonly serviceRef: string;
  readonly serviceName: string;
  /** Sent by the SENCO, waits for the head. */
  readonly waiting: string;
  /** Approved, and its order sent to the provider. */
  readonly ordered: string;
  /** Approved, and its order held because the provider was suspended meanwhile. */
  readonly held: string;
  readonly draftPath: string;
  /** Sets the SENCO's draft to a page of the form. */
  readonly draftAt: (step: string) => Promise<void>;
}

const draftId = '3f2b1c64-0000-4000-8000-000000000001';
const key = (last: number): string => `5d0c7a10-0000-4000-8000-${String(last).padStart(12, '0')}`;

/** Lets the sample's people do what the pictures show. */
export const tellStory = async (people: People, api: string): Promise<Story> => {
  const senco = people.as('senco');
  const head = people.as('head-teacher');
  const { service, basis } = await aService(senco);
  const { serviceRef, providerRef } = service;
  const provider = (await senco.getService({ params: { serviceRef } })).provider;

  const ask = async (number: number, pupilRef: string): Promise<string> => {
    const request = aRequest(sampleSchoolRef, service, basis, { pupilRef });
    const { price } = await quoteOf(senco, request);
    return (await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: key(number) })).ref;
  };
  const approve = (ref: string, number: number) =>
    head.decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step: 0 } }, key: key(number) });

  const ordered = await ask(1, 'P-0147');
  await approve(ordered, 11);
  await eventually('the order to the provider', async () =>
    (await people.mail(provider.email)).find(({ subject }) => subject.includes('Order AP-')),
  );

  const held = await ask(2, 'P-0152');
  const busy = { status: 503, code: 'serviceNotAvailable', retryAfter: 1 };
  const fault = await people.fault({ method: 'POST', path: '/sendMail$' }, busy, 500);
  await approve(held, 12);
  await setStatus(people, providerRef, 'suspended');
  await people.control('DELETE', `/_local/faults?id=${fault.id}`);
  // The mailbox was busy, and the queue waits longer after each try.
  await eventually(
    'the hold of the order',
    async () => ((await people.as('commissioner').getCallOff({ params: { ref: held } })).attention.length > 0 ? true : undefined),
    150,
  );
  await setStatus(people, providerRef, 'active');
  await eventually('the service in the directory again', async () =>
    (await senco.getService({ params: { serviceRef } })).listed ? true : undefined,
  );

  const waiting = await ask(3, 'P-0163');
  await eventually('the card for the head', async () =>
    (await people.chat('head-teacher')).find(({ activity }) => JSON.stringify(activity).includes(`Approve ${waiting}?`)),
  );

  const placements = await tellOfPlacements(people, api);

  const request = aRequest(sampleSchoolRef, service, basis);
  const typed = (date: string): string => date.split('-').map(Number).reverse().join(' ');
  const answers: DraftAnswers = {
    buyerRef: sampleSchoolRef,
    pupilRef: 'P-0171',
    age: String(service.ageFrom),
    compulsorySchoolAge: 'yes',
    ehcPlan: 'no',
    lookedAfter: 'no',
    arrangedBy: 'school',
    payer: 'school',
    billTo: 'The governing body, finance office',
    costCode: 'AP-7',
    days: ['tue', 'thu'],
    sessions: 'both',
    hoursPerDay: '5',
    startDate: typed(request.startDate),
    endDate: typed(request.endDate),
    basis,
    objectives: 'Two days a week off site, and back to the full timetable by Easter.',
    useFallbackApprover: false,
  };
  const draftAt = async (step: string): Promise<void> => {
    await senco.saveDraft({ params: { draftId }, body: { serviceRef, buyerRef: sampleSchoolRef, answers: { ...answers, step } } });
  };
  await draftAt('check');
  const draftPath = `/request/${draftId}?service=${serviceRef}`;
  return { people, placements, serviceRef, serviceName: service.name, waiting, ordered, held, draftPath, draftAt };
};

/** A commissioner's own edit of the provider in its list. */
const setStatus = async (people: People, providerRef: string, status: string): Promise<void> => {
  const token = await people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const items = `/v1.0/sites/${frameworkSiteId}/lists/Providers/items`;
  const filter = encodeURIComponent(`fields/Title eq '${providerRef}'`);
  const found = await people.tenant('GET', `${items}?$filter=${filter}&$expand=fields`, { token });
  const [row] = (found.body as unknown as { value: readonly { id: string }[] }).value;
  const json = { Status: status, StatusReason: 'A check of the sample' };
  const answer = await people.tenant('PATCH', `${items}/${row?.id}/fields`, { token, json });
  if (answer.status !== 200) throw new Error(`The provider could not be ${status}: ${answer.status}`);
};
