import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { saveFile } from '../commissioning/save-file.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
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
  const { busy, once } = useOnce();
  const [fault, setFault] = React.useState<string>();
  const download = (): void =>
    once(async () => {
      setFault(undefined);
      try {
        const query = { services: serviceRefs.join(','), ...(plan === undefined ? {} : { plan }) };
        saveFile(await client.getComparisonFile({ params: { buyerRef }, query }));
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  return (
    <div className={styles.tools}>
      <Checkbox label="Prices with VAT" checked={vat === 'inc'} onChange={(_, { checked }) => onVat(checked ? 'inc' : 'ex')} />
      <Button disabledFocusable={busy} onClick={download}>
        Download XLSX
      </Button>
      <Button onClick={() => window.print()}>Print</Button>
      {fault === undefined ? null : <span role="alert">{fault}</span>}
    </div>
  );
};
