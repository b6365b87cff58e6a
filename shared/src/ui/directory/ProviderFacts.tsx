import { Button } from '@fluentui/react-button';
import { OpenRegular } from '@fluentui/react-icons/svg/open';
import { Link } from '@fluentui/react-link';
import * as React from 'react';
import type { ServiceReply } from '../../contract/directory.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { FactList } from './FactList.tsx';

/** Who the provider is and how to reach it. What leaves the app says so. */
export const ProviderFacts: React.FC<{ readonly service: ServiceReply }> = ({ service }) => {
  const { host } = useSurroundings();
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
              <Button key="web" size="small" icon={<OpenRegular />} onClick={() => host.openExternal(website)}>
                {`Open ${new URL(website).hostname} in a new window`}
              </Button>
            ),
          ],
          ['Legal name', provider.legalName],
          ['Registered school', provider.registeredSchool ? `Yes${provider.urn ? `, URN ${provider.urn}` : ''}` : 'No'],
        ]}
      />
    </>
  );
};
