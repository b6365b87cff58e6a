import { Button } from '@fluentui/react-button';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { SearchState } from './search-state.tsx';

const useStyles = makeStyles({ button: { maxWidth: '100%', textAlign: 'start', overflowWrap: 'anywhere' } });

interface SearchToggleProps {
  readonly state: Pick<SearchState, 'text' | 'near'>;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** On a phone: what was searched for, in place of the form, so that the first result is in sight. One press brings the form back. */
export const SearchToggle: React.FC<SearchToggleProps> = ({ state: { text, near }, open, onToggle }) => (
  <Button icon={<SearchRegular />} className={useStyles().button} aria-expanded={open} onClick={onToggle}>
    Change search: {[text, near].filter(Boolean).join(', ')}
  </Button>
);
