import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type CommissioningPlace, commissioningPlace } from '../../contract/commissioning-place.ts';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { ToldLine } from './ToldLine.tsx';
import type { Told } from './use-command.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '1100px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  trail: { display: 'flex', flexWrap: 'wrap', gap: `0 ${tokens.spacingHorizontalS}`, margin: 0, padding: 0, listStyleType: 'none' },
});

/** A page above this one. */
export interface Above {
  readonly to: CommissioningPlace;
  readonly name: string;
}

interface PageProps {
  readonly title: string;
  /** The pages between the area's first page and this one. */
  readonly above?: readonly Above[];
  /** What became of the last command of the page. */
  readonly told?: Told | undefined;
  readonly children: React.ReactNode;
}

const area: Above = { to: { at: 'home' }, name: 'Commissioning' };

/** A page of the area: the way back to the pages above it, its title, and what it shows. */
export const Page: React.FC<PageProps> = ({ title, above = [], told, children }) => {
  const { page, trail } = useStyles();
  return (
    <div className={page}>
      <div>
        <nav aria-label="Breadcrumb">
          <ol className={trail}>
            {[area, ...above].map(({ to, name }) => (
              <li key={name}>
                <PlaceLink to={commissioningPlace(to)}>{name}</PlaceLink> <span aria-hidden="true">›</span>
              </li>
            ))}
          </ol>
        </nav>
        <PageHeading>{title}</PageHeading>
        <ToldLine told={told} />
      </div>
      {children}
    </div>
  );
};
