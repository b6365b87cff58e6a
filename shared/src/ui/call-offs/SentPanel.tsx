import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { oneOf } from '../../domain/texts/one-of.ts';
import { ContactLine } from '../Contact.tsx';
import { Confirmation } from '../forms/Confirmation.tsx';
import { PlaceLink } from '../PlaceLink.tsx';

/** After sending: the reference, what happens next and when, and whom to ask. */
export const SentPanel = ({ callOff }: { callOff: CallOffReply }): React.ReactElement => {
  const approvers = oneOf(callOff.waitingFor);
  return (
    <Confirmation title="Request sent">
      <Text block>
        Your reference is <strong>{callOff.ref}</strong>.
      </Text>
      {approvers === '' ? null : (
        <Text block>
          What happens next: {approvers} is asked now, in Teams and by e-mail, and needs to decide by {formatDate(callOff.startDate)}, the
          first day. You are told as soon as that is done. No order goes to the provider before the last approval.
        </Text>
      )}
      <Text block>{approvers === '' ? '' : `If it takes too long, ask ${approvers}. `}You can open this page again from My requests.</Text>
      <ContactLine lead="Questions about the framework? Contact" />
      <PlaceLink to={{ at: 'my-requests' }}>See all my requests</PlaceLink>
    </Confirmation>
  );
};
