import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { Body1, Caption1 } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Unreachable } from '../../contract/client.ts';
import { ContactLine } from '../Contact.tsx';
import { Heading } from '../Heading.tsx';
import { nameOfElsewhere, useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { useElsewhereLink } from '../use-place-link.tsx';
import { AskAdministrator } from './AskAdministrator.tsx';
import { explainError, type Help } from './explain-error.tsx';
import { SignInButton } from './SignInButton.tsx';
import { useReconnect } from './use-online.tsx';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalXXL} 0`,
    maxWidth: '40rem',
    display: 'grid',
    gap: tokens.spacingVerticalM,
    justifyItems: 'start',
  },
  reference: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface ErrorStateProps {
  readonly error: unknown;
  /** What happened, such as 'The directory could not be loaded'. */
  readonly what: string;
  readonly onRetry?: (() => void) | undefined;
  /** Stands for the whole screen, whose own title never came: then this is the title. */
  readonly page?: boolean;
}

/** A failure in place of a screen or a part of it: what happened, why, what to do, and the control that does it. Never a dead end. */
export const ErrorState: React.FC<ErrorStateProps> = ({ error, what, onRetry, page = false }) => {
  const styles = useStyles();
  const { title = what, why, whatToDo, help, correlationId } = explainError(error);
  useReconnect(error instanceof Unreachable ? onRetry : undefined);
  return (
    <div role="alert" className={styles.box}>
      {page ? (
        <PageHeading>{title}</PageHeading>
      ) : (
        <Heading level={2} look="item">
          {title}
        </Heading>
      )}
      <Body1>{why}</Body1>
      <Body1>{whatToDo}</Body1>
      <WayOn help={help} onRetry={onRetry} />
      {correlationId === undefined ? null : (
        <Caption1 className={styles.reference}>If you report this, quote the reference {correlationId}</Caption1>
      )}
      {help === 'contact' || help === 'another-account' || correlationId !== undefined ? (
        <ContactLine lead="Questions? Contact" about={correlationId} />
      ) : null}
    </div>
  );
};

const WayOn: React.FC<{ readonly help: Help; readonly onRetry: (() => void) | undefined }> = ({ help, onRetry }) => {
  const { host, place } = useSurroundings();
  const elsewhere = useElsewhereLink();
  switch (help) {
    case 'retry':
      return onRetry ? (
        <Button appearance="primary" onClick={onRetry}>
          Try again
        </Button>
      ) : null;
    case 'sign-in':
      return <SignInButton onSignedIn={onRetry} />;
    case 'administrator':
      return (
        <>
          <AskAdministrator />
          {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
        </>
      );
    case 'another-account':
      return host.signInAsGuest ? <SignInButton /> : null;
    case 'access':
      return <PlaceLink to={{ at: 'access' }}>Ask for access</PlaceLink>;
    case 'elsewhere':
      return <Link inline {...elsewhere(place)}>{`Open it in ${nameOfElsewhere(host)} (opens in a new tab)`}</Link>;
    case 'start':
      return <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory</PlaceLink>;
    default:
      return null;
  }
};
