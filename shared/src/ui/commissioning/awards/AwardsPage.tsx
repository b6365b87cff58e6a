import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { listAwards } from '../../../contract/awards.ts';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { awardStatuses } from '../../../domain/tenders/award/award-status.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { useApi } from '../../use-api.tsx';
import { countWords } from '../../words.tsx';
import { Page } from '../Page.tsx';
import { areaRolesOf } from '../roles.tsx';
import { Table } from '../Table.tsx';
import { useAwards } from '../use-awards.tsx';
import { awardStatusWords, nextOf } from './award-words.tsx';

type AwardSummary = ReplyOf<typeof listAwards>['awards'][number];

/** Every award by its stage, with what is next for whom. */
export const AwardsPage: React.FC = () => {
  const me = useApi('getMe', {});
  const found = useAwards('listAwards', {});
  return (
    <Page title="Awards">
      {me.data && areaRolesOf(me.data).includes('commissioner') ? (
        <PlaceLink to={commissioningPlace({ at: 'award-import' })}>Bring in an award of the portal</PlaceLink>
      ) : null}
      <Loaded reads={[found] as const} what="awards" failed="The awards could not be loaded">
        {({ awards }) =>
          awards.length === 0 ? (
            <EmptyState title="There is no award yet">
              One is proposed out of the ranking of a round, or imported from the council's e-procurement portal.
            </EmptyState>
          ) : (
            <div>
              {awardStatuses.map((status) => (
                <Stage key={status} title={awardStatusWords[status]} awards={awards.filter((award) => award.status === status)} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};

const Stage: React.FC<{ readonly title: string; readonly awards: readonly AwardSummary[] }> = ({ title, awards }) =>
  awards.length === 0 ? null : (
    <section aria-label={title}>
      <Heading level={2}>{title}</Heading>
      <Text block>{countWords(awards.length, 'award')}</Text>
      <Table
        caption={`Awards: ${title.toLowerCase()}`}
        columns={[
          {
            name: 'Provider',
            of: ({ ref, providerName }: AwardSummary) => (
              <PlaceLink to={commissioningPlace({ at: 'award', ref })}>{providerName}</PlaceLink>
            ),
          },
          { name: 'Lots', of: ({ lotKeys }) => lotKeys.join(', ') },
          { name: 'Out of', of: ({ source }) => source },
          {
            name: 'Last day of standstill',
            as: 'short',
            of: ({ standstillLastDay }) => (standstillLastDay === undefined ? '' : formatDate(standstillLastDay, 'short')),
          },
          { name: 'Next', of: ({ status, standstillLastDay }) => nextOf({ status, lastDay: standstillLastDay }) },
        ]}
        rows={awards}
        keyOf={({ ref }) => ref}
      />
    </section>
  );
