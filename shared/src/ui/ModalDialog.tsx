import { tokens, typographyStyles } from '@fluentui/react-theme';
import { useId } from '@fluentui/react-utilities';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';

/**
 * How a dialog looks is Fluent's; what it does is the browser's own `<dialog>`: it keeps the focus, closes on Esc, makes the page behind
 * it inert and lies above everything. Fluent's dialog does the same with 22 kB, a tenth of what a person in Teams can load at all.
 */
const useStyles = makeStyles({
  dialog: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    rowGap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    width: '600px',
    maxWidth: 'calc(100vw - 32px)',
    maxHeight: 'calc(100dvh - 32px)',
    margin: 'auto',
    padding: tokens.spacingHorizontalXXL,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    fontFamily: tokens.fontFamilyBase,
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
    ':focus': { outlineStyle: 'none' },
  },
  wholeScreen: {
    width: '100vw',
    maxWidth: '100vw',
    height: '100dvh',
    maxHeight: '100dvh',
    margin: 0,
    border: 'none',
    borderRadius: 0,
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: tokens.spacingHorizontalS },
  title: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  content: { ...typographyStyles.body1, overflowY: 'auto', overscrollBehavior: 'contain', overflowWrap: 'anywhere' },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'end',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 479px)': { flexDirection: 'column', alignItems: 'stretch' },
  },
});

interface ModalDialogProps {
  /** `alertdialog` for a question that must be answered before anything else. */
  readonly role?: 'dialog' | 'alertdialog';
  readonly title: string;
  /** Stands beside the title. */
  readonly titleAction?: React.ReactNode;
  readonly children: React.ReactNode;
  /** The buttons below. Where nothing stands beside the title, the first one takes the focus: the safe one. */
  readonly acts: React.ReactNode;
  readonly wholeScreen?: boolean;
  /** Esc was pressed. The dialog stays until it is no longer rendered. */
  readonly onCancel: () => void;
  /** What opened it takes the focus back, also where a press gives a button no focus (Safari). */
  readonly opener?: React.RefObject<HTMLElement | null>;
}

/** Over the page while it is rendered. */
export const ModalDialog: React.FC<ModalDialogProps> = (props) => {
  const { role = 'dialog', title, titleAction, children, acts, wholeScreen = false, onCancel, opener } = props;
  const styles = useStyles();
  const titleId = useId('dialog-title');
  const contentId = useId('dialog-content');
  const dialog = React.useRef<HTMLDialogElement>(null);
  React.useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      const focused = document.activeElement;
      if (focused === document.body || shown?.contains(focused)) opener?.current?.focus();
    };
  }, [opener]);
  const cancel = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    onCancel();
  };
  return (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={titleId}
      aria-describedby={role === 'alertdialog' ? contentId : undefined}
      className={mergeClasses(styles.dialog, wholeScreen && styles.wholeScreen)}
      onCancel={cancel}
    >
      <div className={styles.top}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {titleAction}
      </div>
      <div id={contentId} className={styles.content}>
        {children}
      </div>
      <div className={styles.acts}>{acts}</div>
    </dialog>
  );
};
