import { needsAttention } from '../call-off/attention.ts';
import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { refused } from '../refusal.ts';
import type { ProviderAnswer } from './order.ts';
import { recordAnswer } from './record-answer.ts';

export interface AnswerCommand extends Command {
  readonly answer: ProviderAnswer;
  readonly reason?: string | undefined;
}

/** Records the provider's answer, told by the school or a commissioner. A decline carries its reason (rows 40, 64). */
export const answerOrder = (present: CallOff, command: AnswerCommand): Decision => {
  if (present.order?.state !== 'awaiting-provider')
    return refused('order-not-awaiting-provider', 'The provider has answered this order already, or it was never made.');
  if (command.answer === 'accepted' && present.hold?.state === 'ended')
    return refused('order-held', 'The school has ended this order, so it cannot be accepted any more.');
  if (command.answer === 'accepted' && needsAttention(present, 'order-not-sent'))
    return refused(
      'order-held',
      'This order was not sent to the provider, so it cannot be accepted. Ask the commissioning team to send it.',
    );
  if (command.answer === 'declined' && !command.reason?.trim())
    return refused('comment-required', "Enter the provider's reason for declining.", '/reason');
  const screened = screenFreeText(command.reason ?? '');
  if (!screened.ok) return refused('text-names-a-pupil', screened.sentence, '/reason');
  return recordAnswer(present, present.order, command, { answer: command.answer, by: command.by.name, reason: command.reason });
};
