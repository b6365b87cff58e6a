import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Draft } from '../../contract/drafts.ts';
import { formatInstant } from '../../domain/local-date.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Notice } from '../states/Notice.tsx';
import { useRefresh } from '../use-refresh.tsx';
import { useListStyles } from './use-list-styles.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

/** Drafts that are not sent: go on, or discard. The last one that was discarded can be taken back. */
export const DraftList = ({ drafts }: { drafts: readonly Draft[] }): React.ReactElement | null => {
  const { section, acts } = useStyles();
  const { list, row, title } = useListStyles();
  const { discarded, fault, discard, undo } = useDiscard();
  if (drafts.length === 0 && !discarded && fault === undefined) return null;
  return (
    <section className={section} aria-label="Drafts">
      <Heading level={2}>Drafts</Heading>
      {fault === undefined ? null : (
        <Notice intent="error" title="The draft was not changed">
          {fault}
        </Notice>
      )}
      {discarded ? <Notice title={`Draft for ${discarded.serviceName} discarded`} actions={<Button onClick={undo}>Undo</Button>} /> : null}
      <ul className={list} aria-label="Drafts">
        {drafts.map((draft) => (
          <li key={draft.draftId} className={row}>
            <div>
              <Heading level={3} className={title}>
                {draft.serviceName}
              </Heading>
              <Text block size={200}>
                Saved on {formatInstant(draft.savedAt)}
              </Text>
              {draft.callOffRef === undefined ? null : <Text block>Changes request {draft.callOffRef}</Text>}
            </div>
            <div className={acts}>
              <PlaceLink to={placeOf(draft)}>
                Continue<span style={hiddenFromSight}> draft for {draft.serviceName}</span>
              </PlaceLink>
              <Button size="small" onClick={() => discard(draft)}>
                Discard<span style={hiddenFromSight}> draft for {draft.serviceName}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

const placeOf = ({ draftId, serviceRef, callOffRef }: Draft) => ({
  at: 'request' as const,
  draftId,
  serviceRef,
  ...(callOffRef === undefined ? {} : { callOffRef }),
});

const useDiscard = () => {
  const { api } = useSurroundings();
  const refresh = useRefresh();
  const { once } = useOnce();
  const [discarded, setDiscarded] = React.useState<Draft>();
  const [fault, setFault] = React.useState<string>();
  const attempt = (work: () => Promise<unknown>, then: Draft | undefined): void =>
    once(async () => {
      try {
        await work();
        setDiscarded(then);
        setFault(undefined);
        await refresh('listDrafts');
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  const discard = (draft: Draft): void => attempt(() => api.discardDraft({ params: { draftId: draft.draftId } }), draft);
  const undo = (): void => {
    if (!discarded) return;
    const { draftId, serviceRef, buyerRef, callOffRef, answers } = discarded;
    const body = { serviceRef, buyerRef, answers, ...(callOffRef === undefined ? {} : { callOffRef }) };
    attempt(() => api.saveDraft({ params: { draftId }, body }), undefined);
  };
  return { discarded, fault, discard, undo };
};
