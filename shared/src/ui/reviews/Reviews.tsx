import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { ReviewsReply } from '../../contract/reviews.ts';
import { reviewsApi } from '../../contract/reviews-api.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { participantWords, progressWords, reviewDecisionWords } from '../../domain/reviews/order-reviews.ts';
import { useAnnounce } from '../Announcer.tsx';
import { Facts } from '../call-offs/Facts.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { ReviewForm } from './ReviewForm.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  review: { padding: `${tokens.spacingVerticalM} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** R5: the reviews of an order, when the next is due, and the form for one that was held. */
export const Reviews = ({ callOffRef }: { readonly callOffRef: string }): React.ReactElement => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no reviews.');
  const client = React.useMemo(() => clientOf(reviewsApi, service), [service]);
  const read = useSWR<ReviewsReply, unknown>(['getReviews', callOffRef], () => client.getReviews({ params: { ref: callOffRef } }));
  const announce = useAnnounce();
  const styles = useStyles();
  const [open, setOpen] = React.useState(false);
  const standing = React.useRef<HTMLDivElement>(null);
  return (
    <Loaded reads={[read] as const} what="the reviews" failed="The reviews could not be loaded">
      {(reply) => (
        <div className={styles.all}>
          <div ref={standing} tabIndex={-1}>
            <Standing reply={reply} />
          </div>
          {open ? (
            <ReviewForm
              onSend={(body, key) => client.recordReview({ params: { ref: callOffRef }, body, key })}
              onClose={() => setOpen(false)}
              onRecorded={(next) => {
                void read.mutate(next, { revalidate: false });
                announce('The review is recorded.');
                setOpen(false);
                standing.current?.focus();
              }}
            />
          ) : reply.may ? (
            <div>
              <Button onClick={() => setOpen(true)}>Record a review</Button>
            </div>
          ) : null}
          <Held reviews={reply.reviews} />
        </div>
      )}
    </Loaded>
  );
};

const Standing = ({ reply: { nextDueOn, overdue, dueOn } }: { readonly reply: ReviewsReply }): React.ReactElement => {
  if (nextDueOn === undefined)
    return <Text block>{dueOn.length === 0 ? 'No review is due for this placement.' : 'Every review that was due is recorded.'}</Text>;
  const day = formatDate(nextDueOn);
  return overdue ? (
    <Notice intent="warning" title={`A review was due by ${day}`}>
      Placements are reviewed with the provider at least once each half-term.
    </Notice>
  ) : (
    <Text block>{`The next review is due by ${day}.`}</Text>
  );
};

const Held = ({ reviews }: Pick<ReviewsReply, 'reviews'>): React.ReactElement => {
  const styles = useStyles();
  if (reviews.length === 0) return <Text block>No review is recorded yet.</Text>;
  return (
    <ul className={styles.list} aria-label="Reviews that were held">
      {[...reviews].reverse().map(({ heldOn, participants, progress, decision, note, recordedBy }) => (
        <li key={heldOn} className={styles.review}>
          <Text block weight="semibold">
            {`Review of ${formatDate(heldOn)}`}
          </Text>
          <Facts
            facts={[
              { label: 'Took part', value: participants.map((role) => participantWords[role]).join(', ') },
              { label: 'Objectives', value: progressWords[progress] },
              { label: 'Decided', value: reviewDecisionWords[decision] },
              ...(note === undefined ? [] : [{ label: 'Note', value: note }]),
              { label: 'Recorded by', value: recordedBy },
            ]}
          />
        </li>
      ))}
    </ul>
  );
};
