import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { MemberReply } from '../../contract/access.ts';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Heading } from '../Heading.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { memberRoleWords } from '../words.tsx';

const useStyles = makeStyles({ acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS } });

interface Props {
  readonly member: MemberReply;
  /** Nobody changes their own access. */
  readonly own: boolean;
  readonly onGrant: () => void;
  /** Told with the button that was pressed. */
  readonly onRemove: (pressed: HTMLElement) => void;
}

/** One person of a school, with what a contact may do about them. */
export const MemberRow = ({ member, own, onGrant, onRemove }: Props): React.ReactElement => {
  const { row, title } = useListStyles();
  const { acts } = useStyles();
  const { person, roles, status } = member;
  return (
    <li className={row}>
      <div>
        <Heading level={3} className={title}>
          {person.name}
        </Heading>
        <Text block>{person.email}</Text>
      </div>
      <Text block>{status === 'asked' ? 'Asks to raise requests' : roles.map((role) => memberRoleWords[role]).join(', ')}</Text>
      <div className={acts}>
        {status === 'asked' ? (
          <Button size="small" appearance="primary" onClick={onGrant}>
            Grant access<span style={hiddenFromSight}> to {person.name}</span>
          </Button>
        ) : null}
        {own ? (
          <Text>You</Text>
        ) : (
          <Button size="small" onClick={(event) => onRemove(event.currentTarget)}>
            {status === 'asked' ? 'Refuse' : 'Remove'}
            <span style={hiddenFromSight}> {person.name}</span>
          </Button>
        )}
      </div>
    </li>
  );
};
