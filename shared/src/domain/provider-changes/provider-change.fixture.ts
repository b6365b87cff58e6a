import { aCommand, aProvider, aService, councilTenant, officers } from '../call-off/call-off.fixture.ts';
import { pence } from '../money/money.ts';
import type { Membership } from '../people/membership.ts';
import { linkHolder } from '../people/person.ts';
import { type DecideChange, decideChange } from './decide-change.ts';
import { type Proposal, proposeChange } from './propose-change.ts';
import type { ProviderChange, ProviderChangeDecision, ProviderChangeFacts } from './provider-change.ts';

export const helen = {
  tenantId: councilTenant,
  objectId: '00000000-0000-4000-8000-0000000000c1',
  name: 'Helen Strand',
  email: 'h@council.example',
};
const commissioner: Membership = {
  buyerRef: 'CD-SEND',
  person: helen,
  roles: ['commissioner'],
  status: 'active',
  approvalLimit: pence(0),
  payers: [],
};
/** The provider as the register has it: no website, and eight places of which two are free. */
export const provider = aProvider({ email: 'office@greenway.example', phone: '01305 555 019', website: undefined, summary: 'Tuition.' });
export const service = aService({ placesTotal: 8, placesFree: 2 });
const linkId = '6f9619ff-8b86-4011-b42d-00c04fc964ff';

export const facts = (told: Partial<ProviderChangeFacts> = {}) => ({
  provider,
  services: [service],
  councilMembers: [...officers, commissioner],
  ...told,
});
export const proposal = (told: Partial<Proposal> = {}): Proposal => ({
  name: 'Pat Green',
  role: 'manager',
  profile: {},
  places: [],
  ...told,
});
export const propose = (given: Proposal, told = facts()): ProviderChangeDecision =>
  proposeChange({ ...aCommand(linkHolder(linkId, given.name)), ref: 'PC-1', linkId, providerRef: provider.ref, proposal: given }, told);
export const proposed = (
  given = proposal({ profile: { phone: '01305 555 020' }, places: [{ serviceRef: service.ref, free: 4 }] }),
  told = facts(),
): ProviderChange => {
  const decision = propose(given, told);
  if (!decision.ok) throw new Error(decision.code);
  return decision.state;
};
export const decide = (present: ProviderChange, told: Partial<DecideChange> = {}, given = facts()): ProviderChangeDecision =>
  decideChange(present, { ...aCommand(helen), kind: 'accept', ...told }, given);
export const code = (decision: ProviderChangeDecision): string => (decision.ok ? 'accepted' : decision.code);
/** The code of a refusal and the field that it names. */
export const refusalOf = (decision: ProviderChangeDecision) => (decision.ok ? 'accepted' : [decision.code, decision.field]);
