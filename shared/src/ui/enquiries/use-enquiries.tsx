import * as React from 'react';
import useSWR, { type SWRResponse } from 'swr';
import { type ClientOf, clientOf } from '../../contract/client.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { EnquiryReply, listEnquiries, listEnquiryCandidates } from '../../contract/enquiries.ts';
import { enquiriesApi } from '../../contract/enquiries-api.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** The client of what only these pages call. Throws in a host that shows none of them: that is a mistake in our code. */
export const useEnquiriesClient = (): ClientOf<typeof enquiriesApi> => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no enquiries.');
  return React.useMemo(() => clientOf(enquiriesApi, service), [service]);
};

export const useEnquiries = (): SWRResponse<ReplyOf<typeof listEnquiries>, unknown> => {
  const client = useEnquiriesClient();
  return useSWR(['listEnquiries'], () => client.listEnquiries({}));
};

export const useEnquiry = (ref: string): SWRResponse<EnquiryReply, unknown> => {
  const client = useEnquiriesClient();
  return useSWR<EnquiryReply, unknown>(['getEnquiry', ref], () => client.getEnquiry({ params: { ref } }));
};

export const useCandidates = (buyerRef: string, serviceRef: string): SWRResponse<ReplyOf<typeof listEnquiryCandidates>, unknown> => {
  const client = useEnquiriesClient();
  return useSWR<ReplyOf<typeof listEnquiryCandidates>, unknown>(
    buyerRef === '' ? null : ['listEnquiryCandidates', buyerRef, serviceRef],
    () => client.listEnquiryCandidates({ query: { buyerRef, serviceRef } }),
  );
};
