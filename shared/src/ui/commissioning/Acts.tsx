import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { ActForm, type ActFormProps } from './ActForm.tsx';
import type { Command } from './use-command.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM } });

export type Act = Omit<ActFormProps, 'command' | 'onClose' | 'closable'>;

interface ActsProps {
  readonly acts: readonly Act[];
  readonly command: Command;
  /** What they act on, for whoever hears the names of the buttons only. */
  readonly of?: string;
}

/** What can be done about a record: a button for each, in whose place its questions come. */
export const Acts: React.FC<ActsProps> = ({ acts, command, of }) => {
  const styles = useStyles();
  const [open, setOpen] = React.useState<string>();
  const chosen = acts.find(({ title }) => title === open);
  if (acts.length === 0) return null;
  if (chosen) return <ActForm key={chosen.title} {...chosen} command={command} onClose={() => setOpen(undefined)} />;
  return (
    <div className={styles.acts}>
      {acts.map(({ title }) => (
        <Button key={title} size="small" onClick={() => setOpen(title)}>
          {title}
          {of === undefined ? null : <span style={hiddenFromSight}> for {of}</span>}
        </Button>
      ))}
    </div>
  );
};
