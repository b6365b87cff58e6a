import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Shortlisted } from '../../contract/shortlist.ts';
import { planSentence, readPlan } from '../../domain/money/planned-timetable.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { fewestCompared, mostCompared } from '../../domain/register/shortlist.ts';
import { useLastSearch } from '../directory/LastSearch.tsx';
import { fromSearch } from '../directory/search-state.tsx';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { PlanForm } from '../planned-timetable/PlanForm.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useIsNarrow } from '../use-is-narrow.tsx';
import { usePrintedAlone } from '../use-printed-alone.tsx';
import { ChoicesKept } from './ChoicesKept.tsx';
import { CompareTools } from './CompareTools.tsx';
import { Comparison } from './Comparison.tsx';
import { KeepChoice } from './KeepChoice.tsx';
import { useChoices } from './use-comparisons.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    // On paper: black on white, whatever the theme of the screen.
    '@media print': { '& *': { color: '#000' } },
  },
  list: { margin: 0 },
  onScreen: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0, maxWidth: '48rem', '@media print': { display: 'none' } },
});

interface ComparePageProps {
  readonly buyerRef: string;
  readonly items: readonly Shortlisted[];
  /** How buyers of this type usually compare (R39): it holds until the person or their last search asks otherwise. */
  readonly usual: VatBasis;
  readonly serviceRefs: readonly string[];
  /** The timetable by which whole packages are priced, as `planText` writes it: it is part of the address, so that a colleague sees the same. */
  readonly plan: string | undefined;
}

/**
 * The chosen services of the shortlist side by side, what each costs for a planned timetable, and which was chosen and why. What cannot be requested now
 * is named with the reason, not compared.
 */
export const ComparePage: React.FC<ComparePageProps> = ({ buyerRef, items, usual, serviceRefs, plan: planWord }) => {
  const styles = useStyles();
  usePrintedAlone();
  const { go } = useSurroundings();
  const choices = useChoices(buyerRef);
  const plan = planWord === undefined ? undefined : readPlan(planWord);
  const known = plan ? planWord : undefined;
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
      <div className={styles.onScreen}>
        <PlaceLink to={{ at: 'shortlist' }}>Back to the shortlist</PlaceLink>
      </div>
      <PageHeading>Compare services</PageHeading>
      {services.length >= fewestCompared ? (
        <>
          <CompareTools
            buyerRef={buyerRef}
            serviceRefs={chosen.map(({ serviceRef }) => serviceRef)}
            plan={known}
            vat={vat}
            onVat={setVat}
          />
          <section className={styles.onScreen} aria-label="Planned timetable">
            <Heading level={2}>What a whole placement costs</Heading>
            <PlanForm
              plan={known}
              onPlan={(next) => go({ at: 'shortlist', compare: serviceRefs, ...(next === undefined ? {} : { plan: next }) })}
            />
          </section>
          {plan ? <div>Packages are for {planSentence(plan)}. Holidays and single days are counted when you request.</div> : null}
          <Comparison services={services} vat={vat} plan={plan} narrow={narrow} />
          <section className={styles.onScreen} aria-label="Your choice">
            <Heading level={2}>Choose one and say why</Heading>
            <KeepChoice buyerRef={buyerRef} services={services} plan={known} onKept={() => choices.mutate()} />
          </section>
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
      {choices.data ? <ChoicesKept buyerRef={buyerRef} choices={choices.data.choices} /> : null}
      {choices.data === undefined && choices.error !== undefined ? (
        <ErrorState error={choices.error} what="Choices that were kept could not be loaded" onRetry={() => void choices.mutate()} />
      ) : null}
      {choices.data === undefined && choices.error === undefined ? <LoadingRows what="choices that were kept" /> : null}
    </section>
  );
};

/** One that a colleague took off the list in the meantime. */
const gone = (serviceRef: string): Shortlisted => ({ serviceRef, addedAt: '', listed: false, whyNot: 'It is no longer on the shortlist.' });
