import type { Concern } from '@ap/shared/domain/quality/concern';
import type { Ports } from '../ports/ports.ts';

/** The concerns about a provider, each as its list says it now. One that another process took a moment ago may be missing: it is joined when it is told of. */
export const concernsAbout = async ({ quality }: Pick<Ports, 'quality'>, providerRef: string): Promise<readonly Concern[]> => {
  const refs = (await quality.concerns.known()).filter(({ state }) => state.providerRef === providerRef).map(({ state }) => state.ref);
  const found = await Promise.all(refs.map((ref) => quality.concerns.find(ref)));
  return found.flatMap((stored) => (stored ? [stored.state] : []));
};
