import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { useApi } from '../use-api.tsx';
import { shortlistBuyer, useShortlist } from './use-shortlist.tsx';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}` },
});

interface ShortlistButtonProps {
  readonly serviceRef: string;
  readonly name: string;
}

/** Adds a service to the school's shortlist or takes it off. What was done is said beside it, with its undo. Nothing for who has no school. */
export const ShortlistButton: React.FC<ShortlistButtonProps> = ({ serviceRef, name }) => {
  const styles = useStyles();
  const announce = useAnnounce();
  const me = useApi('getMe', {});
  const buyer = me.data && shortlistBuyer(me.data.memberships);
  const { read, add, remove } = useShortlist(buyer?.ref);
  const { once } = useOnce();
  const [done, setDone] = React.useState<'added' | 'removed'>();
  const [fault, setFault] = React.useState<string>();
  const line = React.useRef<HTMLDivElement>(null);
  if (!buyer || !read.data) return null;
  const kept = read.data.items.some((item) => item.serviceRef === serviceRef);
  const label = kept ? 'Remove from shortlist' : 'Add to shortlist';
  const act = (then: 'added' | 'removed' | undefined): void =>
    once(async () => {
      try {
        await (kept ? remove(serviceRef) : add(serviceRef));
        setFault(undefined);
        setDone(then);
        announce(kept ? 'Removed from the shortlist' : 'Added to the shortlist');
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  const undo = (): void => {
    // The undo goes with what it undoes; the button before it stays.
    line.current?.querySelector('button')?.focus();
    act(undefined);
  };
  return (
    <div ref={line} className={styles.line}>
      <Button size="small" aria-label={`${label}: ${name}`} onClick={() => act(kept ? 'removed' : 'added')}>
        {label}
      </Button>
      {done === undefined ? null : (
        <>
          <span>
            {done === 'added' ? 'Added to the ' : 'Removed from the '}
            <PlaceLink to={{ at: 'shortlist' }}>shortlist of {buyer.name}</PlaceLink>.
          </span>
          <Button size="small" appearance="transparent" aria-label={`Undo: ${name}`} onClick={undo}>
            Undo
          </Button>
        </>
      )}
      {fault === undefined ? null : <span role="alert">{fault}</span>}
    </div>
  );
};
