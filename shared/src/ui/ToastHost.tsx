import { Link } from '@fluentui/react-link';
import { Toast, Toaster, ToastFooter, type ToastIntent, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-toast';
import * as React from 'react';

/** What a toast tells. */
export interface Told {
  readonly title: string;
  readonly intent?: ToastIntent;
  /** Takes back what was just done. The page offers the same, because a toast goes away. */
  readonly undo?: () => void;
}

interface ToastHostProps {
  readonly id: string;
  /** Everything told so far, oldest first. */
  readonly told: readonly Told[];
}

/** Shows each thing told once. */
export const ToastHost: React.FC<ToastHostProps> = ({ id, told }) => {
  const { dispatchToast } = useToastController(id);
  const shown = React.useRef(0);
  React.useEffect(() => {
    for (const { title, intent = 'success', undo } of told.slice(shown.current))
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {undo ? (
            <ToastFooter>
              <ToastTrigger>
                <Link as="button" onClick={undo}>
                  Undo
                </Link>
              </ToastTrigger>
            </ToastFooter>
          ) : null}
        </Toast>,
        { intent },
      );
    shown.current = told.length;
  }, [told, dispatchToast]);
  return (
    <Toaster
      toasterId={id}
      position="bottom-end"
      timeout={15_000}
      pauseOnHover
      pauseOnWindowBlur
      shortcuts={{ focus: (event) => event.ctrlKey && event.key === 'm' }}
    />
  );
};
