import * as React from 'react';
import type { Answer } from './use-found.tsx';

/** The school's own area, as far as a search without a place has told it. */
export const useOwnArea = (answer: Answer | undefined): string | undefined => {
  const [area, setArea] = React.useState<string>();
  const told = answer?.to.near === undefined && answer?.reply.nearName === undefined ? answer?.reply.near : undefined;
  React.useEffect(() => {
    if (told !== undefined) setArea(told);
  }, [told]);
  return area;
};
