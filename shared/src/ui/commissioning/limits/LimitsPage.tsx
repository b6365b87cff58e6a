import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { LimitReply } from '../../../contract/limits.ts';
import { formatMoney, pence } from '../../../domain/money/money.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { allowedWords, LimitPage } from './LimitPage.tsx';

/** R12, R34: the limits over many orders, or one of them. */
export const LimitsPage: React.FC<{ readonly limitRef: string | undefined }> = ({ limitRef }) =>
  limitRef === undefined ? <Limits /> : <LimitPage limitRef={limitRef} />;

const Limits: React.FC = () => {
  const found = useCommissioning('listLimits', {});
  return (
    <Page title="Limits">
      <Loaded reads={[found] as const} what="the limits" failed="The limits could not be loaded">
        {({ limits }) => (
          <>
            <section aria-label="Values of frameworks">
              <Heading level={2}>Values of frameworks</Heading>
              {limits.some(isValue) ? (
                <Table
                  caption="What is ordered under each framework, ex VAT"
                  columns={[
                    { name: 'Framework', of: linkTo },
                    { name: 'Ordered', as: 'short', of: ({ taken = 0 }: LimitReply) => formatMoney(pence(taken)) },
                    {
                      name: 'May be ordered',
                      as: 'short',
                      of: ({ limit }) => (limit === undefined ? 'No limit' : formatMoney(pence(limit))),
                    },
                    { name: 'How near', of: standingWords },
                    { name: 'Allowed today', of: allowanceWords },
                  ]}
                  rows={limits.filter(isValue)}
                  keyOf={({ ref }) => ref}
                />
              ) : (
                <EmptyState level={3} title="Nothing is ordered yet" />
              )}
            </section>
            <section aria-label="Pupils at providers">
              <Heading level={2}>Pupils at providers</Heading>
              {limits.some((limit) => !isValue(limit)) ? (
                <Table
                  caption="Providers with an allowance, or pupils from elsewhere"
                  columns={[
                    { name: 'Provider', of: linkTo },
                    {
                      name: 'From elsewhere',
                      as: 'short',
                      of: ({ elsewhere }: LimitReply) => String(elsewhere?.pupils ?? 'None declared'),
                    },
                    { name: 'Allowed today', of: allowanceWords },
                  ]}
                  rows={limits.filter((limit) => !isValue(limit))}
                  keyOf={({ ref }) => ref}
                />
              ) : (
                <EmptyState level={3} title="No provider has an allowance or pupils from elsewhere" />
              )}
              <p>
                <PlaceLink to={commissioningPlace({ at: 'registration' })}>Every provider that is no registered school</PlaceLink>
              </p>
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
};

const isValue = ({ kind }: LimitReply): boolean => kind === 'framework-value';

const linkTo = ({ ref, name }: LimitReply): React.ReactElement => (
  <PlaceLink to={commissioningPlace({ at: 'limits', ref })}>{name}</PlaceLink>
);

const standingWords = ({ standing, taken = 0, limit = 0 }: LimitReply): string => {
  if (standing === 'full') return 'At its own value: orders need an allowance';
  const percent = limit === 0 ? 0 : Math.floor((taken * 100) / limit);
  return standing === 'near' ? `Near it: ${percent}%` : `${percent}%`;
};

const allowanceWords = ({ overrides }: LimitReply): string =>
  overrides
    .filter(({ inForce }) => inForce)
    .map(allowedWords)
    .join('. ') || 'Nothing more';
