import type { FieldProps } from '@fluentui/react-field';
import * as React from 'react';
import { type PupilIdentity, screenFreeText } from '../../../domain/pupil-reference.ts';

/** Tells, once a box of free text has been left, what in it could identify a pupil (R40): above the box, like an error, and read out when there is time. */
export const useIdentityWarning = (
  value: string,
  may: readonly PupilIdentity[] = [],
): { readonly told: FieldProps; readonly onBlur: () => void } => {
  const [left, setLeft] = React.useState(false);
  const screened = left ? screenFreeText(value, may) : undefined;
  const told: FieldProps =
    screened?.ok === false
      ? { validationState: 'warning', validationMessage: { children: screened.sentence, role: 'status', style: { order: -1 } } }
      : {};
  return { told, onBlur: () => setLeft(true) };
};
