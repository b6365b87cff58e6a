import * as React from 'react';
import { type PersonId, personKey } from '../person-key.ts';
import { type FeedEntry, localApi } from './local-api.ts';
import { remembered } from './remembered.ts';
import { type Polled, usePolled } from './use-polled.ts';

const every = 3_000;

export interface Feed extends Polled<readonly FeedEntry[]> {
  readonly unread: number;
}

/** The person's activity feed. What stands there while they look at it is read. */
export const useFeed = ({ tenantId, userId }: PersonId, looking: boolean): Feed => {
  const key = `seen-activity:${personKey({ tenantId, userId })}`;
  const polled = usePolled(
    React.useCallback(() => localApi.activity({ tenantId, userId }), [tenantId, userId]),
    every,
  );
  const ids = (polled.value ?? []).map(({ id }) => id);
  const all = ids.join(' ');
  React.useEffect(() => {
    if (looking && all !== '') remembered.write(key, all);
  }, [looking, all, key]);
  const seen = new Set((remembered.read(key) ?? '').split(' '));
  return { ...polled, unread: looking ? 0 : ids.filter((id) => !seen.has(id)).length };
};
