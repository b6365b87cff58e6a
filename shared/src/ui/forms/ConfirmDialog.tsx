import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { ModalDialog } from '../ModalDialog.tsx';

interface Props {
  readonly open: boolean;
  readonly title: string;
  readonly children: React.ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** The button that asked: the focus comes back to it. */
  readonly opener: React.RefObject<HTMLElement | null>;
}

/** Asks once more before something that cannot be taken back. The safe button comes first: a dialog begins there. */
export const ConfirmDialog = (props: Props): React.ReactElement | null => {
  const { open, title, children, confirmLabel, cancelLabel, onConfirm, onCancel, opener } = props;
  if (!open) return null;
  const acts = (
    <>
      <Button onClick={onCancel}>{cancelLabel}</Button>
      <Button appearance="primary" onClick={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <ModalDialog role="alertdialog" title={title} acts={acts} onCancel={onCancel} opener={opener}>
      {children}
    </ModalDialog>
  );
};
