import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ServiceSummary } from '../../contract/directory.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { priceLines } from '../../domain/money/price-lines.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { deliveryModeNames, needShortNames } from '../../domain/register/service-names.ts';
import { Heading } from '../Heading.tsx';
import { later } from '../later.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { ageWords } from '../words.tsx';
import { QaStanding } from './QaStanding.tsx';
import { placesSentence, reasonsToShow, startSentence } from './service-sentences.tsx';

const ShortlistButton = later(async () => (await import('../shortlist/ShortlistButton.tsx')).ShortlistButton);

/** The list is narrow or wide, not the window: beside the filters, on a phone, in a column of a SharePoint page. */
const wide = '@container (min-width: 34rem)';

const useStyles = makeStyles({
  container: { containerType: 'inline-size', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    padding: `${tokens.spacingVerticalL} 0`,
    overflowWrap: 'anywhere',
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 16rem', gridTemplateRows: 'auto 1fr' },
  },
  lead: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start' },
  name: { '& a': { fontWeight: 'inherit' } },
  facts: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    alignContent: 'start',
    [wide]: { gridColumn: 2, gridRow: '1 / span 2' },
  },
  price: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  vat: { paddingBottom: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 },
  start: { fontWeight: tokens.fontWeightSemibold },
  more: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start', color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
  // The room is kept before the button has come.
  shortlist: { minHeight: '24px' },
});

interface ServiceRowProps {
  readonly service: ServiceSummary;
  /** The basis on which prices are compared: the other one stands below. */
  readonly vat: VatBasis;
  /** Says why the service was found. Where nothing was asked for there is nothing to explain. */
  readonly explain: boolean;
  /** Whether the person keeps a shortlist in this host. */
  readonly shortlists: boolean;
}

/** One result: what a school decides by comes first, and the name is the one link. It is drawn again only when its service changed. */
export const ServiceRow: React.FC<ServiceRowProps> = React.memo(({ service, vat, explain, shortlists }) => {
  const styles = useStyles();
  const [price, otherPrice] = priceLines(service, vat);
  const reasons = explain ? reasonsToShow(service) : [];
  return (
    <div className={styles.container}>
      <div className={styles.row}>
        <div className={styles.lead}>
          <Heading level={3} className={styles.name}>
            <PlaceLink to={{ at: 'service', serviceRef: service.serviceRef }}>{service.name}</PlaceLink>
          </Heading>
          <p className={styles.line}>by {service.providerName}</p>
          <QaStanding service={service} />
        </div>
        <ul className={styles.facts} aria-label={`Facts about ${service.name}`}>
          <li className={styles.price}>{price}</li>
          <li className={styles.vat}>{otherPrice}</li>
          {service.packageCost ? (
            <li className={styles.start}>{formatMoney(service.packageCost[vat === 'inc' ? 'gross' : 'net'])} for your timetable</li>
          ) : null}
          <li className={styles.start}>{startSentence(service)}</li>
          <li>{placesSentence(service)}</li>
          <li>{[deliveryModeNames[service.deliveryMode], service.distance].filter(Boolean).join(', ')}</li>
          <li>{ageWords(service.ageFrom, service.ageTo)}</li>
        </ul>
        <div className={styles.more}>
          <p className={styles.line}>{service.summary}</p>
          <p className={styles.line}>
            {service.needs.length === 0 ? '' : `Needs: ${service.needs.map((need) => needShortNames[need]).join(', ')}. `}
            Lot: {service.lotName}
          </p>
          {reasons.length > 0 ? <p className={styles.line}>Why it is here: {reasons.join('; ')}</p> : null}
          {shortlists ? (
            <div className={styles.shortlist}>
              <ShortlistButton serviceRef={service.serviceRef} name={service.name} />
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
});
ServiceRow.displayName = 'ServiceRow';
