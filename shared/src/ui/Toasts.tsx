import { Link } from '@fluentui/react-link';
import { Toast, Toaster, ToastFooter, type ToastIntent, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-toast';
import * as React from 'react';

interface Told {
  readonly title: string;
  readonly intent?: ToastIntent;
  /** Takes back what was just done. The page offers the same, because a toast goes away. */
  readonly undo?: () => void;
}

const ToasterId = React.createContext('ap-toaster');

/** The one Toaster of a root. Its id is the root's own: two web parts on one page do not show each other's messages. */
export const Toasts: React.FC<{ readonly id: string; readonly children: React.ReactNode }> = ({ id, children }) => (
  <ToasterId.Provider value={id}>
    {children}
    <Toaster
      toasterId={id}
      position="bottom-end"
      timeout={15_000}
      pauseOnHover
      pauseOnWindowBlur
      shortcuts={{ focus: (event) => event.ctrlKey && event.key === 'm' }}
    />
  </ToasterId.Provider>
);

/** Tells of something done that needs no answer. Never for errors, and never the only record. */
export const useToast = (): ((told: Told) => void) => {
  const { dispatchToast } = useToastController(React.useContext(ToasterId));
  return ({ title, intent = 'success', undo }) =>
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
};
