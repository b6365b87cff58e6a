import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatClock } from '../../domain/days/local-date.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { explainError } from '../states/explain-error.tsx';
import { Notice } from '../states/Notice.tsx';
import { SignInButton } from '../states/SignInButton.tsx';
import type { DraftState } from './use-draft.tsx';

/** 'Saved at 2:15pm', or that the answers are not saved and still here, with what helps. */
export const SavedNote = ({ draft }: { draft: DraftState }): React.ReactElement | null => {
  const note = React.useRef<HTMLDivElement>(null);
  if (draft.fault === undefined && draft.savedAt === undefined) return null;
  // The button goes with the fault that it mended: the focus goes to what is told in its place.
  const again = async (): Promise<void> => {
    if (await draft.saveNow()) note.current?.focus();
  };
  return (
    <div ref={note} tabIndex={-1}>
      {draft.fault === undefined ? (
        <Text block size={200}>
          Saved at {formatClock(draft.savedAt ?? '')}
        </Text>
      ) : (
        <NotSaved draft={draft} again={() => void again()} />
      )}
    </div>
  );
};

const NotSaved = ({ draft, again }: { draft: DraftState; again: () => void }): React.ReactElement => (
  <Notice
    intent="warning"
    title="Your answers are not saved yet"
    actions={
      explainError(draft.fault).help === 'sign-in' ? <SignInButton onSignedIn={again} /> : <Button onClick={again}>Save again</Button>
    }
  >
    {sentenceOf(draft.fault)}{' '}
    {draft.onDevice ? 'This device keeps what you entered until it is saved.' : 'What you entered is still on this page: keep it open.'}
  </Notice>
);
