import { Checkbox } from '@fluentui/react-checkbox';
import * as React from 'react';
import type { QuoteReply } from '../../contract/call-offs.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { Notice } from '../states/Notice.tsx';
import type { QuoteState } from './use-quote.tsx';

type Plan = Pick<QuoteReply, 'steps' | 'missing'>;

interface Props {
  readonly state: Pick<QuoteState, 'quote' | 'earlier' | 'pending'>;
  readonly useFallback: boolean;
  readonly onUseFallback: (use: boolean) => void;
}

/** Said before the form is filled in: nobody may approve this, and who could stand in. The choice stays visible once it is made. */
export const ApproverNotice = ({ state, useFallback, onUseFallback }: Props): React.ReactElement | null => {
  const plan = useSteadyPlan(state, useFallback);
  if (plan === undefined || (plan.missing.length === 0 && !useFallback)) return null;
  const open = plan.missing.length > 0;
  const standIn = standInOf(plan, useFallback);
  return (
    <Notice
      intent={open ? 'warning' : 'info'}
      title={open ? 'Nobody can approve this request yet' : `The request goes to ${standIn ?? 'the person who stands in'}`}
    >
      {open ? plan.missing.map(({ sentence }) => sentence).join(' ') : 'Nobody else can approve it.'}
      {standIn === undefined ? null : (
        <div>
          <Checkbox
            checked={useFallback}
            label={`Send it to ${standIn} instead`}
            onChange={(_, data) => onUseFallback(data.checked === true)}
          />
        </div>
      )}
    </Notice>
  );
};

const standInOf = (plan: Plan, useFallback: boolean): string | undefined => {
  const offered = plan.missing.find(({ fallbackName }) => fallbackName !== undefined)?.fallbackName;
  if (offered !== undefined || !useFallback) return offered;
  const names = plan.steps.find(({ kind }) => kind === 'buyer')?.approvers ?? [];
  return names.length === 0 ? undefined : oneOf(names);
};

/** While a newer plan is on its way the last one that lacked an approver stays, so that the choice does not vanish under the person's hand. */
const useSteadyPlan = ({ quote, earlier, pending }: Props['state'], useFallback: boolean): Plan | undefined => {
  const lacking = React.useRef<Plan>();
  const plan = quote ?? earlier;
  if (plan && plan.missing.length > 0) lacking.current = plan;
  return pending && !useFallback ? (lacking.current ?? plan) : plan;
};
