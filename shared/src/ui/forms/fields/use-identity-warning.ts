import type { FieldProps } from '@fluentui/react-field';
import * as React from 'react';
import { type PupilIdentity, screenFreeText } from '../../../domain/pupils/screen-free-text.ts';
import { useMounted } from '../use-mounted.tsx';

/**
 * Tells, once a box of free text has been left, what in it could identify a pupil (R40): above the box, like an error, and read out when there is time. Left by a
 * click, it is told after that click: the room that it takes would move the button away while it is pressed, so that the click is lost.
 */
export const useIdentityWarning = (
  value: string,
  may: readonly PupilIdentity[] = [],
): { readonly told: FieldProps; readonly onBlur: () => void } => {
  const [left, setLeft] = React.useState(false);
  const mounted = useMounted();
  const screened = left ? screenFreeText(value, may) : undefined;
  const told: FieldProps =
    screened?.ok === false
      ? { validationState: 'warning', validationMessage: { children: screened.sentence, role: 'status', style: { order: -1 } } }
      : {};
  const onBlur = (): void => {
    const tell = (): void => {
      // The click may have closed the form.
      if (mounted.current) setLeft(true);
    };
    // While something is pressed, the page around it is active. The click comes with the release, before what waits for it.
    if (document.documentElement.matches(':active')) window.addEventListener('pointerup', () => setTimeout(tell), { once: true });
    else tell();
  };
  return { told, onBlur };
};
