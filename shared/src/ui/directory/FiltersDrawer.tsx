import { Button } from '@fluentui/react-button';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import * as React from 'react';
import { later } from '../later.tsx';
import { useOpener } from '../use-opener.tsx';

const FiltersOverlay = later(async () => (await import('./FiltersOverlay.tsx')).FiltersOverlay);

interface FiltersDrawerProps {
  readonly total: number | undefined;
  readonly inUse: number;
  readonly onClear: () => void;
  readonly children: React.ReactNode;
}

/** On a narrow page the filters take the whole screen. What covers the screen is fetched on the way to the button. */
export const FiltersDrawer: React.FC<FiltersDrawerProps> = ({ total, inUse, onClear, children }) => {
  const [open, setOpen] = React.useState(false);
  const opener = useOpener();
  return (
    <div>
      <Button
        ref={opener}
        icon={<FilterRegular />}
        onClick={() => setOpen(true)}
        onPointerEnter={FiltersOverlay.prepare}
        onFocus={FiltersOverlay.prepare}
        aria-haspopup="dialog"
      >
        {inUse === 0 ? 'Show filters' : `Show filters (${inUse} in use)`}
      </Button>
      {open ? (
        <FiltersOverlay total={total} onClose={() => setOpen(false)} onClear={onClear} opener={opener}>
          {children}
        </FiltersOverlay>
      ) : null}
    </div>
  );
};
