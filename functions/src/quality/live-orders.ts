import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { notePaused, noteTakingOrders } from '@ap/shared/domain/call-off/provider-paused';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { theProduct } from '@ap/shared/domain/people/person';
import { openHolds } from '@ap/shared/domain/quality/hold';
import { isLiveOrder } from '@ap/shared/domain/quality/hold-call-off';
import { pausedNotice } from '@ap/shared/domain/quality/paused-notice';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import { runCommand } from '../commands/run-command.ts';
import type { Performed } from '../effects/performed.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { type OrderHoldNeeds, runOrderHold } from './run-order-hold.ts';

/** Refusals that say that there is nothing to do any more. */
const overtaken = [
  'hold-already-placed',
  'hold-not-found',
  'not-in-this-state',
  'already-recorded',
  'provider-held',
  'stale-version',
  'call-off-not-open',
];

const byTheProduct = (key: string) => ({ by: theProduct, key, channel: 'clock' as const });

/** Gives a command to each of these call-offs, whatever becomes of another; the first that cannot be dealt with is told of, when all were tried. */
const toEach = async (callOffs: readonly CallOff[], act: (callOff: CallOff) => Promise<unknown>): Promise<Performed> => {
  let stuck: string | undefined;
  const failures: unknown[] = [];
  for (const callOff of callOffs)
    try {
      await act(callOff);
    } catch (error) {
      if (!(error instanceof ProblemError)) failures.push(error);
      else if (!overtaken.includes(error.code)) stuck ??= `${callOff.ref}-${error.code}`;
    }
  if (failures.length > 0) throw failures[0];
  return stuck === undefined ? { state: 'done' } : { state: 'stuck', reason: stuck };
};

const callOffsOf = async ({ callOffs }: OrderHoldNeeds, providerRef: string): Promise<readonly CallOff[]> =>
  (await callOffs.ofProvider(providerRef)).map(({ callOff }) => callOff);

/** R19: puts every live order of a provider on hold, for one hold that stands; each school is asked once. */
export const holdLiveOrders = async (ports: OrderHoldNeeds, providerRef: string, holdRef: string): Promise<Performed> => {
  const today = toLondonDate(ports.clock.now());
  const live = (await callOffsOf(ports, providerRef)).filter(
    (callOff) => isLiveOrder(callOff, today) && (callOff.hold?.holdRef !== holdRef || callOff.hold.released === true),
  );
  return toEach(live, ({ ref }) => runOrderHold(ports, byTheProduct(`${holdRef}-${ref}`), ref, { kind: 'put-on-hold', holdRef }));
};

/** Whether an order still waits to hear that its provider takes orders again. */
const isHeld = ({ hold }: CallOff): boolean =>
  hold !== undefined && hold.released !== true && hold.state !== 'running' && hold.state !== 'ended';

/** After a person has lifted the last hold: orders run again, but for those that their school has paused or ended. */
export const releaseLiveOrders = async (ports: OrderHoldNeeds, providerRef: string): Promise<Performed> =>
  toEach((await callOffsOf(ports, providerRef)).filter(isHeld), ({ ref, hold }) =>
    runOrderHold(ports, byTheProduct(`release-${hold?.holdRef ?? ''}-${ref}`), ref, { kind: 'release' }),
  );

/** The words for a provider that takes no orders; `undefined` when it does. */
const sentenceOf = (standing: ProviderStanding, phone: string | undefined): string | undefined => {
  const held = pausedNotice(standing, phone);
  if (held) return held.sentence;
  return standing.status === 'active' ? undefined : 'Not taking new placements through the framework at present.';
};

/** R19: requests that wait for a decision turn stale when their provider stops taking orders, and current when it takes them again. */
export const refreshApprovals = async (ports: OrderHoldNeeds, providerRef: string, effectId: string): Promise<Performed> => {
  const stored = await ports.quality.standings.find(providerRef);
  if (!stored) return { state: 'superseded' };
  const sentence = sentenceOf(stored.state, await ports.policies.commissioningPhone());
  const waiting = (await callOffsOf(ports, providerRef)).filter(
    ({ status, providerPaused }) => status === 'awaiting-approval' && (sentence !== undefined) !== (providerPaused !== undefined),
  );
  return toEach(waiting, ({ ref }) =>
    runCommand(ports, { ref, by: theProduct, key: `${effectId}-${ref}`, content: { sentence } }, async ({ callOff }, command) =>
      sentence === undefined
        ? noteTakingOrders(callOff, command)
        : notePaused(callOff, command, { sentence, search: await othersLike(ports, callOff) }),
    ),
  );
};

/** The search that finds others for the same need: what the service is for, never anything of the pupil. */
const othersLike = async ({ providers }: OrderHoldNeeds, { lotKey, request }: CallOff): Promise<string> => {
  const { service } = await providers.facts(request.serviceRef, 'known');
  const needs = service?.needs.join(',') ?? '';
  return `lots=${lotKey}${needs === '' ? '' : `&needs=${needs}`}`;
};

/** Every order of a provider that its school should hear about. */
export const liveOrdersOf = async (ports: OrderHoldNeeds, providerRef: string): Promise<readonly CallOff[]> => {
  const today = toLondonDate(ports.clock.now());
  return (await callOffsOf(ports, providerRef)).filter((callOff) => isLiveOrder(callOff, today));
};

/** Brings every order and request in line with where providers stand now: what an effect could not yet see is made up for by the next run. */
export const followStandings = async (ports: OrderHoldNeeds): Promise<void> => {
  const known = (await ports.callOffs.known()).map(({ callOff }) => callOff);
  const today = toLondonDate(ports.clock.now());
  for (const { state } of await ports.quality.standings.known()) {
    const own = known.filter(({ providerRef }) => providerRef === state.ref);
    if (own.length === 0) continue;
    const holds = openHolds(state.holds);
    const latest = holds.at(-1);
    const told = ({ state: how, reason }: Performed): void => {
      if (how === 'stuck') ports.log.event('error', 'standing-not-followed', { ref: state.ref, reason });
    };
    if (
      latest &&
      own.some(
        (callOff) =>
          isLiveOrder(callOff, today) &&
          !isAskedAbout(
            callOff,
            holds.map(({ ref }) => ref),
          ),
      )
    )
      told(await holdLiveOrders(ports, state.ref, latest.ref));
    if (holds.length === 0 && own.some(isHeld)) told(await releaseLiveOrders(ports, state.ref));
    const isStale = state.status !== 'active' || holds.length > 0;
    if (own.some(({ status, providerPaused }) => status === 'awaiting-approval' && isStale !== (providerPaused !== undefined)))
      told(await refreshApprovals(ports, state.ref, `${state.ref}-v${state.version}-again`));
  }
};

const isAskedAbout = ({ hold }: CallOff, holdRefs: readonly string[]): boolean =>
  hold?.holdRef !== undefined && hold.released !== true && holdRefs.includes(hold.holdRef);
