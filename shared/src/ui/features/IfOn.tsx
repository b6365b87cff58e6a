import * as React from 'react';
import type { FeatureName } from '../../domain/features/features.ts';
import { useApi } from '../use-api.tsx';

/** Which parts the council has switched off. Until that is told all count as on: their doors refuse by themselves. */
export const useIsOff = (): ((feature: FeatureName) => boolean) => {
  const { data } = useApi('getMe', {});
  return (feature) => data?.switchedOff?.includes(feature) ?? false;
};

/** What leads to a part, or belongs to it: nothing while the council has it switched off. */
export const IfOn: React.FC<{ readonly feature: FeatureName; readonly children: React.ReactNode }> = ({ feature, children }) =>
  useIsOff()(feature) ? null : children;
