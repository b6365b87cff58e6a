import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { RoundSummary } from '../../../contract/rounds.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Table } from '../Table.tsx';
import { countsWords, roundStatusWords } from './round-words.tsx';

/** Rounds with their states and times, each a link to its own page. */
export const RoundTable: React.FC<{ readonly rounds: readonly RoundSummary[] }> = ({ rounds }) => (
  <Table
    caption="Rounds, newest first"
    columns={[
      {
        name: 'Round',
        of: ({ ref, frameworkName }: RoundSummary) => (
          <PlaceLink to={commissioningPlace({ at: 'round', ref })}>{`${frameworkName} (${ref})`}</PlaceLink>
        ),
      },
      { name: 'State', of: ({ status }) => roundStatusWords[status] },
      { name: 'Opens', of: ({ opensAt }) => formatInstant(opensAt) },
      { name: 'Closes', of: ({ closesAt }) => formatInstant(closesAt) },
      { name: 'Applications', of: ({ applications }) => countsWords(applications) },
      { name: 'Questions to answer', as: 'number', of: ({ waiting }) => `${waiting}` },
    ]}
    rows={rounds}
    keyOf={({ ref }) => ref}
  />
);
