import { toLondonDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import { type Refusal, refused } from '../refusal.ts';
import { openHolds } from './hold.ts';
import { liftHold } from './lift-hold.ts';
import { placeHold } from './place-hold.ts';
import {
  type ProviderCommand,
  type ProviderCommandKind,
  type ProviderFacts,
  type ProviderStanding,
  providerTable,
} from './provider-standing.ts';
import type { ProviderStep } from './provider-step.ts';
import { qaStanding } from './qa-check.ts';
import { accept, isClock, type QualityDecision, replayed, whyNotCommissioner } from './quality-decision.ts';
import { whyNotText } from './why-not-text.ts';

/** R37: exclusion grounds and the debarment list are looked at before a provider is taken onto the framework, and again before it begins. */
const whyNotClear = (facts: ProviderFacts): Refusal | undefined =>
  facts.debarmentClear
    ? undefined
    : refused('debarment-not-checked', 'Record first that the exclusion grounds and the debarment list were checked and are clear.');

/** Every check current and a price in force: without these nobody takes orders. */
const whyNotReady = (present: ProviderStanding, facts: ProviderFacts, now: string): Refusal | undefined => {
  if (openHolds(present.holds).length > 0)
    return refused('provider-held', 'New orders are paused. Another commissioner must lift that first.');
  if (qaStanding(facts.checks, toLondonDate(now)).state === 'held')
    return refused('qa-not-current', 'Not every mandatory check holds. Each must before this provider takes orders.');
  return facts.liveRate ? undefined : refused('no-live-rate', 'There is no approved price for any service of this provider.');
};

/** A countersigned agreement is carried out by the product: what it rests on was asked when it was countersigned, and is not asked again. */
const carriesOut = (command: ProviderCommand, facts: ProviderFacts): boolean =>
  command.kind === 'award' && isClock(command) && facts.agreementCountersigned;

const award: ProviderStep<'award'> = (present, command, facts) =>
  (carriesOut(command, facts) ? undefined : whyNotClear(facts)) ?? {
    state: { ...present, status: 'awarded' },
    what: 'Awarded',
    action: 'provider-awarded',
    works: [],
  };

const activate: ProviderStep<'activate'> = (present, command, facts) => {
  if (!facts.agreementCountersigned) return refused('agreement-not-signed', 'The agreement has not been countersigned.');
  return (
    whyNotClear(facts) ??
    whyNotReady(present, facts, command.now) ?? {
      state: { ...present, status: 'active' },
      what: 'Active on the framework',
      action: 'provider-activated',
      works: [{ kind: 'refresh-directory', providerRef: present.ref }],
    }
  );
};

/** At the provider's own wish: it has no room. Live orders go on. */
const pause: ProviderStep<'pause'> = (present, command) =>
  whyNotText(command.reason, '/reason', 'Enter why the provider takes no new orders.') ?? {
    state: { ...present, status: 'paused', statusReason: command.reason },
    what: 'Takes no new orders for now',
    action: 'provider-paused',
    works: [
      { kind: 'refresh-directory', providerRef: present.ref },
      { kind: 'refresh-approvals', providerRef: present.ref },
    ],
    comment: command.reason,
  };

const resume: ProviderStep<'resume'> = (present, command, facts) =>
  whyNotReady(present, facts, command.now) ?? {
    state: { ...present, status: 'active', statusReason: undefined },
    what: 'Takes new orders again',
    action: 'provider-resumed',
    works: [
      { kind: 'refresh-directory', providerRef: present.ref },
      { kind: 'refresh-approvals', providerRef: present.ref },
    ],
  };

/** For good, with a reason; every buyer with a live order is told. */
const remove: ProviderStep<'remove'> = (present, command) =>
  whyNotText(command.reason, '/reason', 'Enter why this provider is taken off the framework.') ?? {
    state: { ...present, status: 'removed', statusReason: command.reason },
    what: 'Taken off the framework',
    action: 'provider-removed',
    works: [
      { kind: 'refresh-directory', providerRef: present.ref },
      { kind: 'refresh-approvals', providerRef: present.ref },
      { kind: 'tell-buyers-of-removal', providerRef: present.ref },
    ],
    comment: command.reason,
    protects: true,
  };

const steps: { readonly [Kind in ProviderCommandKind]: ProviderStep<Kind> } = {
  award,
  activate,
  pause,
  resume,
  'place-hold': placeHold,
  'lift-hold': liftHold,
  remove,
};

/**
 * Moves a provider along its table. Who may place a hold depends on its cause, and a countersigned agreement is carried out by the product; everything
 * else is a commissioner's, by hand.
 */
export const decideProvider = (
  present: ProviderStanding,
  command: ProviderCommand,
  facts: ProviderFacts,
): QualityDecision<ProviderStanding> => {
  const replay = replayed(present, command);
  if (replay) return replay;
  const refusal =
    command.kind === 'place-hold' || carriesOut(command, facts) ? undefined : whyNotCommissioner(command, facts.councilMembers);
  if (refusal) return refusal;
  if (leadsTo(providerTable, present.status, command.kind).length === 0)
    return refused('not-in-this-state', `Not possible while this provider is ${present.status}.`);
  const step = steps[command.kind] as ProviderStep<ProviderCommandKind>;
  const change = step(present, command, facts);
  return 'ok' in change ? change : accept(change, command);
};
