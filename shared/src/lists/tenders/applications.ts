import * as z from 'zod';
import { type Application, applicationStatuses } from '../../domain/tenders/application/application.ts';
import { choice, instant, json, keyList, number, reference, text } from '../column.ts';
import { defineList, type Fields } from '../list.ts';
import { shapeOf } from '../record-shape.ts';
import { priceLineParts, recordParts } from './record-state.ts';

const { serviceRef: _none, ...offerParts } = priceLineParts;

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('document-link'), link: z.string() }),
  z.strictObject({ kind: z.literal('number'), number: z.int() }),
  z.strictObject({ kind: z.literal('choice'), chosen: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('yes-no'), answer: z.enum(['yes', 'no']) }),
]);

const applicationState = shapeOf<Application>()(
  z.strictObject({
    ...recordParts,
    status: z.enum(applicationStatuses),
    roundRef: z.string(),
    frameworkRef: z.string(),
    providerRef: z.string(),
    providerName: z.string(),
    contact: z.strictObject({ email: z.string(), registryNumber: z.string() }),
    lotKeys: z.array(z.string()),
    answers: z.record(z.string(), answer),
    offers: z.array(z.strictObject({ ...offerParts, serviceName: z.string() })),
    declaration: z
      .strictObject({
        grounds: z.record(z.string(), z.strictObject({ applies: z.boolean(), explanation: z.string().optional() })),
        acceptsNoGuarantee: z.boolean(),
        signatory: z.strictObject({ name: z.string(), position: z.string() }),
        edition: z.string(),
        signedAt: z.string(),
      })
      .optional(),
    submittedAt: z.string().optional(),
  }),
);

/** Answers and prices lie in `State`: nobody sorts or filters by them, and before the close nobody reads them. */
export const applications = defineList({
  title: 'Applications',
  description: 'What each provider sent to a round. Sealed: the product alone opens it, and shows answers after the close.',
  handEdited: false,
  restricted: 'to-nobody',
  columns: {
    Title: text({ label: 'Application', holds: 'none', required: true, indexed: true, unique: true }),
    RoundRef: text({ label: 'Round', holds: 'none', required: true, indexed: true }),
    FrameworkRef: reference({ label: 'Framework', holds: 'none', required: true, indexed: true }),
    ProviderRef: reference({ label: 'Provider', holds: 'none', required: true, indexed: true }),
    ProviderName: text({ label: 'Provider name', holds: 'none', required: true }),
    ContactEmail: text({ label: 'E-mail', holds: 'business-contact', required: true }),
    RegistryNumber: text({ label: 'Registry number', holds: 'none', required: true, indexed: true }),
    LotKeys: keyList({ label: 'Lots', holds: 'none', required: true }),
    Status: choice(applicationStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { draft: 'waiting', submitted: 'good', 'in-evaluation': 'waiting', lapsed: 'stopped' },
    }),
    SubmittedAt: instant({ label: 'Submitted', holds: 'none', indexed: true }),
    Version: number({ label: 'Version', holds: 'none', required: true }),
    State: json(applicationState, {
      label: 'State',
      holds: ['staff-identity', 'business-contact', 'free-text'],
      hint: 'The whole application as JSON. Written by the product only.',
      required: true,
    }),
  },
  views: [
    {
      title: 'All applications',
      columns: ['Title', 'RoundRef', 'ProviderName', 'LotKeys', 'Status', 'SubmittedAt'],
      orderBy: 'SubmittedAt',
      descending: true,
    },
  ],
});

export const fromApplication = (application: Application): Fields<typeof applications> => ({
  Title: application.ref,
  RoundRef: application.roundRef,
  FrameworkRef: application.frameworkRef,
  ProviderRef: application.providerRef,
  ProviderName: application.providerName,
  ContactEmail: application.contact.email,
  RegistryNumber: application.contact.registryNumber,
  LotKeys: application.lotKeys,
  Status: application.status,
  SubmittedAt: application.submittedAt,
  Version: application.version,
  State: application,
});
