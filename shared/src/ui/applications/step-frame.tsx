import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ApplicationMade, ApplicationView } from '../../contract/applications.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import type { FormError } from '../forms/form-error.ts';
import { codeOf, sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Notice } from '../states/Notice.tsx';
import { errorsOf } from './errors-of.ts';
import type { ApplicationState } from './use-application.ts';

/** What every step is given. */
export interface StepProps {
  readonly state: ApplicationState;
  readonly view: ApplicationView;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export interface OwnStepProps extends StepProps {
  readonly application: ApplicationMade;
}

/** Sends what a step holds: one at a time, each fault at its field, and a conflict with another window as what it is. */
export const useSend = (onDone: () => void) => {
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [conflict, setConflict] = React.useState<string>();
  const { busy, once } = useOnce();
  const send = (fields: readonly string[], faults: readonly FormError[], work: () => Promise<unknown>): void => {
    setErrors(faults);
    if (faults.length > 0) return;
    once(async () => {
      try {
        await work();
        onDone();
      } catch (error) {
        if (codeOf(error) === 'stale-version') setConflict(sentenceOf(error));
        else setErrors(errorsOf(error, fields));
      }
    });
  };
  return { errors, conflict, busy, send };
};

/** Until when, what is saved, and what another window did. */
export const StepNotes: React.FC<{ readonly view: ApplicationView; readonly conflict?: string | undefined; readonly busy?: boolean }> = ({
  view,
  conflict,
  busy = false,
}) => (
  <>
    {conflict === undefined ? null : (
      <Notice intent="warning" title="This was not saved">
        {conflict}
      </Notice>
    )}
    <Text block>{`The round closes on ${formatInstant(view.round.closesAt)}, UK time.`}</Text>
    {view.application === undefined ? null : <Text block size={200}>{`Saved on ${formatInstant(view.application.savedAt)}.`}</Text>}
    {busy ? <Text role="status">Saving</Text> : null}
  </>
);
