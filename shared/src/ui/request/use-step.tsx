import * as React from 'react';
import type { Place } from '../../contract/place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { type RequestStep, requestSteps } from './answers.ts';
import type { DraftPlace } from './use-draft.tsx';

/** The page of the form that a text names. */
export const stepNamed = (text: string | undefined): RequestStep | undefined => requestSteps.find((step) => step === text);

/** Where a page of the form is. */
export const placeOfStep = ({ draftId, serviceRef, callOffRef }: DraftPlace, step: RequestStep): Place => ({
  at: 'request',
  draftId,
  serviceRef,
  ...(callOffRef === undefined ? {} : { callOffRef }),
  step,
});

/**
 * Keeps the page of the form and the address together: each page has an entry of its own in the history, so that Back and Forward, the browser's or the
 * host's, go page by page. `show` is told when they do. Returns what goes to a page.
 */
export const useStep = (place: DraftPlace, shown: RequestStep, show: (step: RequestStep) => void): ((step: RequestStep) => void) => {
  const { go } = useSurroundings();
  // What the form began with has no page in its address.
  const [first] = React.useState(shown);
  const now = React.useRef({ shown, show });
  now.current = { shown, show };
  const address = React.useRef(place.step);
  React.useEffect(() => {
    if (address.current === place.step) return;
    address.current = place.step;
    const named = stepNamed(place.step) ?? first;
    if (named !== now.current.shown) now.current.show(named);
  }, [place.step, first]);
  return (step) => {
    now.current.show(step);
    if (step !== now.current.shown) go(placeOfStep(place, step));
  };
};
