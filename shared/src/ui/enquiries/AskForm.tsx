import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { enquiryPlace } from '../../contract/enquiry-place.ts';
import type { MembershipReply } from '../../contract/me.ts';
import { Form } from '../forms/Form.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
import { useApi } from '../use-api.tsx';
import { AskFields } from './AskFields.tsx';
import { type AskAnswers, blankAsk, bodyOfAsk, faultsOfAsk, fieldOfAsk } from './ask-answers.ts';
import { useEnquiriesClient } from './use-enquiries.tsx';

const staff = ['requester', 'approver', 'contact'] as const;

/** Asks providers, the commissioning team, or both, beginning with one service. Nothing in it names a pupil. */
export const AskForm: React.FC<{ readonly serviceRef: string }> = ({ serviceRef }) => {
  const me = useApi('getMe', {});
  return (
    <>
      <div>
        <PlaceLink to={{ at: 'service', serviceRef }}>Back to the service</PlaceLink>
      </div>
      <PageHeading>Ask providers</PageHeading>
      <Loaded reads={[me] as const} what="the form" failed="The form could not be loaded">
        {({ memberships }) => {
          const own = memberships.filter(({ status, roles }) => status === 'active' && staff.some((role) => roles.includes(role)));
          return own.length === 0 ? (
            <NoAccess level={2} title="You cannot ask providers yet" />
          ) : (
            <AskOf memberships={own} serviceRef={serviceRef} />
          );
        }}
      </Loaded>
    </>
  );
};

const AskOf: React.FC<{ readonly memberships: readonly MembershipReply[]; readonly serviceRef: string }> = ({
  memberships,
  serviceRef,
}) => {
  const { go } = useSteadySurroundings();
  const client = useEnquiriesClient();
  const { busy, once } = useOnce();
  const intent = useIntent();
  const [only] = memberships.length === 1 ? memberships : [];
  const [answers, setAnswers] = React.useState<AskAnswers>(() => ({ ...blankAsk(serviceRef), buyerRef: only?.buyer.ref ?? '' }));
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const change = React.useCallback((part: Partial<AskAnswers>) => setAnswers((before) => ({ ...before, ...part })), []);
  const send = (): void => {
    setErrors(faultsOfAsk(answers));
    const body = bodyOfAsk(answers);
    if (!body) return;
    once(async () => {
      try {
        const { ref } = await client.sendEnquiry({ body, key: intent.keyFor(body) });
        go(enquiryPlace({ at: 'enquiry', ref }));
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOfAsk(pointer), message: detail })));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={send} label="Ask providers">
      <Text block>Each provider gets a mail with a link and answers without an account. It is not an order.</Text>
      <AskFields answers={answers} change={change} memberships={memberships} serviceRef={serviceRef} />
      <div>
        <Button appearance="primary" type="submit">
          {answers.about === 'competition' ? 'Send to the providers' : 'Send the enquiry'}
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};
