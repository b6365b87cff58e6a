import * as z from 'zod/mini';
import { vatTreatments } from '../domain/money/vat-treatment.ts';
import { changeStates, profileFields } from '../domain/provider-changes/provider-change.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { localDateShape, refShape } from './values.ts';

/** What a link shows its holder: how the directory tells of the provider now, or what was sent before. */
export const profileReply = z.object({
  providerName: z.string(),
  expiresAt: z.string(),
  /** Set when the link was used: nothing can be sent with it any more. */
  usedAt: z.optional(z.string()),
  profile: z.object({ email: z.string(), phone: z.string(), website: z.string(), summary: z.string() }),
  services: z.array(
    z.object({
      serviceRef: z.string(),
      name: z.string(),
      placesTotal: z.optional(z.int()),
      placesFree: z.optional(z.int()),
      placesAsAt: z.optional(localDateShape),
      /** What the provider stated of the VAT of this service; absent: what it stated of itself. */
      vatTreatment: z.optional(z.enum(vatTreatments)),
    }),
  ),
});
export type ProfileReply = Told<z.infer<typeof profileReply>>;

export const viewProfile = endpoint({
  name: 'viewProfile',
  summary: 'What a provider sees by its link: its entry in the directory',
  method: 'POST',
  path: '/links/provider-profile/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: profileReply,
});

const line = (limit: number) => z.string().check(z.maxLength(limit));

export const proposeProviderChange = endpoint({
  name: 'proposeProviderChange',
  summary: 'A provider proposes a change of its entry, once for each link; a commissioner accepts it',
  method: 'POST',
  path: '/links/provider-profile/respond',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    link: linkShape,
    proposal: z.strictObject({
      name: line(100),
      role: line(100),
      profile: z.strictObject({
        email: z.optional(line(254)),
        phone: z.optional(line(40)),
        website: z.optional(line(255)),
        summary: z.optional(line(4_000)),
      }),
      places: z.array(z.strictObject({ serviceRef: refShape, free: z.number() })).check(z.maxLength(200)),
      vat: z.optional(
        z
          .array(z.strictObject({ serviceRef: refShape, treatment: z.enum(vatTreatments), evidence: z.optional(line(200)) }))
          .check(z.maxLength(200)),
      ),
    }),
  }),
  reply: z.object({ ref: z.string() }),
  success: 201,
});

export const sendProviderLink = endpoint({
  name: 'sendProviderLink',
  summary: 'Mails a provider a link by which it can propose changes of its entry; an earlier link is taken back',
  method: 'POST',
  path: '/providers/{providerRef}/profile-link',
  roles: ['commissioner'],
  params: z.strictObject({ providerRef: refShape }),
  reply: z.object({ providerName: z.string(), sentTo: z.string(), expiresAt: z.string() }),
});

export const providerChangeReply = z.object({
  ref: z.string(),
  providerName: z.string(),
  state: z.enum(changeStates),
  proposedBy: z.string(),
  proposedAt: z.string(),
  profile: z.array(z.object({ field: z.enum(profileFields), before: z.string(), after: z.string() })),
  places: z.array(z.object({ serviceName: z.string(), before: z.optional(z.int()), after: z.int(), asAt: localDateShape })),
  vat: z.optional(
    z.array(
      z.object({
        serviceName: z.string(),
        before: z.optional(z.enum(vatTreatments)),
        after: z.enum(vatTreatments),
        evidence: z.optional(z.string()),
        note: z.optional(z.string()),
      }),
    ),
  ),
  decidedBy: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type ProviderChangeReply = Told<z.infer<typeof providerChangeReply>>;

export const listProviderChanges = endpoint({
  name: 'listProviderChanges',
  summary: 'Changes that providers propose and nobody has decided yet',
  method: 'GET',
  path: '/provider-changes',
  roles: ['commissioner'],
  reply: z.object({ changes: z.array(providerChangeReply) }),
});

export const decideProviderChange = endpoint({
  name: 'decideProviderChange',
  summary: 'Accepts or refuses a change that a provider proposed',
  method: 'POST',
  path: '/provider-changes/{ref}/decision',
  roles: ['commissioner'],
  idempotent: true,
  params: z.strictObject({ ref: refShape }),
  body: z.strictObject({ verdict: z.enum(['accept', 'refuse']), reason: z.optional(line(2_000)) }),
  reply: providerChangeReply,
});
