import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { useApi } from '../use-api.tsx';
import { useRefresh } from '../use-refresh.tsx';

/** The buyer whose shortlist a person keeps: the first for which they do more than look on. */
export const shortlistBuyer = (memberships: readonly MembershipReply[]): MembershipReply['buyer'] | undefined =>
  memberships.find(({ status, roles }) => status === 'active' && roles.some((role) => role !== 'commissioner'))?.buyer;

/** The shortlist of a buyer, shared by every part of the screen that shows it. Without a buyer nothing is asked. */
export const useShortlist = (buyerRef: string | undefined) => {
  const { api } = useSteadySurroundings();
  const refresh = useRefresh();
  const input = React.useMemo(() => (buyerRef === undefined ? undefined : { params: { buyerRef } }), [buyerRef]);
  const read = useApi('getShortlist', input);
  const change = async (act: 'addToShortlist' | 'removeFromShortlist', serviceRef: string): Promise<void> => {
    if (buyerRef === undefined) return;
    await api[act]({ params: { buyerRef, serviceRef } });
    await refresh('getShortlist');
  };
  return {
    read,
    /** Rejects with the server's refusal, such as that the list is full. */
    add: (serviceRef: string): Promise<void> => change('addToShortlist', serviceRef),
    remove: (serviceRef: string): Promise<void> => change('removeFromShortlist', serviceRef),
  };
};
