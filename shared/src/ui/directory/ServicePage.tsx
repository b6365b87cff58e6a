import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { ReportConcern } from '../concerns/ReportConcern.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings, useSurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { OwnChecks } from '../own-check/OwnChecks.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { useApi } from '../use-api.tsx';
import { useIsNarrow } from '../use-is-narrow.tsx';
import { AtAGlance } from './AtAGlance.tsx';
import { FactList } from './FactList.tsx';
import { useLastSearch } from './LastSearch.tsx';
import { ProviderFacts } from './ProviderFacts.tsx';
import { QaTable } from './QaTable.tsx';
import { serviceFacts } from './service-facts.tsx';
import { qaSentence } from './service-sentences.tsx';
import { YourChecks } from './YourChecks.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '72rem', minWidth: 0 },
  columns: { display: 'grid', gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`, minWidth: 0 },
  two: { gridTemplateColumns: 'minmax(0, 1fr) 18rem' },
  sections: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0, alignContent: 'start' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  section: { minWidth: 0 },
  heading: { paddingBottom: tokens.spacingVerticalS },
});

const PlacementFacts = later(async () => (await import('./PlacementFacts.tsx')).PlacementFacts);

/** One service in full: what it offers, who provides it, what was checked, what the school must still check, and the way to request it. */
export const ServicePage: React.FC = () => {
  const { place } = useSurroundings();
  const styles = useStyles();
  const last = useLastSearch();
  const { ref, narrow } = useIsNarrow();
  const found = useApi('getService', place.at === 'service' ? { params: { serviceRef: place.serviceRef } } : undefined);
  return (
    <article ref={ref} className={styles.page}>
      <div>
        <PlaceLink to={{ at: 'directory', search: last.current }}>Back to the results</PlaceLink>
      </div>
      <Loaded reads={[found] as const} page="Service" what="this service" failed="This service could not be shown">
        {(service) => <Service service={service} narrow={narrow} />}
      </Loaded>
    </article>
  );
};

const Service: React.FC<{ readonly service: ServiceReply; readonly narrow: boolean }> = ({ service, narrow }) => {
  const styles = useStyles();
  const { service: host } = useSteadySurroundings();
  const sections: readonly (readonly [string, React.ReactNode])[] = [
    ['The service', <FactList key="service" facts={serviceFacts(service)} />],
    ['The provider', <ProviderFacts key="provider" service={service} />],
    [
      'Quality assurance',
      <React.Fragment key="qa">
        <p>{standing(service)}</p>
        <QaTable checks={service.checks} narrow={narrow} />
      </React.Fragment>,
    ],
    [
      'Checks that your school must still make itself',
      <React.Fragment key="yours">
        <YourChecks />
        <OwnChecks providerRef={service.providerRef} />
      </React.Fragment>,
    ],
  ];
  return (
    <>
      <div>
        <PageHeading>{service.name}</PageHeading>
        <p className={styles.lead}>by {service.providerName}</p>
      </div>
      <div>{service.summary}</div>
      <div className={mergeClasses(styles.columns, !narrow && styles.two)}>
        <AtAGlance service={service} beside={!narrow} />
        <div className={styles.sections}>
          {sections.map(([title, content]) => (
            <section key={title} className={styles.section} aria-label={title}>
              <Heading level={2} className={styles.heading}>
                {title}
              </Heading>
              {content}
            </section>
          ))}
          {host ? <PlacementFacts serviceRef={service.serviceRef} /> : null}
          <ReportConcern about={`service/${service.serviceRef}`} />
        </div>
      </div>
    </>
  );
};

const standing = (service: ServiceReply): string => {
  if (!service.listed) return service.whyNot ?? 'This service is not listed at present.';
  const until =
    service.qaValidUntil === undefined ? '' : ` Every mandatory check holds until ${formatDate(service.qaValidUntil, 'short')}.`;
  return `${qaSentence(service)}.${until}`;
};
