import { Button } from '@fluentui/react-button';
import * as React from 'react';
import type { EnquiryReply } from '../../contract/enquiries.ts';
import { useSteadySurroundings } from '../HostAdapter.tsx';

/** Begins the request for the service whose provider was chosen: a draft, which its approvers decide as any other. */
export const StartRequest: React.FC<{ readonly enquiry: EnquiryReply }> = ({ enquiry: { asked, outcome } }) => {
  const { go } = useSteadySurroundings();
  const chosen = asked.find(({ providerRef }) => providerRef === outcome?.chosen);
  if (!chosen) return null;
  return (
    <div>
      <Button
        appearance="primary"
        size="large"
        onClick={() => go({ at: 'request', draftId: crypto.randomUUID(), serviceRef: chosen.serviceRef })}
      >
        Start the request
      </Button>
    </div>
  );
};
