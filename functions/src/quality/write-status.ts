import { openHolds } from '@ap/shared/domain/quality/hold';
import type { Performed } from '../effects/performed.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Writes where a provider stands into its own row, so that people who work in the list see it. A provider about which nothing was decided keeps what its
 * row says. What is listed and ordered does not wait for this: the standing itself is asked.
 */
export const writeStatus = async (ports: Pick<Ports, 'quality' | 'providers'>, providerRef: string): Promise<Performed> => {
  const stored = await ports.quality.standings.find(providerRef);
  if (!stored) return { state: 'done', reason: 'nothing-decided' };
  const { status, statusReason, holds } = stored.state;
  const heldFor = openHolds(holds).map(({ cause, standard }) => (standard ? `${cause} (${standard})` : cause));
  const reason = statusReason ?? (heldFor.length === 0 ? undefined : `Held: ${heldFor.join(', ')}`);
  return (await ports.providers.writeStatus(providerRef, status, reason)) ? { state: 'done' } : { state: 'stuck', reason: 'no-provider' };
};
