import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import type { FormError } from '../forms/form-error.ts';
import { codeOf } from '../forms/problem-of.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { useRefresh } from '../use-refresh.tsx';
import { type RequestAnswers, type RequestStep, requestSteps } from './answers.ts';
import { checkStep } from './check-step.ts';
import { noteSent } from './sent-drafts.ts';
import { errorsOfRefusal } from './step-of-field.ts';
import { toRequest } from './to-request.ts';
import type { DraftPlace, DraftState } from './use-draft.tsx';
import type { QuoteState } from './use-quote.tsx';

interface Sending {
  readonly place: DraftPlace;
  readonly answers: RequestAnswers;
  readonly service: ServiceReply;
  readonly quote: QuoteState;
  readonly draft: DraftState;
  /** Shows what is at fault, on its page; on the present page when no field is. */
  readonly refuse: (errors: readonly FormError[], step: RequestStep | undefined) => void;
}

/**
 * Sends the request. Its idempotency key is the draft's id, so that the same request sent twice, by a second click or a network that lost
 * the answer, makes one call-off. The total that was shown goes with it: when it is another today the person is asked again.
 */
export const useSend = (): ((sending: Sending) => Promise<void>) => {
  const { api, go } = useSurroundings();
  const refresh = useRefresh();
  const done = React.useRef(false);
  return React.useCallback(
    async ({ place, answers, service, quote, draft, refuse }) => {
      if (done.current) return;
      const fault = requestSteps
        .map((step) => ({ step, errors: checkStep(step, answers, service) }))
        .find(({ errors }) => errors.length > 0);
      if (fault) return refuse(fault.errors, fault.step);
      if (quote.error !== undefined) {
        const { errors, step } = errorsOfRefusal(quote.error);
        return refuse(errors, step);
      }
      const request = toRequest(answers, place.serviceRef);
      if (!quote.quote || !request)
        return refuse([{ field: '', message: 'The price is still being worked out. Send again when it is shown.' }], undefined);
      const missing = quote.quote.missing.map(({ sentence }) => ({ field: '', message: sentence }));
      if (missing.length > 0) return refuse(missing, undefined);
      const body = { request, shownGross: quote.quote.price.gross };
      try {
        const key = place.draftId;
        const made =
          place.callOffRef === undefined
            ? await api.submitCallOff({ body, key })
            : await api.resubmitCallOff({ params: { ref: place.callOffRef }, body, key });
        // A late second click finds nothing left to send, whether or not the page has turned yet.
        done.current = true;
        noteSent(place.draftId, made.ref);
        await draft.stop();
        // A draft that could not be discarded does no harm: sent again under its own id it names this very call-off.
        await api.discardDraft({ params: { draftId: place.draftId } }).catch(() => undefined);
        void refresh('listCallOffs');
        void refresh('getCallOff');
        go({ at: 'call-off', ref: made.ref, sent: true }, { replace: true });
      } catch (error) {
        if (codeOf(error) !== undefined) await quote.again();
        const { errors, step } = errorsOfRefusal(error);
        refuse(errors, step);
      }
    },
    [api, go, refresh],
  );
};
