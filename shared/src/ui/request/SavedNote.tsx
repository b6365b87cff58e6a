import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { formatClock } from '../../domain/local-date.ts';
import { Notice } from '../states/Notice.tsx';
import type { DraftState } from './use-draft.tsx';

/** 'Saved at 2:15pm', or that the answers are not saved and still here. */
export const SavedNote = ({ draft }: { draft: DraftState }): React.ReactElement | null => {
  if (draft.fault !== undefined)
    return (
      <Notice
        intent="warning"
        title="Your answers are not saved yet"
        actions={<Button onClick={() => void draft.saveNow()}>Save again</Button>}
      >
        {draft.fault} What you entered is still on this page: keep it open.
      </Notice>
    );
  if (draft.savedAt === undefined) return null;
  return (
    <Text block size={200}>
      Saved at {formatClock(draft.savedAt)}
    </Text>
  );
};
