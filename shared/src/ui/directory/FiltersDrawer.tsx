import { Button } from '@fluentui/react-button';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import * as React from 'react';
import { later } from '../later.tsx';

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
  const [asked, setAsked] = React.useState(false);
  const button = React.useRef<HTMLDivElement>(null);
  const show = (): void => {
    setAsked(true);
    setOpen(true);
  };
  return (
    <div ref={button}>
      <Button
        icon={<FilterRegular />}
        onClick={show}
        onPointerEnter={FiltersOverlay.prepare}
        onFocus={FiltersOverlay.prepare}
        aria-expanded={open}
      >
        {inUse === 0 ? 'Show filters' : `Show filters (${inUse} in use)`}
      </Button>
      {asked ? (
        <FiltersOverlay
          open={open}
          total={total}
          onClose={() => setOpen(false)}
          onClosed={() => button.current?.querySelector('button')?.focus()}
          onClear={onClear}
        >
          {children}
        </FiltersOverlay>
      ) : null}
    </div>
  );
};
