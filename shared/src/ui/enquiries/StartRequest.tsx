import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { DraftAnswers } from '../../contract/drafts.ts';
import type { EnquiryReply } from '../../contract/enquiries.ts';
import type { LocalDate } from '../../domain/days/local-date.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { Notice } from '../states/Notice.tsx';

/** '2027-03-05' as '5 3 2027'. */
const asTyped = (date: LocalDate | undefined): string => (date === undefined ? '' : date.split('-').reverse().map(Number).join(' '));

/** What the request form is begun with. After a competition it names it, so that it is bought at the price that was quoted and needs no other reason. */
const answersOf = ({ ref, kind, question: { startDate, endDate } }: EnquiryReply): DraftAnswers => ({
  startDate: asTyped(startDate),
  endDate: asTyped(endDate),
  ...(kind === 'competition' ? { enquiryRef: ref } : {}),
});

/** Begins the request for the service that was chosen: a draft, which its approvers decide as any other. */
export const StartRequest: React.FC<{ readonly enquiry: EnquiryReply }> = ({ enquiry }) => {
  const { asked, outcome, buyerRef } = enquiry;
  const { api, go } = useSteadySurroundings();
  const { busy, once } = useOnce();
  const [fault, setFault] = React.useState<string>();
  // Pressed once more after a failure it is the same draft.
  const draftId = React.useMemo(() => crypto.randomUUID(), []);
  const chosen = asked.find(({ providerRef }) => providerRef === outcome?.chosen);
  if (!chosen) return null;
  const { serviceRef } = chosen;
  const start = (): void =>
    once(async () => {
      try {
        await api.saveDraft({ params: { draftId }, body: { serviceRef, buyerRef, answers: answersOf(enquiry) } });
        go({ at: 'request', draftId, serviceRef });
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  return (
    <div>
      <Button appearance="primary" size="large" onClick={start}>
        Start the request
      </Button>
      {busy ? <Text role="status">Saving a draft</Text> : null}
      {fault === undefined ? null : (
        <Notice intent="error" title="The request could not be started">
          {fault}
        </Notice>
      )}
    </div>
  );
};
