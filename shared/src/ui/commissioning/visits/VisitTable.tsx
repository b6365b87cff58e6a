import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { VisitReply } from '../../../contract/visits.ts';
import { formatDate, type LocalDate } from '../../../domain/days/local-date.ts';
import { PlaceLink } from '../../PlaceLink.tsx';
import { type Column, Table } from '../Table.tsx';
import { dayOf, stateWords } from './visit-words.tsx';

interface Props {
  readonly caption: string;
  readonly visits: readonly VisitReply[];
  readonly today: LocalDate;
}

const openActions: Column<VisitReply> = {
  name: 'Open actions',
  as: 'short',
  of: ({ actions }) => (actions.length === 0 ? '' : `${actions.filter(({ doneBy }) => doneBy === undefined).length} of ${actions.length}`),
};

/** Visits, each with the link to its page. */
export const VisitTable: React.FC<Props> = ({ caption, visits, today }) => (
  <Table
    caption={caption}
    columns={[
      {
        name: 'Visit to',
        of: ({ ref, providerName }: VisitReply) => (
          <PlaceLink to={commissioningPlace({ at: 'visit', ref })}>{`${providerName} (${ref})`}</PlaceLink>
        ),
      },
      { name: 'Day', as: 'short', of: (visit) => formatDate(dayOf(visit), 'short') },
      { name: 'State', of: (visit) => stateWords(visit, today) },
      ...(visits.some(({ actions }) => actions.length > 0) ? [openActions] : []),
    ]}
    rows={visits}
    keyOf={({ ref }) => ref}
  />
);
