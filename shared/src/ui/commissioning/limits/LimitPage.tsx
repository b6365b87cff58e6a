import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { LimitReply } from '../../../contract/limits.ts';
import type { listRegistrationLoads } from '../../../contract/registration-loads.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { formatMoney, pence } from '../../../domain/money/money.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { countWords } from '../../words.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { endActs, limitActs } from './limit-acts.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  allowance: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

type Loads = ReplyOf<typeof listRegistrationLoads>;
/** A limit as this page shows it: one of a provider of which nothing was recorded has no ledger to tell of. */
type Shown = Pick<LimitReply, 'ref' | 'kind' | 'of' | 'name' | 'overrides'> & Partial<LimitReply>;

const shownOf = (ref: string, limits: readonly LimitReply[], { providers }: Loads): Shown | undefined => {
  const found = limits.find((limit) => limit.ref === ref);
  if (found) return found;
  const provider = providers.find(({ providerRef }) => `RL-${providerRef}` === ref);
  return provider && { ref, kind: 'registration-load', of: provider.providerRef, name: provider.providerName, overrides: [] };
};

/** R12, R34: one limit, what commissioners allow beyond it, and, of a provider, whom it declares from elsewhere. */
export const LimitPage: React.FC<{ readonly limitRef: string }> = ({ limitRef }) => {
  const limits = useCommissioning('listLimits', {});
  const loads = useCommissioning('listRegistrationLoads', {});
  const client = useCommissioningClient();
  const command = useCommand('listLimits', 'listRegistrationLoads');
  return (
    <Loaded reads={[limits, loads] as const} what="the limit" failed="The limit could not be loaded" page="Limit">
      {(known, seen) => {
        const limit = shownOf(limitRef, known.limits, seen);
        if (!limit)
          return (
            <Page title="Limit" above={above}>
              <EmptyState title="There is no such limit">
                {`Nothing is limited under ${limitRef}: a framework has a limit when orders are made under it, and a provider unless it is a registered school.`}
              </EmptyState>
            </Page>
          );
        return (
          <Page title={titleOf(limit)} above={above} told={command.told}>
            <Facts facts={factsOf(limit, seen)} />
            {limit.kind === 'registration-load' ? (
              <PlaceLink to={commissioningPlace({ at: 'passport', providerRef: limit.of })}>{`Passport of ${limit.name}`}</PlaceLink>
            ) : null}
            <Acts acts={limitActs(limit, client)} command={command} />
            <Allowances limit={limit} command={command} />
          </Page>
        );
      }}
    </Loaded>
  );
};

const above = [{ to: { at: 'limits' }, name: 'Limits' }] as const;

const titleOf = ({ kind, name }: Shown): string => (kind === 'framework-value' ? `Value of ${name}` : `Full-time pupils at ${name}`);

const factsOf = ({ kind, of, taken, limit, liveOrders, elsewhere }: Shown, { providers, policy }: Loads): readonly Fact[] => {
  if (kind === 'framework-value')
    return [
      { label: 'Ordered, ex VAT', value: formatMoney(pence(taken ?? 0)) },
      {
        label: 'May be ordered, ex VAT',
        value: limit === undefined ? 'The framework states no value' : formatMoney(pence(limit)),
      },
      { label: 'Orders', value: String(liveOrders ?? 0) },
    ];
  const load = providers.find(({ providerRef }) => providerRef === of);
  return [
    ...(load === undefined
      ? []
      : [
          {
            label: 'Full-time, on the heaviest day from today on',
            value: `${load.fullTime} of ${policy.pupils}, and ${load.fullTimeWithPlan} of ${policy.withPlan} with a plan or looked after`,
          },
        ]),
    {
      label: 'From elsewhere',
      value:
        elsewhere === undefined
          ? 'The provider has declared none'
          : `${countWords(elsewhere.pupils, 'full-time pupil')}, ${elsewhere.withPlan} with a plan or looked after, as at ${formatDate(elsewhere.asAt)}`,
    },
  ];
};

type Override = LimitReply['overrides'][number];

export const allowedWords = ({ allowed, until }: Pick<Override, 'allowed' | 'until'>): string =>
  allowed.kind === 'value'
    ? `Up to ${formatMoney(pence(allowed.upTo))} until ${formatDate(until)}`
    : `Up to ${countWords(allowed.pupils, 'full-time pupil')}, ${allowed.withPlan} with a plan or looked after, until ${formatDate(until)}`;

const Allowances: React.FC<{ readonly limit: Shown; readonly command: Command }> = ({ limit, command }) => {
  const styles = useStyles();
  const client = useCommissioningClient();
  return (
    <section className={styles.section} aria-label="Allowances">
      <Heading level={2}>Allowances</Heading>
      {limit.overrides.length === 0 ? <Text block>Nothing is allowed beyond the limit.</Text> : null}
      {[...limit.overrides].reverse().map((override) => (
        <article key={override.ref} className={styles.allowance} aria-label={override.ref}>
          <Heading level={3}>{allowedWords(override)}</Heading>
          <Facts
            facts={[
              { label: 'State', value: override.inForce ? 'Holds today' : 'Ended' },
              { label: 'Recorded', value: `${formatInstant(override.at)}, by ${override.by}` },
              { label: 'Why', value: override.reason },
            ]}
          />
          {override.inForce ? <Acts acts={endActs(limit, override.ref, client)} command={command} of={override.ref} /> : null}
        </article>
      ))}
    </section>
  );
};
