import * as React from 'react';
import type { Step } from './steps.ts';

const first: Step = { at: 'tasks' };
const stepOf = (state: unknown): Step => (state as { readonly step?: Step } | null)?.step ?? first;

/** The step as an entry of the browser's history, so that Back goes back one step. The address stays: it holds the link. */
export const useStep = (): readonly [Step, (step: Step) => void] => {
  const [step, setStep] = React.useState<Step>(() => stepOf(window.history.state));
  React.useEffect(() => {
    const back = (event: PopStateEvent): void => setStep(stepOf(event.state));
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = React.useCallback((next: Step): void => {
    window.history.pushState({ step: next }, '');
    window.scrollTo(0, 0);
    setStep(next);
  }, []);
  return [step, go];
};
