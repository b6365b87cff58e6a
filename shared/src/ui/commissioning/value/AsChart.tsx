import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { later } from '../../later.tsx';
import type { Bar } from './BarChart.tsx';

const BarChart = later(async () => (await import('./BarChart.tsx')).BarChart, null);

/** As many bars as can be told apart; the table has them all. */
const mostBars = 12;

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** The numbers of a table as a chart, for whoever wants it: only they load what draws it. */
export const AsChart: React.FC<Props> = ({ title, bars }) => {
  const [shown, setShown] = React.useState(false);
  const some = bars.slice(0, mostBars);
  return (
    <>
      <div>
        <Button
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >{`Show ${title.charAt(0).toLowerCase()}${title.slice(1)} as a chart`}</Button>
      </div>
      {shown ? (
        <BarChart title={some.length < bars.length ? `${title}, the first ${mostBars} of ${bars.length}` : title} bars={some} />
      ) : null}
    </>
  );
};
