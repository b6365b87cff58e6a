import { type CallOff, openStep } from '@ap/shared/domain/call-off/call-off';
import type { Effect } from '@ap/shared/domain/effect';
import { parsePersonKey, personKey } from '@ap/shared/domain/people/person';
import type { Performed } from '../effects/performed.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { approvalCard, type CardLinks, othersOf } from './approval-card.ts';
import { approvalMail } from './approval-mail.ts';

type OfKind<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/** The approver whom an asking effect is meant for, if the very step of the request still waits for them: otherwise the effect is superseded. */
const stillAsked = (callOff: CallOff, effect: OfKind<'send-approval-card' | 'send-approval-mail'>) =>
  callOff.status === 'awaiting-approval' && callOff.round === effect.round && openStep(callOff) === effect.step
    ? callOff.approvals[effect.step]?.approvers.find((approver) => personKey(approver) === effect.to)
    : undefined;

/** Sends one approver the card. Not delivered is a result, not a failure: the requester is told, and the mail is its full equal. */
export const sendApprovalCard =
  (ports: Pick<Ports, 'cards'>, links: CardLinks) =>
  async (stored: StoredCallOff, effect: OfKind<'send-approval-card'>): Promise<Performed> => {
    const approver = stillAsked(stored.callOff, effect);
    if (!approver) return { state: 'superseded', to: effect.to };
    const card = approvalCard(
      stored.callOff,
      approver,
      'request',
      { pageUrl: links.page(stored.callOff.ref), ...othersOf(stored.callOff, links) },
      `${effect.id}-${approver.objectId.slice(0, 8)}`,
    );
    const delivery = await ports.cards.send(approver, card, `${stored.callOff.requester.name} asks you to approve ${stored.callOff.ref}`);
    return delivery.ok ? { state: 'done', to: effect.to, sent: delivery } : { state: 'not-delivered', to: effect.to, reason: delivery.why };
  };

/** Sends one approver the mail with a link to the signed-in page. */
export const sendApprovalMail =
  (ports: Pick<Ports, 'mail'>, pageUrl: (ref: string) => string) =>
  async (stored: StoredCallOff, effect: OfKind<'send-approval-mail'>): Promise<Performed> => {
    const approver = stillAsked(stored.callOff, effect);
    if (!approver) return { state: 'superseded', to: effect.to };
    await ports.mail.send({ to: approver.email, ...approvalMail(stored.callOff, approver, pageUrl(stored.callOff.ref)) });
    return { state: 'done', to: effect.to };
  };

/** Shows the present state on every card that was sent for this request. Harmless when done twice. */
export const refreshApprovalCards =
  (ports: Pick<Ports, 'cards' | 'effects'>, links: CardLinks) =>
  async (stored: StoredCallOff, effect: Effect): Promise<Performed> => {
    const { ref } = stored.callOff;
    const sent = (await ports.effects.receipts(ref)).filter((receipt) => receipt.kind === 'send-approval-card' && receipt.sent);
    for (const receipt of sent) {
      const viewer = parsePersonKey(receipt.to ?? '');
      if (!viewer || !receipt.sent) continue;
      const card = approvalCard(
        stored.callOff,
        viewer,
        'request',
        { pageUrl: links.page(ref), ...othersOf(stored.callOff, links) },
        `${effect.id}-${viewer.objectId.slice(0, 8)}`,
      );
      await ports.cards.update(receipt.sent, card, `${ref} has changed`);
    }
    return { state: 'done' };
  };
