import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../contract/commissioning-place.ts';
import { IfOn, useIsOff } from '../features/IfOn.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { useApi } from '../use-api.tsx';
import { parts } from './parts.tsx';
import { areaRolesOf, isFor } from './roles.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    '@media (max-width: 899px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media (max-width: 599px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
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
          .filter(({ to, feature }) => isFor(to.at, roles) && !(feature && isOff(feature)))
          .map(({ to, title, about }) => (
            <li key={to.at}>
              <Heading level={2} look="item">
                <PlaceLink to={commissioningPlace(to)}>{title}</PlaceLink>
              </Heading>
              <Text block>{about}</Text>
            </li>
          ))}
      </ul>
      <p>
        <PlaceLink to={{ at: 'enquiries', path: '' }}>Enquiries of schools</PlaceLink>
      </p>
      <p>
        <PlaceLink to={{ at: 'invoices', path: '' }}>Invoices that the council pays</PlaceLink>
      </p>
      {roles.includes('commissioner') ? (
        <IfOn feature="block-purchases">
          <p>
            <PlaceLink to={{ at: 'block-purchases', path: '' }}>Block purchases of all buyers</PlaceLink>
          </p>
        </IfOn>
      ) : null}
    </>
  );
};
