import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ServiceSummary } from '../../contract/directory.ts';
import type { PlannedTimetable } from '../../domain/money/package-cost.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { FactList } from '../directory/FactList.tsx';
import { Heading } from '../Heading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { countWords } from '../words.tsx';
import { comparedFacts } from './compared-facts.tsx';

const cell = {
  padding: tokens.spacingHorizontalS,
  textAlign: 'start' as const,
  verticalAlign: 'top' as const,
  overflowWrap: 'anywhere' as const,
  borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
};
const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  cell,
  corner: { ...cell, width: '8rem' },
  lists: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  name: { paddingBottom: tokens.spacingVerticalS },
});

interface ComparisonProps {
  readonly services: readonly ServiceSummary[];
  readonly vat: VatBasis;
  /** What is planned; what the whole of it costs is then a fact of each. */
  readonly plan: PlannedTimetable | undefined;
  readonly narrow: boolean;
}

const NameLink: React.FC<{ readonly service: ServiceSummary }> = ({ service: { serviceRef, name } }) => (
  <PlaceLink to={{ at: 'service', serviceRef }}>{name}</PlaceLink>
);

/** Services beside each other in a table, fact by fact; one under the other where there is no room for columns. */
export const Comparison: React.FC<ComparisonProps> = ({ services, vat, plan, narrow }) => {
  const styles = useStyles();
  const facts = comparedFacts(plan);
  if (narrow)
    return (
      <div className={styles.lists}>
        {services.map((service) => (
          <section key={service.serviceRef} aria-label={service.name}>
            <Heading level={2} className={styles.name}>
              <NameLink service={service} />
            </Heading>
            <FactList facts={facts.map(([fact, tell]) => [fact, tell(service, vat)] as const)} />
          </section>
        ))}
      </div>
    );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        {countWords(services.length, 'service')} compared, prices {vat === 'inc' ? 'with' : 'without'} VAT
      </caption>
      <thead>
        <tr>
          <td className={styles.corner} />
          {services.map((service) => (
            <th key={service.serviceRef} scope="col" className={styles.cell}>
              <NameLink service={service} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(([fact, tell]) => (
          <tr key={fact}>
            <th scope="row" className={styles.cell}>
              {fact}
            </th>
            {services.map((service) => (
              <td key={service.serviceRef} className={styles.cell}>
                {tell(service, vat)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
