import * as React from 'react';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';

interface Props {
  readonly providerRef: string;
  /** The one school or department that it is about, in a request; left out for each of the caller's own. */
  readonly buyerRef?: string;
}

const Recorded = later(async () => (await import('./RecordedChecks.tsx')).RecordedChecks);

/** R1, R2: what the schools of the person who reads recorded of their own checks of a provider. Nothing in a host that shows the directory alone. */
export const OwnChecks: React.FC<Props> = (props) => (useSteadySurroundings().service ? <Recorded {...props} /> : null);
