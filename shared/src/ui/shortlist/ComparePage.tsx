import { Checkbox } from '@fluentui/react-checkbox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Shortlisted } from '../../contract/shortlist.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { fewestCompared, mostCompared } from '../../domain/register/shortlist.ts';
import { useLastSearch } from '../directory/LastSearch.tsx';
import { fromSearch } from '../directory/search-state.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { useIsNarrow } from '../use-is-narrow.tsx';
import { Comparison } from './Comparison.tsx';

const useStyles = makeStyles({ page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 }, list: { margin: 0 } });

interface ComparePageProps {
  readonly items: readonly Shortlisted[];
  /** How buyers of this type usually compare (R39): it holds until the person or their last search asks otherwise. */
  readonly usual: VatBasis;
  readonly serviceRefs: readonly string[];
}

/** The chosen services of the shortlist side by side. What cannot be requested now is named with the reason, not compared. */
export const ComparePage: React.FC<ComparePageProps> = ({ items, usual, serviceRefs }) => {
  const styles = useStyles();
  const { ref, narrow } = useIsNarrow();
  const last = useLastSearch();
  const [vat, setVat] = React.useState(fromSearch(last.current).vat ?? usual);
  const chosen = serviceRefs
    .slice(0, mostCompared)
    .map((serviceRef) => items.find((item) => item.serviceRef === serviceRef) ?? gone(serviceRef));
  const services = chosen.flatMap(({ listed, service }) => (listed && service ? [service] : []));
  const unavailable = chosen.filter(({ listed, service }) => !listed || !service);
  return (
    <section ref={ref} className={styles.page} aria-label="Compare">
      <div>
        <PlaceLink to={{ at: 'shortlist' }}>Back to the shortlist</PlaceLink>
      </div>
      <PageHeading>Compare services</PageHeading>
      {services.length >= fewestCompared ? (
        <>
          <div>
            <Checkbox label="Prices with VAT" checked={vat === 'inc'} onChange={(_, { checked }) => setVat(checked ? 'inc' : 'ex')} />
          </div>
          <Comparison services={services} vat={vat} narrow={narrow} />
        </>
      ) : (
        <EmptyState title="There is nothing to compare">
          <div>{`Choose ${fewestCompared} to ${mostCompared} services on the shortlist that can be requested now.`}</div>
        </EmptyState>
      )}
      {unavailable.length > 0 ? (
        <section aria-label="Not available now">
          <Heading level={2}>Not available now</Heading>
          <ul className={styles.list}>
            {unavailable.map(({ serviceRef, service, whyNot }) => (
              <li key={serviceRef}>
                {service?.name ?? serviceRef}: {whyNot ?? 'It cannot be requested at present.'}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </section>
  );
};

/** One that a colleague took off the list in the meantime. */
const gone = (serviceRef: string): Shortlisted => ({ serviceRef, addedAt: '', listed: false, whyNot: 'It is no longer on the shortlist.' });
