import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { useSaving } from '../files/use-saving.tsx';
import { useComparisonsClient } from './use-comparisons.tsx';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, '@media print': { display: 'none' } },
});

interface CompareToolsProps {
  readonly buyerRef: string;
  readonly serviceRefs: readonly string[];
  readonly plan: string | undefined;
  readonly vat: VatBasis;
  readonly onVat: (vat: VatBasis) => void;
}

/** The basis on which prices are compared, and the ways to take the comparison along. */
export const CompareTools: React.FC<CompareToolsProps> = ({ buyerRef, serviceRefs, plan, vat, onVat }) => {
  const styles = useStyles();
  const client = useComparisonsClient();
  const { busy, save, fault } = useSaving();
  const query = { services: serviceRefs.join(','), ...(plan === undefined ? {} : { plan }) };
  return (
    <div className={styles.tools}>
      <Checkbox label="Prices with VAT" checked={vat === 'inc'} onChange={(_, { checked }) => onVat(checked ? 'inc' : 'ex')} />
      <Button disabledFocusable={busy} onClick={() => save(() => client.getComparisonFile({ params: { buyerRef }, query }))}>
        Download XLSX
      </Button>
      <Button onClick={() => window.print()}>Print</Button>
      {fault}
    </div>
  );
};
