import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { AwardReply } from '../../../contract/awards.ts';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { afterPrice } from '../../../domain/money/band-words.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { useApi } from '../../use-api.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { areaRolesOf } from '../roles.tsx';
import { Table } from '../Table.tsx';
import { useAwards, useAwardsClient } from '../use-awards.tsx';
import { useCommand } from '../use-command.tsx';
import { awardActs } from './award-acts.tsx';
import { awardStatusWords, exclusionWords, nextOf, pointsWords } from './award-words.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** One award: what was decided on what grounds, and what is next. */
export const AwardPage: React.FC<{ readonly awardRef: string }> = ({ awardRef }) => {
  const me = useApi('getMe', {});
  const found = useAwards('getAward', { params: { ref: awardRef } });
  const client = useAwardsClient();
  const command = useCommand('getAward', 'listAwards');
  const { section } = useStyles();
  return (
    <Loaded reads={[me, found] as const} what="the award" failed="The award could not be loaded" page="Award">
      {(person, award) => (
        <Page title={`Award to ${award.providerName}`} above={[{ to: { at: 'awards' }, name: 'Awards' }]} told={command.told}>
          <Facts facts={factsOf(award)} />
          <section className={section} aria-label="What is next">
            <Heading level={2}>What is next</Heading>
            <Text block>{`${nextStep(award)}.`}</Text>
            <Acts acts={awardActs(award, areaRolesOf(person), client)} command={command} />
          </section>
          <Lots award={award} />
          <Prices award={award} />
          {hasPriceBook.includes(award.status) && areaRolesOf(person).includes('commissioner') ? (
            <PlaceLink to={commissioningPlace({ at: 'price-book', providerRef: award.providerRef, frameworkRef: award.frameworkRef })}>
              {`Price book of ${award.providerName} under ${award.frameworkRef}`}
            </PlaceLink>
          ) : null}
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }: AwardReply['history'][number]) => formatInstant(at) },
                { name: 'What', of: ({ what, comment }) => `${what}${comment === undefined ? '' : `: ${comment}`}` },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...award.history].reverse()}
              keyOf={({ at, what }) => `${at} ${what}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};

/** The prices are reserved with the agreement that goes out. */
const hasPriceBook: readonly AwardReply['status'][] = ['agreement-sent', 'signed', 'countersigned', 'in-force'];

const nextStep = ({ status, standstill, exclusionCheck, mayDecide }: AwardReply): string =>
  nextOf({ status, lastDay: standstill?.lastDay, exclusionChecked: exclusionCheck !== undefined, mayDecide });

const Lots: React.FC<{ readonly award: AwardReply }> = ({ award: { lots, source } }) => (
  <section aria-label="Lots">
    <Heading level={2}>Lots</Heading>
    <Table
      caption="Points out of 100, quality and price by the weights of the round"
      columns={[
        {
          name: 'Lot',
          of: ({ lotKey }: AwardReply['lots'][number]) =>
            source.kind === 'round' ? (
              <PlaceLink to={commissioningPlace({ at: 'ranking', roundRef: source.roundRef, lotKey })}>{`Ranking of ${lotKey}`}</PlaceLink>
            ) : (
              lotKey
            ),
        },
        { name: 'Quality', as: 'number', of: ({ qualityPoints }) => pointsWords(qualityPoints) },
        { name: 'Price', as: 'number', of: ({ pricePoints }) => pointsWords(pricePoints) },
        { name: 'Total', as: 'number', of: ({ total }) => pointsWords(total) },
        { name: 'Place', as: 'number', of: ({ place }) => (place === undefined ? '' : `${place}`) },
      ]}
      rows={lots}
      keyOf={({ lotKey }) => lotKey}
    />
  </section>
);

const Prices: React.FC<{ readonly award: AwardReply }> = ({ award: { prices } }) => (
  <section aria-label="Prices">
    <Heading level={2}>Prices</Heading>
    <Table
      caption="What was offered, without VAT. Fixed for the price period once the award is in force."
      columns={[
        { name: 'Service', of: ({ serviceName, serviceRef }: AwardReply['prices'][number]) => serviceName ?? serviceRef },
        { name: 'Lot', of: ({ lotKey }) => lotKey },
        { name: 'Group', of: ({ group }) => (group === undefined ? '' : `${group.from} to ${group.to} pupils`) },
        {
          name: 'Price',
          as: 'number',
          of: ({ price, unit, volumeBands }) => `${formatMoney(price)} per ${unit}${afterPrice(volumeBands)}`,
        },
      ]}
      rows={prices}
      keyOf={({ serviceRef, unit, group }) => `${serviceRef} ${unit} ${group?.from ?? ''}`}
    />
  </section>
);

const fact = (label: string, value: string | undefined): readonly Fact[] => (value === undefined ? [] : [{ label, value }]);

const factsOf = ({ status, source, exclusionCheck, standstill, agreement, ...award }: AwardReply): readonly Fact[] => [
  { label: 'Stage', value: awardStatusWords[status] },
  { label: 'Framework', value: award.frameworkRef },
  ...(source.kind === 'round'
    ? fact('Out of', `Round ${source.roundRef}`)
    : [
        ...fact('Tendered on', `${source.portal}, notice ${source.noticeId}, decided ${formatDate(source.decidedOn)}`),
        ...fact('Evidence', source.evidenceUrl),
      ]),
  {
    label: 'Exclusion check',
    value: exclusionCheck
      ? `${exclusionWords[exclusionCheck.outcome]}. Debarment list read ${formatDate(exclusionCheck.debarmentListCheckedOn)} by ${exclusionCheck.checkedBy}. ${exclusionCheck.reason ?? ''}`
      : 'Not recorded yet',
  },
  ...fact(
    'Standstill',
    standstill &&
      `Notice published ${formatDate(standstill.noticePublishedOn)}, ${standstill.workingDays} working days${standstill.lastDay === undefined ? '' : `, last day ${formatDate(standstill.lastDay)}`}`,
  ),
  ...fact('Agreement sent', agreement && formatDate(agreement.sentOn)),
  ...fact(
    'Signed',
    agreement?.signedOn &&
      `${formatDate(agreement.signedOn)}${agreement.signatory ? ` by ${agreement.signatory.name}, ${agreement.signatory.position}` : ''}`,
  ),
  ...fact('Countersigned', agreement?.countersignedOn && formatDate(agreement.countersignedOn)),
];
