import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { Heading } from '../Heading.tsx';
import { countWords } from '../words.tsx';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({
  place: { color: tokens.colorNeutralForeground2, margin: `${tokens.spacingVerticalXXS} 0 0` },
});

interface ResultsHeadingProps {
  readonly reply: DirectoryReply | undefined;
  readonly state: SearchState;
  /** The search failed: what is shown instead has a heading of its own. */
  readonly failed: boolean;
}

/** '23 services near DT1', told to screen readers after each search, with where distances are measured from. */
export const ResultsHeading = React.forwardRef<HTMLHeadingElement, ResultsHeadingProps>(({ reply, state, failed }, ref) => {
  const styles = useStyles();
  return (
    <div role="status">
      {failed ? null : (
        <Heading level={2} ref={ref} tabIndex={-1}>
          {reply ? sentence(reply, state) : 'Searching'}
        </Heading>
      )}
      {reply ? <p className={styles.place}>{placeSentence(reply.near, state)}</p> : null}
    </div>
  );
});
ResultsHeading.displayName = 'ResultsHeading';

const sentence = ({ total, page, pageSize, near }: DirectoryReply, { radius }: SearchState): string => {
  const area = near === undefined ? '' : radius === undefined ? ` near ${near}` : ` within ${radius} miles of ${near}`;
  const pages = Math.ceil(total / pageSize);
  return `${countWords(total, 'service')}${area}${pages > 1 ? `, page ${page} of ${pages}` : ''}`;
};

const placeSentence = (near: string | undefined, state: SearchState): string => {
  if (near === undefined) return 'Enter a postcode to see how far each service is.';
  return state.near === undefined ? `Distances are from ${near}, your own area.` : `Distances are from ${near}.`;
};
