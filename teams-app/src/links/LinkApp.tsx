import { apiClient } from '@ap/shared/contract/client';
import { AppRoot } from '@ap/shared/ui/AppRoot';
import { Footer } from '@ap/shared/ui/Footer';
import type { HostAdapter, Surroundings } from '@ap/shared/ui/HostAdapter';
import { pageInset } from '@ap/shared/ui/page-inset';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { webFluentTheme } from '../hosts/web-fluent-theme.ts';
import { webTheme } from '../hosts/web-theme.ts';
import type { Settings } from '../settings.ts';
import { agreementPath, applyPath, blockOfferPath, enquiryPath, offerPath, readLink, todayPath } from './read-link.ts';

const useStyles = makeStyles({
  page: { minHeight: '100vh', display: 'flex', flexDirection: 'column' },
  main: { padding: `${tokens.spacingVerticalXXL} ${pageInset}`, flexGrow: 1, boxSizing: 'border-box', minWidth: 0 },
});

/** Nobody is signed in here, so that nothing of the tab can be done: the link is all the leave there is. */
const nobody: HostAdapter = {
  ...webTheme,
  kind: 'browser',
  locale: 'en-GB',
  getToken: () => Promise.reject(new Error('Nobody is signed in on this page.')),
  signIn: async () => undefined,
  // The one other page that opens without a sign-in.
  linkTo: () => `${window.location.origin}/about/accessibility.html`,
  openExternal: () => undefined,
  mayDecide: false,
  elsewhere: { name: 'the public pages', has: ({ at }) => at === 'accessibility' },
};

const LinkApp: React.FC<{ readonly settings: Settings; readonly children: React.ReactNode }> = ({ settings, children }) => {
  const styles = useStyles();
  const surroundings = React.useMemo<Surroundings>(
    () => ({
      host: nobody,
      api: apiClient({ baseUrl: settings.apiUrl }),
      place: { at: 'directory', search: '' },
      go: () => undefined,
    }),
    [settings.apiUrl],
  );
  return (
    <AppRoot surroundings={surroundings} theme={webFluentTheme} contact={settings.contact}>
      <div className={styles.page}>
        <main className={styles.main}>{children}</main>
        <Footer about={`${window.location.origin}/about`} />
      </div>
    </AppRoot>
  );
};

/** The page of somebody outside who came by the link in a mail: a provider to its entry, its agreement, an order, an enquiry or the attendance of its pupils, an organisation to its application. Each loads its own. */
export const linkApp = async (settings: Settings): Promise<React.ReactElement> => {
  const { hash, pathname } = window.location;
  const link = readLink(hash);
  if (pathname === applyPath) {
    const { ApplyPage } = await import('@ap/shared/ui/applications/ApplyPage');
    return (
      <LinkApp settings={settings}>
        <ApplyPage apiUrl={settings.apiUrl} link={link} cutShort={hash.length > 1 && !link} />
      </LinkApp>
    );
  }
  if (pathname === agreementPath) {
    const { AgreementPage } = await import('@ap/shared/ui/agreement/AgreementPage');
    return (
      <LinkApp settings={settings}>
        <AgreementPage apiUrl={settings.apiUrl} link={link} />
      </LinkApp>
    );
  }
  if (pathname === offerPath) {
    const { OfferPage } = await import('@ap/shared/ui/order-offer/OfferPage');
    return (
      <LinkApp settings={settings}>
        <OfferPage apiUrl={settings.apiUrl} link={link} />
      </LinkApp>
    );
  }
  if (pathname === enquiryPath) {
    const { EnquiryLinkPage } = await import('@ap/shared/ui/enquiry-answer/EnquiryLinkPage');
    return (
      <LinkApp settings={settings}>
        <EnquiryLinkPage apiUrl={settings.apiUrl} link={link} />
      </LinkApp>
    );
  }
  if (pathname === blockOfferPath) {
    const { BlockOfferPage } = await import('@ap/shared/ui/block-offer/BlockOfferPage');
    return (
      <LinkApp settings={settings}>
        <BlockOfferPage apiUrl={settings.apiUrl} link={link} />
      </LinkApp>
    );
  }
  if (pathname === todayPath) {
    const { TodayPage } = await import('@ap/shared/ui/provider-today/TodayPage');
    return (
      <LinkApp settings={settings}>
        <TodayPage apiUrl={settings.apiUrl} />
      </LinkApp>
    );
  }
  const { EntryPage } = await import('@ap/shared/ui/provider-entry/EntryPage');
  return (
    <LinkApp settings={settings}>
      <EntryPage apiUrl={settings.apiUrl} link={link} />
    </LinkApp>
  );
};
