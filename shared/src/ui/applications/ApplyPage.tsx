import * as React from 'react';
import { clientOf } from '../../contract/client.ts';
import { linkApi } from '../../contract/link-api.ts';
import type { GivenLink } from '../given-link.ts';
import { ApplicationPage } from './ApplicationPage.tsx';
import { AskLinkPage } from './AskLinkPage.tsx';

/** Where organisations apply, without an account: with the link of their mail their application, without one a form that asks for it. */
export const ApplyPage: React.FC<{ readonly apiUrl: string; readonly link: GivenLink | undefined; readonly cutShort: boolean }> = ({
  apiUrl,
  link,
  cutShort,
}) => {
  const client = React.useMemo(() => clientOf(linkApi, { baseUrl: apiUrl }), [apiUrl]);
  return link ? <ApplicationPage client={client} link={link} /> : <AskLinkPage client={client} cutShort={cutShort} />;
};
