import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOpener } from '../use-opener.tsx';
import type { BlockAct, BlockActProps } from './use-blocks.tsx';

interface Props extends Omit<BlockActProps, 'reply'> {
  readonly button: string;
  readonly body: BlockAct;
  readonly title: string;
  /** What follows from it. */
  readonly text: string;
  readonly primary?: boolean;
}

/** One act without questions: a button that asks once more, with what was refused beside it. */
export const AskedAct: React.FC<Props> = ({ button, body, title, text, primary = false, busy, give }) => {
  const [asking, setAsking] = React.useState(false);
  const [refused, setRefused] = React.useState('');
  const opener = useOpener();
  const send = (): void => {
    setAsking(false);
    setRefused('');
    give(body, (error) => setRefused(sentenceOf(error)));
  };
  return (
    <div>
      <Button ref={opener} appearance={primary ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
        {button}
      </Button>
      <div role="status">{busy ? 'Sending' : ''}</div>
      <div role="alert">{refused === '' ? null : <Text block>{refused}</Text>}</div>
      <ConfirmDialog
        open={asking}
        title={title}
        confirmLabel={button}
        cancelLabel="Go back"
        onConfirm={send}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {text}
      </ConfirmDialog>
    </div>
  );
};
