import { seal, unwritten } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { toLondonDate } from '../days/local-date.ts';
import { vatNote } from '../money/vat-notes.ts';
import type { VatTreatment } from '../money/vat-treatment.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { personKey } from '../people/person.ts';
import { ofGrownUps, screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import { providerName } from '../register/provider.ts';
import { isPlainAddress } from '../texts/mail-address.ts';
import { isWebAddress } from '../texts/web-address.ts';
import {
  type PlacesEdit,
  type ProfileEdit,
  type ProfileField,
  type ProviderChange,
  type ProviderChangeDecision,
  type ProviderChangeFacts,
  type ProviderChangeWork,
  profileFields,
  profileValue,
  type VatEdit,
} from './provider-change.ts';

/** What a provider sends by its link. What is left out stays as it is. */
export interface Proposal {
  readonly name: string;
  readonly role: string;
  readonly profile: Readonly<Partial<Record<ProfileField, string>>>;
  readonly places: readonly { readonly serviceRef: string; readonly free: number }[];
  /** The VAT of a service, with where the statement can be read. */
  readonly vat?: readonly StatedVat[] | undefined;
}

interface StatedVat {
  readonly serviceRef: string;
  readonly treatment: VatTreatment;
  readonly evidence?: string | undefined;
}

export interface ProposeChange extends Command {
  readonly ref: string;
  readonly linkId: string;
  readonly providerRef: string;
  readonly proposal: Proposal;
}

/**
 * Records a change that a provider proposes, for commissioners to accept. Only what differs from the register is kept. Refused when nothing differs, when a
 * value cannot stand in the directory, or when it could identify a pupil (R40).
 */
export const proposeChange = (
  command: ProposeChange,
  facts: ProviderChangeFacts & { readonly councilMembers: readonly Membership[] },
): ProviderChangeDecision => {
  const { provider } = facts;
  const { proposal } = command;
  if (!provider || provider.status === 'removed')
    return refused('provider-not-active', 'Your organisation is not on the framework any more. Ask the commissioning team.');
  const profile = profileEdits(proposal, (field) => profileValue(provider, field));
  const refusal =
    whyNotPerson(proposal) ?? profile.map(whyNotEdit).find(Boolean) ?? whyNotPlaces(proposal, facts) ?? whyNotVat(proposal, facts);
  if (refusal) return refusal;
  const places = placesEdits(command, facts);
  const vat = vatEdits(command, facts);
  if (profile.length + places.length + vat.length === 0)
    return refused('nothing-proposed', 'Nothing here differs from what the directory says. Change what is out of date, then send it.');
  const sealed = seal<ProviderChange, ProviderChangeWork>(
    {
      state: {
        ...unwritten,
        ref: command.ref,
        providerRef: provider.ref,
        providerName: providerName(provider),
        state: 'proposed',
        proposer: { name: proposal.name.trim(), role: proposal.role.trim() },
        proposedAt: command.now,
        linkId: command.linkId,
        profile,
        places,
        ...(vat.length === 0 ? {} : { vat }),
      },
      what: 'Change proposed',
      works: [
        { kind: 'record-audit', action: 'provider-change-proposed', actor: personKey(command.by) },
        ...commissionersOf(facts.councilMembers).map((person) => ({ kind: 'ask-commissioner', to: personKey(person) }) as const),
      ],
    },
    command,
  );
  return sealed ?? refused('record-full', 'This is more than can be sent at once. Shorten the summary.', '/proposal/profile/summary');
};

const profileEdits = ({ profile }: Proposal, present: (field: ProfileField) => string): readonly ProfileEdit[] =>
  profileFields.flatMap((field) => {
    const after = profile[field]?.trim();
    const before = present(field);
    return after === undefined || after === before ? [] : [{ field, before, after }];
  });

const whyNotPerson = ({ name, role }: Proposal): Refusal | undefined => {
  if (name.trim() === '') return refused('text-required', 'Enter your name.', '/proposal/name');
  if (role.trim() === '') return refused('text-required', 'Enter what you do at the organisation, such as manager.', '/proposal/role');
  return name.length > 100 || role.length > 100
    ? refused('text-too-long', 'Enter 100 characters or fewer.', name.length > 100 ? '/proposal/name' : '/proposal/role')
    : undefined;
};

const longestSummary = 2_000;

const whyNotEdit = ({ field, after }: ProfileEdit): Refusal | undefined => {
  const pointer = `/proposal/profile/${field}`;
  switch (field) {
    case 'email':
      return isPlainAddress(after)
        ? undefined
        : refused('text-required', 'Enter an e-mail address, such as office@provider.example.', pointer);
    case 'phone':
      return /^\+?[\d ()-]{10,20}$/.test(after)
        ? undefined
        : refused('text-required', 'Enter a phone number, such as 01305 555 019.', pointer);
    case 'website':
      return after === '' || isWebAddress(after, 255)
        ? undefined
        : refused('link-not-allowed', 'Enter an address that begins with https://, or leave it empty.', pointer);
    case 'summary': {
      if (after === '') return refused('text-required', 'Enter what schools should know about you.', pointer);
      if (after.length > longestSummary) return refused('text-too-long', 'Enter 2,000 characters or fewer.', pointer);
      const screened = screenFreeText(after, ofGrownUps);
      return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, pointer);
    }
  }
};

const notYours = 'One of these services is not yours, or is named twice. Load the page again.';

/** Of two statements about one service a commissioner could not tell which would stand. */
const isNamedBefore = (rows: readonly { readonly serviceRef: string }[], index: number): boolean =>
  rows.findIndex(({ serviceRef }) => serviceRef === rows[index]?.serviceRef) < index;

const whyNotPlaces = ({ places }: Proposal, { services }: ProviderChangeFacts): Refusal | undefined => {
  for (const [index, { serviceRef, free }] of places.entries()) {
    const service = services.find(({ ref }) => ref === serviceRef);
    const pointer = `/proposal/places/${index}/free`;
    if (!service || isNamedBefore(places, index)) return refused('service-not-offered', notYours, `/proposal/places/${index}`);
    const most = service.placesTotal ?? 500;
    if (!Number.isInteger(free) || free < 0 || free > most)
      return refused('number-not-allowed', `Enter a whole number from 0 to ${most} for ${service.name}.`, pointer);
  }
  return undefined;
};

/** The same number told again is news as well: it is as at today. */
const placesEdits = ({ proposal, now }: ProposeChange, { services }: ProviderChangeFacts): readonly PlacesEdit[] => {
  const asAt = toLondonDate(now);
  return proposal.places.flatMap(({ serviceRef, free }) => {
    const service = services.find(({ ref }) => ref === serviceRef);
    if (!service || (service.placesFree === free && service.placesAsAt === asAt)) return [];
    return [{ serviceRef, serviceName: service.name, before: service.placesFree, after: free, asAt }];
  });
};

const whyNotVat = ({ vat = [] }: Proposal, { services }: ProviderChangeFacts): Refusal | undefined => {
  for (const [index, { serviceRef, evidence = '' }] of vat.entries()) {
    const pointer = `/proposal/vat/${index}`;
    if (!services.some(({ ref }) => ref === serviceRef) || isNamedBefore(vat, index))
      return refused('service-not-offered', notYours, pointer);
    if (evidence.length > 200) return refused('text-too-long', 'Enter 200 characters or fewer.', `${pointer}/evidence`);
    const screened = screenFreeText(evidence);
    if (!screened.ok) return refused('text-names-a-pupil', screened.sentence, `${pointer}/evidence`);
  }
  return undefined;
};

/** Who sends the form states it, today. What was stated before is no news. */
const vatEdits = ({ proposal, now }: ProposeChange, { services }: ProviderChangeFacts): readonly VatEdit[] =>
  (proposal.vat ?? []).flatMap(({ serviceRef, treatment, evidence }) => {
    const service = services.find(({ ref }) => ref === serviceRef);
    if (!service || service.vatTreatment === treatment) return [];
    const note = vatNote(service.type, treatment);
    return [
      {
        serviceRef,
        serviceName: service.name,
        ...(service.vatTreatment === undefined ? {} : { before: service.vatTreatment }),
        after: treatment,
        statedBy: `${proposal.name.trim()}, ${proposal.role.trim()}`,
        statedOn: toLondonDate(now),
        ...(evidence?.trim() ? { evidence: evidence.trim() } : {}),
        ...(note === undefined ? {} : { note }),
      },
    ];
  });
