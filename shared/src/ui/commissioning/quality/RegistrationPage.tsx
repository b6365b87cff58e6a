import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listRegistrationLoads } from '../../../contract/registration-loads.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import type { LoadStanding } from '../../../domain/quality/registration-load.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { countWords } from '../../words.tsx';
import { Page } from '../Page.tsx';
import { Paged } from '../Paged.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { passportStateWords } from './quality-words.tsx';

type Seen = ReplyOf<typeof listRegistrationLoads>;
type Load = Seen['providers'][number];

/** R12 to R14: how near providers that are no registered school come to the number of pupils at which they must register. */
export const RegistrationPage: React.FC = () => {
  const found = useCommissioning('listRegistrationLoads', {});
  return (
    <Page title="Registration as a school" above={[{ to: { at: 'quality' }, name: 'Quality' }]}>
      <Notice intent="info" title="Only orders made here are counted, and what providers declare">
        Pupils who come by other ways, from other councils or parents, are not seen unless the provider has declared them. Schools are told
        no number. A low count does not tell that a provider need not register: that is for the provider and the Department for Education.
      </Notice>
      <Loaded reads={[found] as const} what="the counts" failed="The counts could not be loaded">
        {(seen) => (
          <>
            <Counts seen={seen} />
            <Rule seen={seen} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const standingWords: Readonly<Record<LoadStanding, string>> = {
  at: 'At the number, or above',
  near: 'Near the number',
  below: 'Below it, as far as orders here show',
  'registered-school': 'Registered as a school',
};

const declaredWords = ({ elsewhere, allowed }: Load): string =>
  [
    ...(elsewhere === undefined ? [] : [`${elsewhere.pupils} from elsewhere, as at ${formatDate(elsewhere.asAt, 'short')}.`]),
    ...(allowed === undefined
      ? []
      : [`Up to ${allowed.pupils}, ${allowed.withPlan} with a plan, allowed until ${formatDate(allowed.until, 'short')}.`]),
  ].join(' ');

/** '3 of 5', and beside them how many come nearly full-time. */
const countedWords = (full: number, limit: number, nearly: number): string =>
  `${full} of ${limit}${nearly === 0 ? '' : `, ${nearly} nearly`}`;

const nearWords = (load: Load): string => [standingWords[load.standing], declaredWords(load)].filter((words) => words !== '').join('. ');

const viewWords = ({ view: { state, by, on, until, reason } }: Load): string =>
  [
    passportStateWords[state],
    on === undefined ? '' : `: ${formatDate(on, 'short')}${by === undefined ? '' : `, by ${by}`}`,
    until === undefined ? '' : `, until ${formatDate(until, 'short')}`,
    reason === undefined ? '' : `. ${reason}`,
  ].join('');

const Counts: React.FC<{ readonly seen: Seen }> = ({ seen: { providers, policy } }) => (
  <section aria-label="Providers">
    <Heading level={2}>Providers</Heading>
    {providers.length === 0 ? (
      <EmptyState level={3} title="Every provider is a registered school" />
    ) : (
      <Paged rows={providers} what="providers">
        {(rows) => (
          <Table
            caption={`Pupils of compulsory school age on the heaviest day from today on, the nearest first. With a plan: an EHC plan, or looked after. Full-time: more than ${policy.fullTimeAbove} hours a week; nearly: from ${policy.nearHours}.`}
            columns={[
              {
                name: 'Provider',
                of: ({ providerRef, providerName }: Load) => (
                  <PlaceLink to={commissioningPlace({ at: 'passport', providerRef })}>{providerName}</PlaceLink>
                ),
              },
              { name: 'How near', of: nearWords },
              { name: 'Full-time', as: 'short', of: (load) => countedWords(load.fullTime, policy.pupils, load.nearFullTime) },
              {
                name: 'With a plan',
                as: 'short',
                of: (load) => countedWords(load.fullTimeWithPlan, policy.withPlan, load.nearFullTimeWithPlan),
              },
              {
                name: 'On',
                as: 'short',
                of: ({ on, fullTime, nearFullTime }) => (fullTime + nearFullTime === 0 ? '' : formatDate(on, 'short')),
              },
              { name: "A commissioner's view", of: viewWords },
              {
                name: 'Allowance',
                of: ({ providerRef, providerName }) => (
                  <PlaceLink to={commissioningPlace({ at: 'limits', ref: `RL-${providerRef}` })}>{`Limit of ${providerName}`}</PlaceLink>
                ),
              },
            ]}
            rows={rows}
            keyOf={({ providerRef }) => providerRef}
          />
        )}
      </Paged>
    )}
    <Text block>
      A view is recorded with its reason and its last day by passing the check of registration in the passport. It is never waived. Only an
      allowance that a commissioner recorded with its reason lets more orders through, up to its number and until its last day.
    </Text>
  </section>
);

const Rule: React.FC<{ readonly seen: Seen }> = ({ seen: { rule, policy } }) => (
  <section aria-label="What the rule says">
    <Heading level={2}>What the rule says</Heading>
    <Text block>
      {`A provider must register as a school when it gives full-time education to ${countWords(policy.pupils, 'pupil')} of compulsory school age, or to ${policy.withPlan} with an education, health and care plan or looked after. Full-time is not defined in law: more than ${policy.fullTimeAbove} hours a week is the view that the Department for Education works by. An order that would bring a provider to the number is refused, unless a commissioner has recorded an allowance.`}
    </Text>
    {rule ? <Facts facts={factsOf(rule)} /> : <Text block>The list of standards has no row for it: put it back.</Text>}
  </section>
);

const factsOf = ({ title, text, source, edition, checkedOn, toCompare }: NonNullable<Seen['rule']>): readonly Fact[] => [
  { label: title, value: text ?? 'The words are not in the list of standards' },
  { label: 'Source', value: source },
  { label: 'Edition', value: edition },
  {
    label: 'Compared with its source',
    value: `${checkedOn === undefined ? 'Never' : formatDate(checkedOn)}${toCompare && checkedOn !== undefined ? '. Compare it again' : ''}`,
  },
];
