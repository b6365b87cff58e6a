import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { ServiceRow } from './ServiceRow.tsx';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' }, old: { opacity: 0.6 } });

interface ResultsProps {
  readonly items: DirectoryReply['items'];
  readonly vat: DirectoryReply['vat'];
  /** Whether the search asks for something, so that each row says why it is here. */
  readonly explain: boolean;
  /** Whether a newer search is under way and these rows are about to be replaced. */
  readonly old: boolean;
}

/** The results as a plain list: screen readers say how many there are and move through them by heading. */
export const Results: React.FC<ResultsProps> = ({ items, vat, explain, old }) => {
  const styles = useStyles();
  const { host } = useSteadySurroundings();
  // A channel's tab is the same for everybody, and a web part only reads: what is a school's own stands in the person's own tab.
  const shortlists = host.elsewhere?.has({ at: 'shortlist' }) !== true;
  return (
    <ul aria-label="Services" className={mergeClasses(styles.list, old && styles.old)} {...(old ? { 'aria-busy': true } : {})}>
      {items.map((service) => (
        <li key={service.serviceRef}>
          <ServiceRow service={service} vat={vat} explain={explain} shortlists={shortlists} />
        </li>
      ))}
    </ul>
  );
};
