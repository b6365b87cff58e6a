import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import { priceLines } from '../../domain/money/price-lines.ts';
import { deliveryModeNames } from '../../domain/register/service-names.ts';
import { IfOn } from '../features/IfOn.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { QaStanding } from './QaStanding.tsx';
import { RequestThis } from './RequestThis.tsx';
import { placesSentence, startSentence } from './service-sentences.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    alignSelf: 'start',
    minWidth: 0,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  beside: { gridColumn: 2, gridRow: 1, position: 'sticky', top: tokens.spacingVerticalL },
  price: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  facts: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
});

interface AtAGlanceProps {
  readonly service: ServiceReply;
  /** Whether it stands beside the rest of the page, and stays in sight, or above it. */
  readonly beside: boolean;
}

/** What a school decides by, and the way to request it. */
export const AtAGlance: React.FC<AtAGlanceProps> = ({ service, beside }) => {
  const styles = useStyles();
  const [price, otherPrice] = priceLines(service, service.vat);
  return (
    <aside aria-label="At a glance" className={mergeClasses(styles.box, beside && styles.beside)}>
      <div>
        <p className={styles.price}>{price}</p>
        <p className={styles.quiet}>{otherPrice}</p>
      </div>
      <ul className={styles.facts}>
        <li>{startSentence(service)}</li>
        <li>{placesSentence(service)}</li>
        <li>{[deliveryModeNames[service.deliveryMode], service.distance].filter(Boolean).join(', ')}</li>
        {service.listed ? (
          <li>
            <QaStanding service={service} />
          </li>
        ) : null}
      </ul>
      <RequestThis service={service} />
      {service.listed && service.volumeBands ? (
        <IfOn feature="block-purchases">
          <PlaceLink to={{ at: 'block-purchases', path: `new/${service.serviceRef}` }}>Buy in a block</PlaceLink>
        </IfOn>
      ) : null}
    </aside>
  );
};
