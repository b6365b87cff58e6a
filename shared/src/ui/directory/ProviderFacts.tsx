import { Link } from '@fluentui/react-link';
import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import { providerTextKeys, providerTexts } from '../../domain/register/provider.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import { FactList } from './FactList.tsx';

/** Who the provider is and how to reach it. What leaves the app says so. */
export const ProviderFacts: React.FC<{ readonly service: ServiceReply }> = ({ service }) => {
  const { provider } = service;
  const website = provider.website !== undefined && /^https?:\/\//.test(provider.website) ? provider.website : undefined;
  return (
    <>
      <p>{provider.summary}</p>
      <FactList
        facts={[
          [
            'Phone',
            <Link key="phone" inline href={`tel:${provider.phone.replace(/[^+\d]/g, '')}`}>
              {provider.phone}
            </Link>,
          ],
          ['E-mail', <Link key="mail" inline href={`mailto:${provider.email}`}>{`${provider.email} (opens your mail)`}</Link>],
          [
            'Website',
            website === undefined ? undefined : (
              <ExternalLink key="web" href={website}>
                {new URL(website).hostname}
              </ExternalLink>
            ),
          ],
          ...providerTextKeys.map((key) => [providerTexts[key], provider[key]] as const),
          ['Registered school', provider.registeredSchool ? `Yes${provider.urn ? `, URN ${provider.urn}` : ''}` : 'No'],
        ]}
      />
    </>
  );
};
