import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { findProviders as declared } from '@ap/shared/contract/providers';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

const mostFound = 20;

/** Providers by a part of the name that people know them by, of their legal name, or by their whole reference. */
export const findProviders =
  ({ providers }: Pick<Ports, 'providers'>) =>
  async ({ query }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const wanted = (query.text ?? '').trim().toLowerCase();
    const found = (await providers.all())
      .map((provider) => ({ provider, name: providerName(provider) }))
      .filter(
        ({ provider, name }) =>
          [name, provider.legalName].some((known) => known.toLowerCase().includes(wanted)) || provider.ref.toLowerCase() === wanted,
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return {
      providers: found.slice(0, mostFound).map(({ provider: { ref, status, email }, name }) => ({ ref, name, status, email })),
      total: found.length,
    };
  };
