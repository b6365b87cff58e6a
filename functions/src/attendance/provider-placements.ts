import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ports } from '../ports/ports.ts';
import type { OpenSession } from './provider-session.ts';

const withPlacement = ['accepted', 'active', 'paused', 'notice-given'] as const;

/** The orders of every school that run, or are to start, with the providers whom a session speaks for. */
export const placementsOf = async ({ callOffs }: Pick<Ports, 'callOffs'>, { providers }: OpenSession): Promise<readonly CallOff[]> => {
  const refs = new Set(providers.map(({ ref }) => ref));
  return (await callOffs.known())
    .map(({ callOff }) => callOff)
    .filter(
      ({ providerRef, order, hold }) =>
        refs.has(providerRef) && hold?.state !== 'ended' && withPlacement.some((state) => state === order?.state),
    );
};
