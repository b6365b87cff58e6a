import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ServiceSummary } from '../../contract/directory.ts';
import { priceSentence } from '../../domain/rate-card.ts';
import { deliveryModeNames, needShortNames } from '../../domain/service-names.ts';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { ageWords, vatWords } from '../words.tsx';
import { QaStanding } from './QaStanding.tsx';
import { placesSentence, reasonsToShow } from './service-sentences.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  about: { flex: '3 1 20rem', minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start' },
  facts: {
    flex: '1 1 13rem',
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    alignContent: 'start',
  },
  line: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  price: { fontWeight: tokens.fontWeightSemibold },
});

interface ServiceRowProps {
  readonly service: ServiceSummary;
  /** Says why the service was found. Where nothing was asked for there is nothing to explain. */
  readonly explain: boolean;
}

/** One result: the name is the one link, everything else is text. */
export const ServiceRow: React.FC<ServiceRowProps> = ({ service, explain }) => {
  const styles = useStyles();
  const reasons = explain ? reasonsToShow(service) : [];
  return (
    <div className={styles.row}>
      <div className={styles.about}>
        <Heading level={3}>
          <PlaceLink to={{ at: 'service', serviceRef: service.serviceRef }}>{service.name}</PlaceLink>
        </Heading>
        <p className={styles.quiet}>
          {service.providerName}. {service.lotName}
        </p>
        <p className={styles.line}>{service.summary}</p>
        <p className={styles.line}>
          {ageWords(service.ageFrom, service.ageTo)}. {service.needs.map((need) => needShortNames[need]).join(', ')}
        </p>
        {reasons.length > 0 ? <p className={styles.quiet}>Why it is here: {reasons.join('; ')}</p> : null}
      </div>
      <ul className={styles.facts} aria-label={`Facts about ${service.name}`}>
        <li>
          <span className={styles.price}>{priceSentence(service)}</span>
          <br />
          {vatWords[service.vatTreatment]}
        </li>
        <li>
          {deliveryModeNames[service.deliveryMode]}
          {service.distance === undefined ? '' : `, ${service.distance}`}
        </li>
        <li>{placesSentence(service)}</li>
        <li>
          <QaStanding service={service} />
        </li>
      </ul>
    </div>
  );
};
