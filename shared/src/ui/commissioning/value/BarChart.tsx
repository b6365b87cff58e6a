import { HorizontalBarChartWithAxis } from '@fluentui/react-charts';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { formatMoney, type Pence, penceToPounds } from '../../../domain/money/money.ts';

/** One bar: what it is of, and how long it is. */
export interface Bar {
  readonly name: string;
  readonly amount: Pence;
}

interface BarChartProps {
  readonly title: string;
  /** From the top down. */
  readonly bars: readonly Bar[];
}

const useStyles = makeStyles({
  figure: { margin: 0, minWidth: 0, maxWidth: '100%', overflow: 'hidden' },
  caption: { color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalS },
});

const heightOfBar = 20;
const heightOfRow = 36;
const heightOfAxis = 56;
const lettersOfName = 14;
const widthOfNames = 112;
const brand = [tokens.colorBrandBackground];

/** Amounts as bars in pounds. The table on the same page has the same numbers, for whoever does not see it. */
export const BarChart: React.FC<BarChartProps> = ({ title, bars }) => {
  const styles = useStyles();
  const height = bars.length * heightOfRow + heightOfAxis;
  const data = bars.map(({ name, amount }) => ({
    x: penceToPounds(amount),
    y: name,
    legend: name,
    xAxisCalloutData: name,
    yAxisCalloutData: formatMoney(amount),
  }));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{title}, in pounds</figcaption>
      <div style={{ height }}>
        <HorizontalBarChartWithAxis
          chartTitle={title}
          data={data.reverse()}
          height={height}
          barHeight={heightOfBar}
          yAxisCategoryOrder="data"
          showYAxisLablesTooltip
          noOfCharsToTruncate={lettersOfName}
          margins={{ left: widthOfNames, right: 16, top: 8, bottom: 36 }}
          hideLabels
          colors={brand}
          hideLegend
          useSingleColor
        />
      </div>
    </figure>
  );
};
