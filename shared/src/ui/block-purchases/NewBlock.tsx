import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { blockPlace } from '../../contract/block-place.ts';
import type { draftBlock } from '../../contract/block-purchases.ts';
import type { BodyOf } from '../../contract/endpoint.ts';
import type { BuyerReply, MembershipReply } from '../../contract/me.ts';
import type { ServiceReply } from '../../contract/service.ts';
import type { BlockKind } from '../../domain/block-purchases/block-purchase.ts';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { ActForm } from '../orders/ActForm.tsx';
import { choiceFault } from '../orders/faults.ts';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { bandLines } from './block-words.ts';
import { type FirstPlan, firstPlanOf } from './first-plan.ts';
import { PlanFields, planFields } from './PlanFields.tsx';
import { blankPlan, planFaults, planFrom, planOf } from './plan-answers.ts';
import { useBlockAct } from './use-block-act.tsx';
import { useBlockStyles } from './use-block-styles.tsx';
import { useBlocksClient } from './use-blocks.tsx';

type Draft = BodyOf<typeof draftBlock>;

/** Buyers for which somebody may begin a block purchase. */
const buyersFor = (memberships: readonly MembershipReply[]): readonly BuyerReply[] =>
  memberships
    .filter(({ status, roles, whyNotBuy }) => status === 'active' && roles.includes('requester') && whyNotBuy === undefined)
    .map(({ buyer }) => buyer);

/** Drafts a block purchase of one service. */
export const NewBlock: React.FC<{ readonly serviceRef: string }> = ({ serviceRef }) => {
  const { place } = useSurroundings();
  const first = firstPlanOf(place);
  const service = useApi('getService', { params: { serviceRef } });
  const me = useApi('getMe', {});
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'service', serviceRef }}>Back to the service</PlaceLink>
      </div>
      <PageHeading>Buy in a block</PageHeading>
      <Loaded reads={[service, me] as const} what="the service" failed="The service could not be loaded">
        {(found, { memberships }) => {
          const buyers = buyersFor(memberships);
          if (buyers.length === 0) return <NoAccess level={2} title="You cannot begin a block purchase" />;
          return found.listed && found.volumeBands ? (
            <DraftForm service={found} bands={found.volumeBands} buyers={buyers} first={first} />
          ) : (
            <EmptyState title="This service cannot be bought in a block">
              <Text block>{found.listed ? 'It has no volume prices, so there is nothing to gain by it.' : found.whyNot}</Text>
              <PlaceLink to={blockPlace({ at: 'all' })}>See all block purchases</PlaceLink>
            </EmptyState>
          );
        }}
      </Loaded>
    </>
  );
};

const kinds = [
  { value: 'joint', label: 'We invite other buyers to join' },
  { value: 'individual', label: 'We buy alone' },
] as const;

interface FormProps {
  readonly service: ServiceReply;
  readonly bands: NonNullable<ServiceReply['volumeBands']>;
  readonly buyers: readonly BuyerReply[];
  readonly first: FirstPlan | undefined;
}

const DraftForm: React.FC<FormProps> = ({ service, bands, buyers, first }) => {
  const { section, panel } = useBlockStyles();
  const { go } = useSurroundings();
  const client = useBlocksClient();
  const [plan, setPlan] = React.useState(first ? planFrom(first) : blankPlan);
  const [purchase, setPurchase] = React.useState<BlockKind | ''>(first ? 'joint' : '');
  const [leadBuyerRef, setLead] = React.useState(buyers.length === 1 ? (buyers[0]?.ref ?? '') : '');
  const [notice, setNotice] = React.useState<string>();
  const { busy, act } = useBlockAct((reply, changed) => {
    setNotice(changed);
    if (!reply) return;
    go(blockPlace({ at: 'one', ref: reply.purchase.ref, buyerRef: leadBuyerRef }), { replace: true });
  });
  const stated = planOf(plan);
  const body: Draft | undefined =
    stated && purchase !== '' && leadBuyerRef !== '' ? { purchase, leadBuyerRef, serviceRef: service.serviceRef, plan: stated } : undefined;
  return (
    <div className={section}>
      <Text block>{`${service.name} by ${service.providerName}`}</Text>
      <div className={panel}>
        {bandLines({ bands: [{ fromUnits: 1, unitPrice: service.price }, ...bands], unit: service.unit }).map((line) => (
          <Text key={line} block>
            {line}
          </Text>
        ))}
        <Text block>Prices are without VAT. Everybody pays the price of the total that is reached, for all units.</Text>
      </div>
      {notice === undefined ? null : (
        <Notice intent="warning" title="Nothing was saved">
          {notice}
        </Notice>
      )}
      <ActForm<Draft>
        busy={busy}
        give={(given, onRefused) => act(given, (key) => client.draftBlock({ body: given, key }), onRefused)}
        fields={['purchase', 'leadBuyerRef', ...planFields]}
        faults={[
          choiceFault('leadBuyerRef', leadBuyerRef, 'Choose who leads the purchase'),
          choiceFault('purchase', purchase, 'Choose whether other buyers may join'),
          ...planFaults(plan),
        ]}
        body={body}
        button="Save the draft"
      >
        {buyers.length > 1 ? (
          <RadioField
            name="leadBuyerRef"
            label="Who leads the purchase?"
            options={buyers.map(({ ref, name }) => ({ value: ref, label: name }))}
            value={leadBuyerRef}
            onChange={setLead}
          />
        ) : null}
        <RadioField
          name="purchase"
          label="Who buys?"
          hint="Each buyer has its own order and owes its own share. No money passes through the lead"
          options={kinds}
          value={purchase}
          onChange={setPurchase}
        />
        <PlanFields answers={plan} change={(part) => setPlan((before) => ({ ...before, ...part }))} unit={service.unit} />
        <Text block>Nothing is open yet when the draft is saved: you look at it once more first.</Text>
      </ActForm>
    </div>
  );
};
