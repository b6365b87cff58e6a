import { Button } from '@fluentui/react-button';
import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-dialog';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { countWords } from '../words.tsx';

const useStyles = makeStyles({
  // The whole screen: Fluent's full-size drawer is this very dialog with 4 kB around it.
  surface: {
    width: '100vw',
    maxWidth: '100vw',
    height: '100dvh',
    maxHeight: '100dvh',
    borderRadius: 0,
    border: 'none',
    boxSizing: 'border-box',
  },
  body: { height: '100%', maxHeight: '100%', gridTemplateRows: 'auto minmax(0, 1fr) auto' },
  content: { overflowY: 'auto', minHeight: 0 },
});

interface FiltersOverlayProps {
  readonly open: boolean;
  readonly total: number | undefined;
  readonly onClose: () => void;
  /** It has left the screen: the focus goes back to what opened it. */
  readonly onClosed: () => void;
  readonly onClear: () => void;
  readonly children: React.ReactNode;
}

/** The filters over the whole screen, with the number of results on the button that goes back to them. */
export const FiltersOverlay: React.FC<FiltersOverlayProps> = ({ open, total, onClose, onClosed, onClear, children }) => {
  const styles = useStyles();
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => (data.open ? undefined : onClose())}
      surfaceMotion={{ onMotionFinish: (_, { direction }) => (direction === 'exit' ? onClosed() : undefined) }}
    >
      <DialogSurface className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle action={<Button appearance="subtle" aria-label="Close filters" icon={<DismissRegular />} onClick={onClose} />}>
            Filters
          </DialogTitle>
          <DialogContent className={styles.content}>{children}</DialogContent>
          <DialogActions position="start">
            <Button appearance="primary" onClick={onClose}>
              {total === undefined ? 'Show services' : `Show ${countWords(total, 'service')}`}
            </Button>
          </DialogActions>
          <DialogActions position="end">
            <Button onClick={onClear}>Clear all</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
