import { Button } from '@fluentui/react-button';
import { Body1, Caption1 } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ContactLine } from '../Contact.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { AskAdministrator } from './AskAdministrator.tsx';
import { explainError } from './explain-error.tsx';
import { SignInButton } from './SignInButton.tsx';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalXXL} 0`,
    maxWidth: '40rem',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
  },
  reference: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface ErrorStateProps {
  readonly error: unknown;
  /** What happened, such as 'The directory could not be loaded'. */
  readonly what: string;
  readonly onRetry?: (() => void) | undefined;
  /** Stands for the whole screen, whose own title never came: then this is the title. */
  readonly page?: boolean;
}

/** A failure in place of a screen or a part of it: what happened, why, what to do, and the control that does it. */
export const ErrorState: React.FC<ErrorStateProps> = ({ error, what, onRetry, page = false }) => {
  const styles = useStyles();
  const explained = explainError(error);
  const title = explained.title ?? what;
  return (
    <div role="alert" className={styles.box}>
      {page ? (
        <PageHeading>{title}</PageHeading>
      ) : (
        <Heading level={2} look="item">
          {title}
        </Heading>
      )}
      <Body1>{explained.why}</Body1>
      <Body1>{explained.whatToDo}</Body1>
      {explained.help === 'sign-in' ? <SignInButton onSignedIn={onRetry} /> : null}
      {explained.help === 'administrator' ? <AskAdministrator /> : null}
      {onRetry && explained.help !== 'sign-in' && explained.help !== 'none' ? (
        <Button appearance="primary" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
      {explained.help === 'none' ? <ContactLine lead="Questions? Contact" /> : null}
      {explained.correlationId ? (
        <Caption1 className={styles.reference}>If you report this, quote the reference {explained.correlationId}</Caption1>
      ) : null}
    </div>
  );
};
