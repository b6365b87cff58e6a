import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import * as React from 'react';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  /** What was done. */
  readonly children: string;
  readonly onUndo: () => void;
}

/** Stands where something was taken away, and brings it back. It takes the focus, because what had it is gone. */
export const UndoLine: React.FC<Props> = ({ children, onUndo }) => {
  const id = useId('undo');
  React.useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <div className={useStyles().line}>
      <Text id={`${id}-done`}>{children}</Text>
      <Button id={id} size="small" aria-describedby={`${id}-done`} onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
};
