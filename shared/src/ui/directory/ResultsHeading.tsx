import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../Heading.tsx';
import { placeSentence, resultsSentence } from './results-sentence.tsx';
import type { Answer } from './use-found.tsx';

const useStyles = makeStyles({
  place: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXXS} 0 0` },
});

interface ResultsHeadingProps {
  readonly answer: Answer | undefined;
  /** The search failed: what is shown instead has a heading of its own. */
  readonly failed: boolean;
}

/** '23 services near DT1', with where distances are measured from. It takes the focus when a page is turned or a search was sent. */
export const ResultsHeading = React.forwardRef<HTMLHeadingElement, ResultsHeadingProps>(({ answer, failed }, ref) => {
  const styles = useStyles();
  if (failed) return null;
  return (
    <div>
      <Heading level={2} ref={ref} tabIndex={-1}>
        {answer ? resultsSentence(answer) : 'Searching'}
      </Heading>
      {answer ? <p className={styles.place}>{placeSentence(answer)}</p> : null}
    </div>
  );
});
ResultsHeading.displayName = 'ResultsHeading';
