import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { CallOffReply } from '../../contract/call-offs.ts';
import { compareDates, formatDate, type LocalDate, toLondonDate } from '../../domain/days/local-date.ts';
import { allOf } from '../../domain/texts/one-of.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { Notice } from '../states/Notice.tsx';
import type { Act } from './use-act.tsx';

type ReminderProps = { readonly callOff: CallOffReply & { readonly remindFrom: LocalDate } } & Act;

/** Reminds those whom the request waits for, or says from when that can be done. The service has the last word on the day. */
export const Reminder = ({ callOff, act }: ReminderProps): React.ReactElement => {
  const { api } = useSurroundings();
  const [sent, setSent] = React.useState(false);
  const [fault, setFault] = React.useState<string>();
  const { ref, remindFrom, waitingFor } = callOff;
  const remind = (): void => {
    setFault(undefined);
    act(
      'remind',
      async (key) => {
        const reply = await api.remindApprover({ params: { ref }, key });
        setSent(true);
        return reply;
      },
      (error) => setFault(sentenceOf(error)),
    );
  };
  if (compareDates(toLondonDate(new Date().toISOString()), remindFrom) < 0)
    return (
      <Text block role={sent ? 'status' : undefined}>
        {sent ? 'Reminder sent. You can send another' : 'You can send a reminder'} from {formatDate(remindFrom)}.
      </Text>
    );
  return (
    <>
      {fault === undefined ? null : (
        <Notice intent="error" title="The reminder was not sent">
          {fault}
        </Notice>
      )}
      <div>
        <Button onClick={remind}>Remind {waitingFor.length > 2 ? `all ${waitingFor.length} approvers` : allOf(waitingFor)}</Button>
      </div>
    </>
  );
};
