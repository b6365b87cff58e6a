import * as z from 'zod/mini';
import { rateUnits } from '../domain/money/rate-card.ts';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, serviceKinds, serviceTypes } from '../domain/register/service.ts';
import { awardStatuses } from '../domain/tenders/award/award-status.ts';
import { exclusionOutcomes } from '../domain/tenders/award/exclusion-check.ts';
import { endpoint, type Told } from './endpoint.ts';
import { longRefShape } from './evaluation.ts';
import { linkShape } from './link-shape.ts';
import { lineShape, localDateShape, paragraphShape, penceShape, volumeBandsShape } from './values.ts';

const urlShape = z.string().check(z.maxLength(1_000));
const groupShape = z.strictObject({ from: z.int(), to: z.int() });

/** A service by the name under which it was offered: one in the list, or what schools should know of it. */
const namedServiceShape = z.strictObject({
  lotKey: longRefShape,
  serviceName: lineShape,
  serviceRef: z.optional(longRefShape),
  profile: z.optional(
    z.strictObject({
      siteRef: z.optional(longRefShape),
      summary: z.string().check(z.maxLength(5_000)),
      kind: z.enum(serviceKinds),
      type: z.enum(serviceTypes),
      deliveryMode: z.enum(deliveryModes),
      keyStages: z.array(z.enum(keyStages)).check(z.maxLength(keyStages.length)),
      needs: z.array(z.enum(needs)).check(z.maxLength(needs.length)),
      ageFrom: z.int(),
      ageTo: z.int(),
      maxGroup: z.optional(z.int().check(z.minimum(1), z.maximum(60))),
      hoursPerWeekMax: z.optional(z.int().check(z.minimum(1), z.maximum(40))),
      travelRadiusMiles: z.optional(z.int().check(z.minimum(0), z.maximum(500))),
      transport: z.optional(lineShape),
      /** What the provider stated about the VAT of this service (R38). Absent: what it stated of itself. */
      vatTreatment: z.optional(z.enum(vatTreatments)),
      vatStatedBy: z.optional(lineShape),
      vatStatedOn: z.optional(localDateShape),
      vatEvidence: z.optional(lineShape),
    }),
  ),
});
const namedServices = z.array(namedServiceShape).check(z.maxLength(50));

const awardedLotShape = z.object({
  lotKey: z.string(),
  /** Points in hundredths: 6,740 is 67.40. */
  qualityPoints: z.int(),
  pricePoints: z.int(),
  total: z.int(),
  place: z.optional(z.int()),
});

export const awardReply = z.object({
  ref: z.string(),
  status: z.enum(awardStatuses),
  frameworkRef: z.string(),
  providerRef: z.string(),
  providerName: z.string(),
  source: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('portal'),
      portal: z.string(),
      noticeId: z.string(),
      evidenceUrl: z.string(),
      decidedOn: localDateShape,
    }),
    z.object({ kind: z.literal('round'), roundRef: z.string(), applicationRef: z.string() }),
  ]),
  lots: z.array(awardedLotShape),
  prices: z.array(
    z.object({
      serviceRef: z.string(),
      /** Where the award describes the service. */
      serviceName: z.optional(z.string()),
      lotKey: z.string(),
      unit: z.enum(rateUnits),
      group: z.optional(groupShape),
      price: penceShape,
      volumeBands: z.optional(volumeBandsShape),
    }),
  ),
  exclusionCheck: z.optional(
    z.object({
      outcome: z.enum(exclusionOutcomes),
      debarmentListCheckedOn: localDateShape,
      checkedBy: z.string(),
      reason: z.optional(z.string()),
    }),
  ),
  standstill: z.optional(z.object({ noticePublishedOn: localDateShape, workingDays: z.int(), lastDay: z.optional(localDateShape) })),
  agreement: z.optional(
    z.object({
      documentUrl: z.string(),
      sentOn: localDateShape,
      signedOn: z.optional(localDateShape),
      signatory: z.optional(z.object({ name: z.string(), position: z.string() })),
      signedUrl: z.optional(z.string()),
      countersignedOn: z.optional(localDateShape),
    }),
  ),
  /** Sent back with a decision: what is decided is what was seen. */
  version: z.int(),
  /** Who may approve it: nobody who scored or proposed it. */
  mayDecide: z.array(z.string()),
  history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), comment: z.optional(z.string()) })),
});
export type AwardReply = Told<z.infer<typeof awardReply>>;

const awardParams = z.strictObject({ ref: longRefShape });
const readers = ['commissioner', 'award-approver'] as const;

export const listAwards = endpoint({
  name: 'listAwards',
  summary: 'Awards of every framework, newest first',
  method: 'GET',
  path: '/awards',
  roles: readers,
  reply: z.object({
    awards: z.array(
      z.object({
        ref: z.string(),
        frameworkRef: z.string(),
        providerRef: z.string(),
        providerName: z.string(),
        lotKeys: z.array(z.string()),
        status: z.enum(awardStatuses),
        source: z.string(),
        standstillLastDay: z.optional(localDateShape),
      }),
    ),
  }),
});

export const getAward = endpoint({
  name: 'getAward',
  summary: 'One award, from its proposal to its countersigned agreement',
  method: 'GET',
  path: '/awards/{ref}',
  roles: readers,
  params: awardParams,
  reply: awardReply,
});

export const proposeAward = endpoint({
  name: 'proposeAward',
  summary: 'Puts an award forward out of a round: lots that the ranking recommends, at the prices that were offered',
  method: 'POST',
  path: '/awards/proposals',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({
    applicationRef: longRefShape,
    lotKeys: z.array(longRefShape).check(z.maxLength(50)),
    services: namedServices,
  }),
  reply: awardReply,
  success: 201,
});

export const importAward = endpoint({
  name: 'importAward',
  summary: "Brings in an award that was tendered on the council's e-procurement portal; a second person approves it",
  method: 'POST',
  path: '/awards/imports',
  roles: ['commissioner'],
  idempotent: true,
  body: z.strictObject({
    frameworkRef: longRefShape,
    providerRef: longRefShape,
    portal: lineShape,
    noticeId: lineShape,
    evidenceUrl: urlShape,
    decidedOn: localDateShape,
    lots: z
      .array(
        z.strictObject({
          lotKey: longRefShape,
          qualityPoints: z.int(),
          pricePoints: z.int(),
          total: z.int(),
          place: z.optional(z.int().check(z.minimum(1))),
        }),
      )
      .check(z.maxLength(50)),
    prices: z
      .array(
        z.strictObject({
          lotKey: longRefShape,
          serviceName: lineShape,
          unit: z.enum(rateUnits),
          group: z.optional(groupShape),
          price: penceShape,
          volumeBands: z.optional(volumeBandsShape),
        }),
      )
      .check(z.maxLength(200)),
    services: namedServices,
    /** Members of the council who scored it there, and approve nothing of it; or the statement that none of them did. */
    scorers: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('members'),
        people: z.array(z.strictObject({ tenantId: z.guid(), objectId: z.guid() })).check(z.maxLength(50)),
      }),
      z.strictObject({ kind: z.literal('none-of-ours') }),
    ]),
  }),
  reply: awardReply,
  success: 201,
});

export const checkExclusion = endpoint({
  name: 'checkExclusion',
  summary: 'Records that the exclusion grounds and the debarment list were looked at; then the award approvers are asked',
  method: 'POST',
  path: '/awards/{ref}/exclusion-check',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({
    outcome: z.enum(exclusionOutcomes),
    debarmentListCheckedOn: localDateShape,
    reason: z.optional(paragraphShape),
  }),
  reply: awardReply,
});

export const decideAward = endpoint({
  name: 'decideAward',
  summary: 'Approves or rejects an award, by somebody who neither scored nor proposed it',
  method: 'POST',
  path: '/awards/{ref}/decision',
  roles: ['award-approver'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({ verdict: z.enum(['approve', 'reject']), comment: z.optional(paragraphShape), version: z.int() }),
  reply: awardReply,
});

export const beginAwardStandstill = endpoint({
  name: 'beginAwardStandstill',
  summary: 'Begins the standstill of an approved award with its published notice, in working days',
  method: 'POST',
  path: '/awards/{ref}/standstill',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({ noticePublishedOn: localDateShape }),
  reply: awardReply,
});

export const sendAgreement = endpoint({
  name: 'sendAgreement',
  summary: 'Reserves the prices and mails the provider the agreement with a link by which it is signed, once the standstill is over',
  method: 'POST',
  path: '/awards/{ref}/agreement',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({ documentUrl: urlShape, sentOn: localDateShape }),
  reply: awardReply,
});

export const resendAgreement = endpoint({
  name: 'resendAgreement',
  summary: 'Mails the provider a new link by which its agreement is signed; an earlier link is taken back',
  method: 'POST',
  path: '/awards/{ref}/agreement-link',
  roles: ['commissioner'],
  params: awardParams,
  reply: z.object({ sentTo: z.string() }),
});

export const recordSignature = endpoint({
  name: 'recordSignature',
  summary: "Records the provider's signature on a copy that came back",
  method: 'POST',
  path: '/awards/{ref}/signature',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({
    signedOn: localDateShape,
    signatory: z.strictObject({ name: lineShape, position: lineShape }),
    signedUrl: urlShape,
  }),
  reply: awardReply,
});

export const countersignAward = endpoint({
  name: 'countersignAward',
  summary: 'Countersigns the agreement: the lots are enabled, the services entered and the prices approved in one recorded step',
  method: 'POST',
  path: '/awards/{ref}/countersignature',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  reply: awardReply,
});

export const setAwardAside = endpoint({
  name: 'setAwardAside',
  summary: 'Sets an award aside that is not countersigned, with a reason; its prices are released',
  method: 'POST',
  path: '/awards/{ref}/set-aside',
  roles: ['commissioner'],
  idempotent: true,
  params: awardParams,
  body: z.strictObject({ reason: paragraphShape }),
  reply: awardReply,
});

export const agreementReply = z.object({
  providerName: z.string(),
  frameworkName: z.string(),
  authority: z.string(),
  documentUrl: z.string(),
  sentOn: localDateShape,
  expiresAt: z.string(),
  lots: z.array(z.string()),
  prices: z.array(
    z.object({
      service: z.string(),
      lotKey: z.string(),
      unit: z.enum(rateUnits),
      group: z.optional(groupShape),
      price: penceShape,
      volumeBands: z.optional(volumeBandsShape),
    }),
  ),
  /** Set when it is signed or declined: nothing can be sent by the link any more. */
  ended: z.optional(z.enum(['signed', 'declined'])),
});
export type AgreementReply = Told<z.infer<typeof agreementReply>>;

export const viewAgreement = endpoint({
  name: 'viewAgreement',
  summary: 'What a provider sees by its link: the agreement that waits for its signature, with lots and prices',
  method: 'POST',
  path: '/links/agreement/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: agreementReply,
});

export const answerAgreement = endpoint({
  name: 'answerAgreement',
  summary: 'A provider signs the agreement by its link, or declines it with a reason',
  method: 'POST',
  path: '/links/agreement/respond',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    link: linkShape,
    answer: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('sign'), name: lineShape, position: lineShape }),
      z.strictObject({ kind: z.literal('decline'), name: lineShape, position: lineShape, reason: paragraphShape }),
    ]),
  }),
  reply: z.object({ ended: z.enum(['signed', 'declined']) }),
});
