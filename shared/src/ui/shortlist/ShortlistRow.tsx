import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Shortlisted } from '../../contract/shortlist.ts';
import { priceLines } from '../../domain/money/price-lines.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { startSentence } from '../directory/service-sentences.tsx';
import { Heading } from '../Heading.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PlaceLink } from '../PlaceLink.tsx';

const useStyles = makeStyles({
  about: {
    flexGrow: 1,
    minWidth: 0,
    paddingTop: tokens.spacingVerticalXS,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
    justifyItems: 'start',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ShortlistRowProps {
  readonly item: Shortlisted;
  readonly vat: VatBasis;
  /** Since when it is on the list, in words. */
  readonly added: string;
  readonly onRemove: () => void;
}

/** One service of the shortlist with what a school decides by, or why it cannot be requested now. */
export const ShortlistRow: React.FC<ShortlistRowProps> = ({ item: { serviceRef, service, listed, whyNot }, vat, added, onRemove }) => {
  const styles = useStyles();
  const name = service?.name ?? serviceRef;
  return (
    <div className={styles.about}>
      <Heading level={2} look="item">
        {service ? <PlaceLink to={{ at: 'service', serviceRef }}>{name}</PlaceLink> : name}
      </Heading>
      {service ? <div>by {service.providerName}</div> : null}
      {listed && service ? (
        <div>
          {priceLines(service, vat).join('. ')}. {startSentence(service)}
        </div>
      ) : (
        <div>Not available now: {whyNot ?? 'it cannot be requested at present.'}</div>
      )}
      <div className={styles.quiet}>Added on {added}</div>
      <Button size="small" onClick={onRemove}>
        Remove<span style={hiddenFromSight}> {name}</span>
      </Button>
    </div>
  );
};
