import * as React from 'react';
import type { OrderReply } from '../../contract/orders.ts';
import { DisclosureSection } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import type { ActProps } from './act-props.ts';
import { CancelForm } from './CancelForm.tsx';
import { ExtendForm, VaryForm } from './ChangeForms.tsx';
import { CompleteForm, EndForm } from './EndForms.tsx';
import { NoticeForm } from './NoticeForm.tsx';
import type { OneOpen } from './one-open.ts';
import { PauseForm, ResumeForm } from './PauseForms.tsx';
import { StartForm } from './StartForm.tsx';

type Kind = Exclude<OrderReply['may'][number], 'record-start-check' | 'see-setting-change' | 'decide-change'>;

interface OneAct {
  readonly title: string;
  readonly form: (props: ActProps) => React.ReactElement;
}

/** In the order in which they come in the life of an order. */
const acts: Readonly<Record<Kind, OneAct>> = {
  start: { title: 'The pupil has started', form: StartForm },
  complete: { title: 'Complete the order', form: CompleteForm },
  resume: { title: 'Take the placement up again', form: ResumeForm },
  vary: { title: 'Change the days of the week', form: VaryForm },
  extend: { title: 'Extend the placement', form: ExtendForm },
  pause: { title: 'Pause the placement', form: PauseForm },
  'give-notice': { title: 'Give notice', form: NoticeForm },
  end: { title: 'End the placement at once', form: EndForm },
  cancel: { title: 'Cancel the order', form: CancelForm },
};

/** What this person can do with the order now, as a menu of which one opens at a time. */
export const Acts = ({ open, toggle, ...given }: ActProps & OneOpen): React.ReactElement | null => {
  const can = (Object.entries(acts) as [Kind, OneAct][]).filter(([kind]) => given.order.may.includes(kind));
  if (can.length === 0) return null;
  return (
    <section aria-label="What you can do">
      <Heading level={3}>What you can do</Heading>
      {can.map(([kind, { title, form: ActForm }]) => (
        <DisclosureSection key={kind} title={title} open={open === kind} onToggle={() => toggle(kind)}>
          <ActForm {...given} />
        </DisclosureSection>
      ))}
    </section>
  );
};
