import { Button } from '@fluentui/react-button';
import { DrawerBody, DrawerFooter, DrawerHeader, DrawerHeaderTitle, OverlayDrawer } from '@fluentui/react-drawer';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { useRestoreFocusSource, useRestoreFocusTarget } from '@fluentui/react-tabster';
import * as React from 'react';
import { countWords } from '../words.tsx';

interface FiltersDrawerProps {
  readonly total: number | undefined;
  readonly inUse: number;
  readonly onClear: () => void;
  readonly children: React.ReactNode;
}

/** On a narrow page the filters take the whole screen, with the number of results on the button that goes back to them. */
export const FiltersDrawer: React.FC<FiltersDrawerProps> = ({ total, inUse, onClear, children }) => {
  const [open, setOpen] = React.useState(false);
  const restoreFocus = useRestoreFocusTarget();
  const restoreSource = useRestoreFocusSource();
  return (
    <>
      <Button icon={<FilterRegular />} onClick={() => setOpen(true)} aria-expanded={open} {...restoreFocus}>
        {inUse === 0 ? 'Show filters' : `Show filters (${inUse} in use)`}
      </Button>
      <OverlayDrawer size="full" position="start" open={open} onOpenChange={(_, data) => setOpen(data.open)} {...restoreSource}>
        <DrawerHeader>
          <DrawerHeaderTitle
            action={<Button appearance="subtle" aria-label="Close filters" icon={<DismissRegular />} onClick={() => setOpen(false)} />}
          >
            Filters
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>{children}</DrawerBody>
        <DrawerFooter>
          <Button appearance="primary" onClick={() => setOpen(false)}>
            {total === undefined ? 'Show services' : `Show ${countWords(total, 'service')}`}
          </Button>
          <Button onClick={onClear}>Clear all</Button>
        </DrawerFooter>
      </OverlayDrawer>
    </>
  );
};
