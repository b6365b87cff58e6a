import * as React from 'react';
import { DisclosureSection } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import { CancelForm, StopForm } from './EndForms.tsx';
import { AmendForm, OpenForm } from './LeadForms.tsx';
import { OfferUnits } from './OfferUnits.tsx';
import { PledgeForm } from './PledgeForm.tsx';
import { pledgeStanding } from './pledge-lines.ts';
import { useBlockStyles } from './use-block-styles.tsx';
import type { BlockActProps } from './use-blocks.tsx';
import { WithdrawPledge } from './WithdrawPledge.tsx';

type Kind = 'open-block' | 'amend-block' | 'pledge' | 'withdraw-pledge' | 'offer-transfer' | 'cancel-block' | 'stop-offer';

const acts: Readonly<Record<Kind, { readonly title: string; readonly form: React.FC<BlockActProps> }>> = {
  'open-block': { title: 'Open it for pledges', form: OpenForm },
  'amend-block': { title: 'Change the draft', form: AmendForm },
  pledge: { title: 'Change your pledge', form: PledgeForm },
  'withdraw-pledge': { title: 'Withdraw your pledge', form: WithdrawPledge },
  'offer-transfer': { title: 'Offer free units to another buyer', form: OfferUnits },
  'cancel-block': { title: 'Cancel the block purchase', form: CancelForm },
  'stop-offer': { title: 'Stop the offer to the provider', form: StopForm },
};

/** What this person can do with it now, as a menu of which one opens at a time. A first pledge has its own place on the page. */
export const BlockActs: React.FC<BlockActProps> = (given) => {
  const { section } = useBlockStyles();
  const [open, setOpen] = React.useState<Kind>();
  const { may, purchase } = given.reply;
  const isOffered = (kind: Kind): boolean => may.includes(kind) && (kind !== 'pledge' || pledgeStanding(purchase.own?.pledge));
  const can = (Object.entries(acts) as [Kind, (typeof acts)[Kind]][]).filter(([kind]) => isOffered(kind));
  if (can.length === 0) return null;
  return (
    <section aria-label="What you can do">
      <Heading level={2}>What you can do</Heading>
      {can.map(([kind, { title, form: Act }]) => (
        <DisclosureSection key={kind} title={title} open={open === kind} onToggle={() => setOpen(open === kind ? undefined : kind)}>
          <div className={section}>
            <Act {...given} />
          </div>
        </DisclosureSection>
      ))}
    </section>
  );
};
