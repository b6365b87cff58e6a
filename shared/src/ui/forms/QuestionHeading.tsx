import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { productName } from '../../domain/texts/product-name.ts';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';

const useStyles = makeStyles({
  caption: {
    display: 'block',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly children: string;
  readonly caption?: string | undefined;
  /** Says 'Error:' first, and leaves the focus to the summary. */
  readonly hasErrors: boolean;
}

/**
 * The title of one question of a form. Takes the focus each time the question changes, so that a screen reader begins there: unlike between
 * screens, the button that was pressed is still on the page.
 */
export const QuestionHeading = ({ children, caption, hasErrors }: Props): React.ReactElement => {
  const styles = useStyles();
  const { host } = useSurroundings();
  const heading = React.useRef<HTMLHeadingElement>(null);
  const errorsNow = React.useRef(hasErrors);
  errorsNow.current = hasErrors;
  React.useEffect(() => {
    if (host.kind !== 'sharepoint') document.title = `${hasErrors ? 'Error: ' : ''}${children} - ${productName}`;
  }, [children, hasErrors, host]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new question
  React.useEffect(() => {
    if (!errorsNow.current) heading.current?.focus();
  }, [children]);
  return (
    <Heading level={1} ref={heading} tabIndex={-1}>
      {caption === undefined ? null : <span className={styles.caption}>{caption} </span>}
      {hasErrors ? <span style={hiddenFromSight}>Error: </span> : null}
      {children}
    </Heading>
  );
};
