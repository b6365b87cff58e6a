import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ImportReply } from '../../../contract/imports.ts';
import { formatClock } from '../../../domain/days/local-date.ts';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { useOpener } from '../../use-opener.tsx';
import { countWords } from '../../words.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { pollPause } from './poll-pause.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
  bar: { width: '100%', maxWidth: '32rem', height: '1rem', accentColor: tokens.colorBrandBackground },
});

export type Progress = NonNullable<ImportReply['progress']>;

interface Props {
  readonly seen: ImportReply;
  readonly progress: Progress;
  readonly command: Command;
}

/** How far an import is. */
export const RunningImport: React.FC<Props> = ({ seen: { importId, state }, progress, command: { busy, send } }) => {
  const styles = useStyles();
  const client = useCommissioningClient();
  const opener = useOpener();
  const labelId = useId('progress');
  const [refreshInterval] = React.useState(() => pollPause());
  useCommissioning('getImport', { params: { importId } }, { refreshInterval });
  const [asking, setAsking] = React.useState(false);
  const { done, total, pausedUntil } = progress;
  const stop = (): void => {
    setAsking(false);
    send({ stop: importId }, async () => {
      await client.stopImport({ params: { importId } });
      return 'The import is being stopped: the rows that are on their way are still written.';
    });
  };
  return (
    <section className={styles.section} aria-label="Progress">
      <Text block id={labelId}>{`${done.toLocaleString('en-GB')} of ${countWords(total, 'row')} done`}</Text>
      <progress className={styles.bar} value={done} max={Math.max(1, total)} aria-labelledby={labelId} />
      <div role="status">
        {state === 'stopping' ? 'It is being stopped: the rows that are on their way are still written.' : ''}
        {state === 'paused' && pausedUntil !== undefined
          ? `Microsoft 365 is busy and asked to wait until ${formatClock(pausedUntil)}. It goes on by itself.`
          : ''}
      </div>
      <Text block>You may leave this page: the import goes on, and this address always shows how far it is.</Text>
      {state === 'stopping' ? null : (
        <Button ref={opener} onClick={() => setAsking(true)}>
          Stop the import
        </Button>
      )}
      {busy ? <Text role="status">Sending</Text> : null}
      <ConfirmDialog
        open={asking}
        title="Stop the import?"
        confirmLabel="Stop it"
        cancelLabel="Let it go on"
        onConfirm={stop}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {`What is written stays in the register: ${countWords(done, 'row')} so far. The rest is left. To write it later, check the same file again.`}
      </ConfirmDialog>
    </section>
  );
};
