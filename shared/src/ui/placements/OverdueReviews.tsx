import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listOverdueReviews } from '../../contract/reviews.ts';
import { reviewsApi } from '../../contract/reviews-api.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: { padding: `${tokens.spacingVerticalS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

type Reply = ReplyOf<typeof listOverdueReviews>;

/** Row 58: the reviews that should have been held, the longest overdue first. */
export const OverdueReviews: React.FC<{ readonly ofMany: boolean }> = ({ ofMany }) => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no reviews.');
  const { list, row } = useStyles();
  const client = React.useMemo(() => clientOf(reviewsApi, service), [service]);
  const read = useSWR<Reply, unknown>(['listOverdueReviews'], () => client.listOverdueReviews({}));
  return (
    <section aria-labelledby="overdue-reviews">
      <Heading level={2} id="overdue-reviews">
        Overdue reviews
      </Heading>
      <Loaded reads={[read] as const} what="the reviews" failed="The reviews could not be loaded">
        {({ rows }) =>
          rows.length === 0 ? (
            <Text block>No review is overdue.</Text>
          ) : (
            <ul className={list} aria-label="Overdue reviews">
              {rows.map(({ ref, orderNumber, buyerName, providerName, serviceName, dueOn, lastHeldOn }) => (
                <li key={ref} className={row}>
                  <Text block weight="semibold">{`Due by ${formatDate(dueOn, 'plain')}`}</Text>
                  <Text block>{`${ofMany ? `${buyerName}. ` : ''}${providerName}, ${serviceName}`}</Text>
                  <Text block>
                    {lastHeldOn === undefined ? 'No review was held yet. ' : `The last was held on ${formatDate(lastHeldOn, 'plain')}. `}
                    <PlaceLink to={{ at: 'call-off', ref }}>{`Order ${orderNumber}`}</PlaceLink>
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};
