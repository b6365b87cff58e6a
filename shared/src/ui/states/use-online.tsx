import * as React from 'react';

/** Whether this device has a network, as far as the browser knows: 'no' is certain, 'yes' only means that there is one. */
export const isOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine !== false;

/** The same, kept up to date. */
export const useOnline = (): boolean => {
  const [online, setOnline] = React.useState(isOnline);
  React.useEffect(() => {
    const look = (): void => setOnline(isOnline());
    look();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
};

/** Does something each time the network comes back. */
export const useReconnect = (work: (() => void) | undefined): void => {
  const now = React.useRef(work);
  now.current = work;
  React.useEffect(() => {
    const back = (): void => now.current?.();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
};
