import * as z from 'zod/mini';
import { halves } from '../domain/attendance/planned-session.ts';
import { providerMarks } from '../domain/attendance/provider-mark.ts';
import { longestPlace, settingChangeKinds } from '../domain/orders/setting-change.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { localDateShape, refShape } from './values.ts';

export const askProviderCode = endpoint({
  name: 'askProviderCode',
  summary: "Mails a 6-digit code to a provider's registered address. The answer is the same whether or not the address is known",
  method: 'POST',
  path: '/links/provider/code',
  roles: [],
  body: z.strictObject({ email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)) }),
  /** `challenge`: without it the code opens nothing, so that a code is of use only to the browser that asked for it. */
  reply: z.object({ challenge: linkShape }),
});

export const openProviderSession = endpoint({
  name: 'openProviderSession',
  summary: 'Exchanges a mailed code for a session of twelve hours',
  method: 'POST',
  path: '/links/provider/session',
  roles: [],
  body: z.strictObject({ challenge: linkShape, code: z.string().check(z.regex(/^\d{6}$/)) }),
  reply: z.object({ session: linkShape, expiresAt: z.string() }),
});

export const endProviderSession = endpoint({
  name: 'endProviderSession',
  summary: "Ends a provider's session",
  method: 'POST',
  path: '/links/provider/session/end',
  roles: [],
  body: z.strictObject({ session: linkShape }),
  reply: z.object({ ended: z.boolean() }),
});

const todaySession = z.object({
  ref: z.string(),
  date: localDateShape,
  half: z.enum(halves),
  orderNumber: z.string(),
  buyerName: z.string(),
  serviceName: z.string(),
  /** The school's own reference, never a name. */
  pupilRef: z.string(),
  mark: z.optional(z.enum(providerMarks)),
  markedAt: z.optional(z.string()),
  /** The school told ahead that the pupil will not come. */
  toldAbsent: z.boolean(),
  /** The school has entered its code: nothing can be changed here any more. */
  confirmed: z.boolean(),
});
export type TodaySession = Told<z.infer<typeof todaySession>>;

const todayReply = z.object({
  providerName: z.string(),
  today: localDateShape,
  /** By when each half has to be reported, as hours by London's clock. */
  reportBy: z.object({ am: z.number(), pm: z.number() }),
  sessions: z.array(todaySession),
  /** Sessions of the last seven days that nobody has reported yet. */
  missing: z.array(todaySession),
  /** The services in which any school has a placement that runs or is to start. */
  services: z.array(z.object({ serviceRef: z.string(), serviceName: z.string() })),
});
export type TodayReply = Told<z.infer<typeof todayReply>>;

export const viewToday = endpoint({
  name: 'viewToday',
  summary: "A provider's pupils of all schools for today, by reference",
  method: 'POST',
  path: '/links/today/view',
  roles: [],
  body: z.strictObject({ session: linkShape }),
  reply: todayReply,
});

export const reportSession = endpoint({
  name: 'reportSession',
  summary: 'A provider reports one session as present, late, absent or cancelled, or takes the report back',
  method: 'POST',
  path: '/links/today/report',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    session: linkShape,
    ref: refShape,
    date: localDateShape,
    half: z.enum(halves),
    /** Left out: what was reported is taken back. */
    mark: z.optional(z.enum(providerMarks)),
  }),
  reply: todayReply,
});

export const tellSettingChange = endpoint({
  name: 'tellSettingChange',
  summary: 'A provider says that another place or other staff will be used: every school with a placement there is told (R3)',
  method: 'POST',
  path: '/links/today/change',
  roles: [],
  idempotent: true,
  body: z.strictObject({
    session: linkShape,
    kind: z.enum(settingChangeKinds),
    from: localDateShape,
    /** Where the place is; of staff nothing is written here. */
    where: z.optional(z.string().check(z.trim(), z.maxLength(longestPlace))),
    serviceRefs: z.array(refShape).check(z.minLength(1), z.maxLength(50)),
  }),
  /** How many orders were told, and how many could not be now: send it again for those. */
  reply: z.object({ told: z.int(), left: z.int() }),
});
