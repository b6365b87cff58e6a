import * as React from 'react';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import { invoicesApi } from '../../contract/invoices-api.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** The client of what only these pages call. Throws in a host that shows none of them: that is a mistake in our code. */
export const useInvoicesClient = (): ClientOf<typeof invoicesApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no invoices.');
  return React.useMemo(() => clientOf(invoicesApi, service), [service]);
};
