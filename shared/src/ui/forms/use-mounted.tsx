import * as React from 'react';

/** Whether the screen is still shown: an answer that comes after it has gone changes nothing (React 17 warns of it). */
export const useMounted = (): React.MutableRefObject<boolean> => {
  const mounted = React.useRef(true);
  React.useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
};
