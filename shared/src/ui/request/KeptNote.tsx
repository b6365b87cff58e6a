import { Button } from '@fluentui/react-button';
import * as React from 'react';
import { Notice } from '../states/Notice.tsx';
import type { Kept } from './use-kept.tsx';

interface Props {
  readonly kept: Kept;
  readonly discarded: boolean;
  readonly onDiscard: (discard: boolean) => void;
}

/** Says that the form begins with what was typed before it was left. One button discards it, and then takes that back: the focus stays on it. */
export const KeptNote = ({ kept, discarded, onDiscard }: Props): React.ReactElement => (
  <Notice
    title={discarded ? `What you typed ${kept.when} is discarded` : `We kept what you typed ${kept.when}`}
    actions={<Button onClick={() => onDiscard(!discarded)}>{discarded ? 'Undo' : 'Discard it'}</Button>}
  >
    {discarded ? '' : 'It had not been saved when you left this page, and is in the form now.'}
  </Notice>
);
