import * as React from 'react';
import type { FrameworkReply } from '../../../contract/rounds.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { buyerTypeNames } from '../../../domain/register/buyer-type.ts';
import { basisReasons } from '../../../domain/register/framework.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type LotNames, lotName, useLotNames } from '../rounds/lot-names.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { FrameworkRounds } from './FrameworkRounds.tsx';
import { frameworkActs } from './framework-acts.tsx';
import { frameworkStatusWords, kindWords, priceRuleWords, regimeWords } from './framework-words.tsx';

const above = [{ to: { at: 'frameworks' }, name: 'Frameworks' }] as const;

/** One framework: its terms (R29), what can be done next, its rounds, and what was done. */
export const FrameworkPage: React.FC<{ readonly frameworkRef: string }> = ({ frameworkRef }) => {
  const found = useCommissioning('listFrameworks', {});
  const named = useLotNames(frameworkRef);
  const client = useCommissioningClient();
  const command = useCommand('listFrameworks', 'listRounds');
  return (
    <Loaded reads={[found] as const} what="the framework" failed="The framework could not be loaded" page="Framework">
      {({ frameworks }) => {
        const framework = frameworks.find(({ ref }) => ref === frameworkRef);
        if (!framework)
          return (
            <Page title="Framework" above={above}>
              <EmptyState title="There is no such framework">{`No framework has the reference ${frameworkRef}.`}</EmptyState>
            </Page>
          );
        return (
          <Page title={`${framework.terms.name} (${framework.ref})`} above={above} told={command.told}>
            <Facts facts={factsOf(framework, named)} />
            <Acts acts={frameworkActs(framework, client)} command={command} />
            <FrameworkRounds framework={framework} />
            <section aria-label="History">
              <Heading level={2}>History</Heading>
              <Table
                caption="What was done, newest first"
                columns={[
                  { name: 'When', as: 'short', of: ({ at }: FrameworkReply['history'][number]) => formatInstant(at) },
                  { name: 'What', of: ({ what, comment }) => `${what}${comment === undefined ? '' : `: ${comment}`}` },
                  { name: 'By', of: ({ by }) => by },
                ]}
                rows={[...framework.history].reverse()}
                keyOf={({ at, what }) => `${at} ${what}`}
              />
            </section>
          </Page>
        );
      }}
    </Loaded>
  );
};

const notStated = 'Not stated yet';

const factsOf = ({ status, standstillUntil, terms }: FrameworkReply, named: LotNames): readonly Fact[] => [
  { label: 'State', value: frameworkStatusWords[status] },
  ...(standstillUntil === undefined ? [] : [{ label: 'Standstill until the end of', value: formatDate(standstillUntil) }]),
  { label: 'Contracting authority', value: terms.authority },
  { label: 'Law', value: regimeWords[terms.legalRegime] },
  { label: 'Kind', value: kindWords[terms.kind] },
  { label: 'First day', value: formatDate(terms.liveFrom) },
  { label: 'Last day', value: formatDate(terms.expiresOn) },
  ...(terms.termReason === undefined ? [] : [{ label: 'Why so long', value: terms.termReason }]),
  { label: 'Lots', value: terms.lotKeys.map((key) => lotName(key, named)).join('\n') || notStated },
  { label: 'Who may buy', value: terms.eligibleBuyerTypes.map((type) => buyerTypeNames[type]).join(', ') || notStated },
  { label: 'What may be bought', value: terms.scope || notStated },
  { label: 'Greatest value, without VAT', value: terms.maxValue > 0 ? formatMoney(terms.maxValue) : notStated },
  { label: 'Prices', value: `${priceRuleWords[terms.priceRule]}, in periods of ${terms.pricePeriodMonths} months` },
  { label: 'How providers are chosen', value: terms.selectionProcess || notStated },
  { label: 'Grounds for an order', value: terms.permittedBases.map((basis) => basisReasons[basis]).join('\n') || notStated },
  { label: 'Standstill', value: `${terms.standstillWorkingDays} working days` },
  {
    label: 'Competition',
    value: terms.competition
      ? `${terms.competition.portal}, notice ${terms.competition.noticeId}, until ${formatInstant(terms.competition.closedAt)}\nEvidence: ${terms.competition.evidenceUrl}`
      : 'In rounds of this service',
  },
];
