import { replayOf, seal } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { leadsTo } from '../machine/transition.ts';
import { commissionersOf, type Membership } from '../people/membership.ts';
import { personKey, samePerson } from '../people/person.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import {
  type ProviderChange,
  type ProviderChangeCommand,
  type ProviderChangeDecision,
  type ProviderChangeFacts,
  type ProviderChangeWork,
  profileValue,
  providerChangeTable,
} from './provider-change.ts';

export interface DecideChange extends Command {
  readonly kind: ProviderChangeCommand;
  /** Needed to refuse: the provider is told. */
  readonly reason?: string | undefined;
}

/**
 * Accepts or refuses what a provider proposed. A commissioner decides, once. Accepting is refused when the register says something else by now than when the
 * provider proposed: what somebody wrote meanwhile is never overwritten unseen.
 */
export const decideChange = (
  present: ProviderChange,
  command: DecideChange,
  facts: ProviderChangeFacts & { readonly councilMembers: readonly Membership[] },
): ProviderChangeDecision => {
  const replay = replayOf<ProviderChange, ProviderChangeWork>(present, command);
  if (replay) return replay;
  if (!commissionersOf(facts.councilMembers).some((person) => samePerson(person, command.by)))
    return refused('not-yours', 'Only a commissioner of the council can decide this.');
  const [state] = leadsTo(providerChangeTable, present.state, command.kind);
  if (state === undefined)
    return refused('change-already-decided', `This change was ${present.state} by ${present.decidedBy?.name ?? 'somebody else'} before.`);
  const refusal = command.kind === 'accept' ? whyNotApplied(present, facts) : whyNotReason(command.reason);
  if (refusal) return refusal;
  const reason = command.reason?.trim() || undefined;
  const action = command.kind === 'accept' ? 'provider-change-accepted' : 'provider-change-refused';
  const sealed = seal<ProviderChange, ProviderChangeWork>(
    {
      state: { ...present, state, decidedBy: command.by, reason },
      what: command.kind === 'accept' ? 'Change accepted' : 'Change refused',
      comment: reason,
      works: [
        { kind: 'record-audit', action, actor: personKey(command.by) },
        ...(command.kind === 'accept' ? [{ kind: 'apply-change' as const }] : []),
        { kind: 'refresh-change-cards' },
        { kind: 'mail-outcome' },
      ],
    },
    command,
  );
  return sealed ?? refused('record-full', 'There is no room left in this record. Ask the provider to propose less at once.');
};

/** Why it cannot be written over what the register says now. */
export const whyNotApplied = (
  { profile, places, vat = [] }: ProviderChange,
  { provider, services }: ProviderChangeFacts,
): Refusal | undefined => {
  if (!provider || provider.status === 'removed') return refused('provider-not-active', 'The provider is not on the framework any more.');
  const edited = profile.find(({ field, before, after }) => ![before, after].includes(profileValue(provider, field)));
  if (edited)
    return refused(
      'register-changed',
      `The ${edited.field} was changed in the register meanwhile. Refuse this, and ask the provider to propose it again.`,
    );
  const restated = vat.find(({ serviceRef, before, after }) => {
    const service = services.find(({ ref }) => ref === serviceRef);
    return service !== undefined && ![before, after].includes(service.vatTreatment);
  });
  if (restated)
    return refused(
      'register-changed',
      `The VAT of ${restated.serviceName} was changed in the register meanwhile. Refuse this, and ask again.`,
    );
  const gone = [...places, ...vat].find(
    ({ serviceRef }) => !services.some(({ ref, status }) => ref === serviceRef && status === 'offered'),
  );
  return gone && refused('service-not-offered', `${gone.serviceName} is not offered any more. Refuse this, and ask the provider again.`);
};

const whyNotReason = (reason: string | undefined): Refusal | undefined => {
  if (!reason?.trim()) return refused('comment-required', 'Enter a reason that tells the provider why.', '/reason');
  if (reason.length > 1_000) return refused('text-too-long', 'Enter 1,000 characters or fewer.', '/reason');
  const screened = screenFreeText(reason);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/reason');
};
