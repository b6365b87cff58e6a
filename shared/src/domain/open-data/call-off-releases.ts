import { formatDate, localDate } from '../days/local-date.ts';
import { penceToPounds } from '../money/money.ts';
import { type CallOffGroup, dayAfter } from './call-off-groups.ts';
import type { FrameworkFile } from './framework-file.ts';
import { frameworkOcid } from './framework-releases.ts';
import { beginning } from './framework-tender-part.ts';
import { type OcdsParty, type OcdsRelease, type OcdsValue, releaseOf, type TextHash } from './ocds.ts';
import { authorityOf, named, providerParty } from './party.ts';

/**
 * A process of its own for each group, related to the framework's, as the standard asks for the second stage of a framework. No buyer is named: every
 * eligible one may be among them.
 */
export const callOffReleases = (file: FrameworkFile, groups: readonly CallOffGroup[], hash: TextHash): readonly OcdsRelease[] =>
  groups.map(({ lotKey, providerRef, year, rounded }) => {
    const provider = file.providers.find(({ ref }) => ref === providerRef);
    const by: OcdsParty = provider ? providerParty(provider) : { id: providerRef, name: providerRef, roles: ['supplier'] };
    const lot = file.lots.find(({ key }) => key === lotKey);
    const id = `callOffs-${year}-${lotKey}-${providerRef}`;
    const first = formatDate(localDate(`${year.slice(0, 4)}-04-01`), 'plain');
    const last = formatDate(localDate(`${Number(year.slice(0, 4)) + 1}-03-31`), 'plain');
    const title = `Call-offs ${year}: ${lot?.name ?? lotKey}, ${by.name}`;
    const value: OcdsValue = { amount: penceToPounds(rounded), currency: 'GBP' };
    return releaseOf(
      {
        ocid: `${file.policy.ocidPrefix}-${id}`,
        date: beginning(dayAfter(year)),
        tag: ['award', 'contract'],
        initiationType: 'tender',
        language: 'en',
        parties: [authorityOf(file.framework, file.policy), by],
        tender: { id },
        awards: [{ id, title, status: 'active', value, suppliers: [named(by)] }],
        contracts: [
          {
            id,
            awardID: id,
            title,
            description: `All call-offs of all buyers to this provider in this lot from ${first} to ${last} as one sum, to the nearest £1,000, without VAT. Each is for one child, so none is published by itself, and sums of few are withheld.`,
            status: 'active',
            value,
          },
        ],
        relatedProcesses: [
          {
            id: '1',
            relationship: ['framework'],
            title: file.framework.name,
            scheme: 'ocid',
            identifier: frameworkOcid(file.framework.ref, file.policy),
            relatedLots: [lotKey],
          },
        ],
      },
      hash,
    );
  });
