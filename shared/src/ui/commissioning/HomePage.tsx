import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useIsOff } from '../features/IfOn.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { useApi } from '../use-api.tsx';
import { parts } from './parts.tsx';
import { areaRolesOf, isAmong } from './roles.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    // As many columns as fit, three at the widest. Of two media queries that both fit, Griffel's later rule need not win.
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    gap: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXL}`,
    margin: `${tokens.spacingVerticalL} 0 0`,
    padding: 0,
    listStyleType: 'none',
    maxWidth: '1100px',
  },
});

/** The first page of the area: what can be done here. */
export const HomePage: React.FC = () => {
  const me = useApi('getMe', {});
  const roles = me.data ? areaRolesOf(me.data) : [];
  const isOff = useIsOff();
  return (
    <>
      <PageHeading>Commissioning</PageHeading>
      <ul className={useStyles().list}>
        {parts
          .filter((part) => isAmong(part.roles, roles) && !(part.feature && isOff(part.feature)))
          .map(({ to, title, about }) => (
            <li key={title}>
              <Heading level={2} look="item">
                <PlaceLink to={to}>{title}</PlaceLink>
              </Heading>
              <Text block>{about}</Text>
            </li>
          ))}
      </ul>
    </>
  );
};
