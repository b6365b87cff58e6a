import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Draft } from '../../contract/drafts.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import type { PersonId } from '../../domain/people/person.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { copiesOnDevice, type DeviceCopy, dropFromDevice, keepOnDevice } from '../request/device-copy.ts';
import { Notice } from '../states/Notice.tsx';
import { useRefresh } from '../use-refresh.tsx';
import { useListStyles } from './use-list-styles.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  acts: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly owner: PersonId;
  readonly drafts: readonly Draft[];
}

/** A draft on the server, or only on this device where it never got there. */
type Begun = Draft | DeviceCopy;

const isOnServer = (begun: Begun): begun is Draft => 'savedAt' in begun;

/** Drafts that are not sent: go on, or discard. The last one that was discarded can be taken back. */
export const DraftList = ({ owner, drafts }: Props): React.ReactElement | null => {
  const { section, acts } = useStyles();
  const { list, row, title } = useListStyles();
  const { discarded, fault, discard, undo } = useDiscard(owner);
  const onDevice = copiesOnDevice(owner, new Date()).filter((copy) => !drafts.some(({ draftId }) => draftId === copy.draftId));
  const begun: readonly Begun[] = [...onDevice, ...drafts];
  const told = React.useRef<HTMLDivElement>(null);
  const heading = React.useRef<HTMLHeadingElement>(null);
  const before = React.useRef(discarded);
  // The button that was pressed is gone with its row, or with the notice.
  React.useEffect(() => {
    if (before.current === discarded) return;
    before.current = discarded;
    (discarded ? told : heading).current?.focus();
  }, [discarded]);
  if (begun.length === 0 && !discarded && fault === undefined) return null;
  return (
    <section className={section} aria-label="Drafts">
      <Heading level={2} ref={heading} tabIndex={-1}>
        Drafts
      </Heading>
      {fault === undefined ? null : (
        <Notice intent="error" title="The draft was not changed">
          {fault}
        </Notice>
      )}
      {discarded ? (
        <div ref={told} tabIndex={-1}>
          <Notice title={`Draft for ${discarded.serviceName} discarded`} actions={<Button onClick={undo}>Undo</Button>} />
        </div>
      ) : null}
      <ul className={list} aria-label="Drafts">
        {begun.map((draft) => (
          <li key={draft.draftId} className={row}>
            <div>
              <Heading level={3} className={title}>
                {draft.serviceName}
              </Heading>
              <Text block size={200}>
                {isOnServer(draft)
                  ? `Saved on ${formatInstant(draft.savedAt)}`
                  : `Kept on this device only, on ${formatInstant(draft.keptAt)}`}
              </Text>
              {draft.callOffRef === undefined ? null : <Text block>Changes request {draft.callOffRef}</Text>}
              {draft.answers.pupilRef ? <Text block>Pupil {draft.answers.pupilRef}</Text> : null}
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

const placeOf = ({ draftId, serviceRef, callOffRef }: Begun) => ({
  at: 'request' as const,
  draftId,
  serviceRef,
  ...(callOffRef === undefined ? {} : { callOffRef }),
});

const useDiscard = (owner: PersonId) => {
  const { api } = useSurroundings();
  const refresh = useRefresh();
  const { once } = useOnce();
  const [discarded, setDiscarded] = React.useState<Begun>();
  const [fault, setFault] = React.useState<string>();
  const attempt = (work: () => Promise<unknown>, then: Begun | undefined): void =>
    once(async () => {
      try {
        await work();
        setFault(undefined);
        // The list is never empty in between: what stands for the draft comes before it goes, and goes after it is back.
        if (then) setDiscarded(then);
        await refresh('listDrafts');
        setDiscarded(then);
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  const discard = (draft: Begun): void =>
    attempt(async () => {
      if (isOnServer(draft)) await api.discardDraft({ params: { draftId: draft.draftId } });
      dropFromDevice(owner, draft.draftId);
    }, draft);
  const undo = (): void => {
    if (!discarded) return;
    attempt(async () => {
      if (!isOnServer(discarded)) return void keepOnDevice(owner, discarded);
      const { draftId, serviceRef, buyerRef, callOffRef, answers } = discarded;
      const body = { serviceRef, buyerRef, answers, ...(callOffRef === undefined ? {} : { callOffRef }) };
      await api.saveDraft({ params: { draftId }, body });
    }, undefined);
  };
  return { discarded, fault, discard, undo };
};
