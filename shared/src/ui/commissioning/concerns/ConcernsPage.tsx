import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ConcernSummary } from '../../../contract/concerns.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { categoryWords, severityWords, statusWords } from '../../../domain/quality/concern-words.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';

/** Concerns about providers, for those on duty for them: what is open comes first. */
export const ConcernsPage: React.FC = () => {
  const found = useCommissioning('listConcerns', {});
  return (
    <Page title="Concerns">
      <Loaded reads={[found] as const} what="concerns" failed="The concerns could not be loaded">
        {({ concerns }) => {
          const open = concerns.filter(({ status }) => status !== 'closed');
          const closed = concerns.filter(({ status }) => status === 'closed');
          return (
            <>
              <Part title="Not closed" concerns={open} none="No concern is open" />
              {closed.length === 0 ? null : <Part title="Closed" concerns={closed} none="" />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
};

const Part: React.FC<{ readonly title: string; readonly concerns: readonly ConcernSummary[]; readonly none: string }> = (props) => {
  const { title, concerns, none } = props;
  return (
    <section aria-label={title}>
      <Heading level={2}>{title}</Heading>
      {concerns.length === 0 ? (
        <EmptyState level={3} title={none}>
          Whoever is on duty gets a card as soon as one is reported.
        </EmptyState>
      ) : (
        <Paged rows={concerns} what="concerns">
          {(rows) => (
            <Table
              caption="Newest first. Two concerns about one provider are looked into together."
              columns={[
                {
                  name: 'Concern',
                  of: ({ ref, providerName }: ConcernSummary) => (
                    <PlaceLink to={commissioningPlace({ at: 'concern', ref })}>{`${providerName} (${ref})`}</PlaceLink>
                  ),
                },
                { name: 'About', of: ({ category }) => categoryWords[category] },
                { name: 'How urgent', of: ({ severity }) => severityWords[severity] },
                { name: 'Reported', of: ({ reportedAt }) => formatInstant(reportedAt) },
                { name: 'State', of: ({ status }) => statusWords[status] },
                { name: 'Orders', as: 'short', of: ({ ordersPaused }) => (ordersPaused ? 'Paused' : 'Not paused') },
              ]}
              rows={rows}
              keyOf={({ ref }) => ref}
            />
          )}
        </Paged>
      )}
    </section>
  );
};
