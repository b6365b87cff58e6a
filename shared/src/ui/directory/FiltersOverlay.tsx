import { Button } from '@fluentui/react-button';
import { DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-drawer';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import * as React from 'react';
import { countWords } from '../words.tsx';

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
export const FiltersOverlay: React.FC<FiltersOverlayProps> = ({ open, total, onClose, onClosed, onClear, children }) => (
  <OverlayDrawer
    size="full"
    position="start"
    open={open}
    onOpenChange={(_, data) => (data.open ? undefined : onClose())}
    surfaceMotion={{ onMotionFinish: (_, { direction }) => (direction === 'exit' ? onClosed() : undefined) }}
  >
    <DrawerHeader>
      <DrawerHeaderTitle action={<Button appearance="subtle" aria-label="Close filters" icon={<DismissRegular />} onClick={onClose} />}>
        Filters
      </DrawerHeaderTitle>
    </DrawerHeader>
    <DrawerBody>{children}</DrawerBody>
    <DrawerFooter>
      <Button appearance="primary" onClick={onClose}>
        {total === undefined ? 'Show services' : `Show ${countWords(total, 'service')}`}
      </Button>
      <Button onClick={onClear}>Clear all</Button>
    </DrawerFooter>
  </OverlayDrawer>
);
