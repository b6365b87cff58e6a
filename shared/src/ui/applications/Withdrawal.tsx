import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { Notice } from '../states/Notice.tsx';
import { useOpener } from '../use-opener.tsx';
import type { ApplicationState } from './use-application.ts';

const useStyles = makeStyles({ section: { display: 'grid', rowGap: tokens.spacingVerticalS, justifyItems: 'start' } });

/** Withdraws the application, after one more question. */
export const Withdrawal: React.FC<{ readonly state: ApplicationState }> = ({ state }) => {
  const { section } = useStyles();
  const [asks, setAsks] = React.useState(false);
  const [fault, setFault] = React.useState<string>();
  const opener = useOpener();
  const { busy, once } = useOnce();
  const withdraw = (): void => {
    setAsks(false);
    once(async () => {
      try {
        await state.move({ move: 'withdraw' });
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  };
  return (
    <section aria-label="Withdraw" className={section}>
      <Heading level={2}>Withdraw</Heading>
      <Text block>If you do not want to apply any more, withdraw. Nobody reads your application then.</Text>
      {fault === undefined ? null : (
        <Notice intent="warning" title="It was not withdrawn">
          {fault}
        </Notice>
      )}
      <Button ref={opener} onClick={() => setAsks(true)}>
        Withdraw the application
      </Button>
      {busy ? <Text role="status">Withdrawing</Text> : null}
      <ConfirmDialog
        open={asks}
        title="Withdraw your application?"
        confirmLabel="Withdraw"
        cancelLabel="Keep it"
        onConfirm={withdraw}
        onCancel={() => setAsks(false)}
        opener={opener}
      >
        Nobody looks at it. Before the round closes you can start again, from the beginning.
      </ConfirmDialog>
    </section>
  );
};
