import type { Framework } from '../register/framework.ts';
import { type Provider, providerName } from '../register/provider.ts';
import type { OcdsParty } from './ocds.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';

/** The name and id of a party, as others refer to it. */
export const named = ({ id, name }: OcdsParty): Pick<OcdsParty, 'id' | 'name'> => ({ id, name });

/** The authority that let the framework, by its registered identifier where it is the publisher itself. */
export const authorityOf = ({ ref, authority }: Pick<Framework, 'ref' | 'authority'>, { publisher }: OpenDataPolicy): OcdsParty => {
  const { name, scheme, uid } = publisher;
  const roles = ['procuringEntity'] as const;
  return authority === name && scheme && uid
    ? { id: `${scheme}-${uid}`, name: authority, identifier: { scheme, id: uid, legalName: authority }, roles }
    : { id: `${ref}-authority`, name: authority, roles };
};

/** A provider by the best register that it is in: companies, schools, learning providers. No address, no person, no way to reach it. */
export const providerParty = (provider: Provider): OcdsParty => {
  const { companyNumber, urn, ukprn } = provider;
  const found = [
    { scheme: 'GB-COH', id: companyNumber },
    { scheme: 'GB-EDU', id: urn },
    { scheme: 'GB-UKPRN', id: ukprn },
  ].find(({ id }) => id);
  const name = providerName(provider);
  const roles = ['supplier'] as const;
  return found?.id
    ? { id: `${found.scheme}-${found.id}`, name, identifier: { scheme: found.scheme, id: found.id, legalName: provider.legalName }, roles }
    : { id: provider.ref, name, roles };
};
