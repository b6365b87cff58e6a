import { Button } from '@fluentui/react-button';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import * as React from 'react';
import { ModalDialog } from '../ModalDialog.tsx';
import { countWords } from '../words.tsx';

interface FiltersOverlayProps {
  readonly total: number | undefined;
  readonly onClose: () => void;
  readonly onClear: () => void;
  /** What opened it takes the focus back. */
  readonly opener: React.RefObject<HTMLElement | null>;
  readonly children: React.ReactNode;
}

/** The filters over the whole screen, with the number of results on the button that goes back to them. */
export const FiltersOverlay: React.FC<FiltersOverlayProps> = ({ total, onClose, onClear, opener, children }) => (
  <ModalDialog
    wholeScreen
    title="Filters"
    titleAction={<Button appearance="subtle" aria-label="Close filters" icon={<DismissRegular />} onClick={onClose} />}
    acts={
      <>
        <Button appearance="primary" onClick={onClose}>
          {total === undefined ? 'Show services' : `Show ${countWords(total, 'service')}`}
        </Button>
        <Button onClick={onClear}>Clear all</Button>
      </>
    }
    onCancel={onClose}
    opener={opener}
  >
    {children}
  </ModalDialog>
);
