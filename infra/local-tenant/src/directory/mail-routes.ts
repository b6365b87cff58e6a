import type { TenantRoute } from '../exchange.ts';
import { findUser } from '../organisation-lookup.ts';
import { errorReply, jsonObject } from '../reply.ts';
import type { RoomSupplies } from '../room.ts';
import { forCaller } from './caller-tenant.ts';
import type { Mailbox } from './mailbox.ts';
import { parseMessage } from './parse-message.ts';
import { holds, isSelf } from './permission.ts';

const accessDenied = () => errorReply(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

/** Sends mail from a member's mailbox. The answer is 202 without a body: accepted, not delivered. */
export const mailRoutes = (supplies: RoomSupplies, mails: Mailbox): readonly TenantRoute[] => [
  {
    method: 'POST',
    pattern: '/v1.0/users/{user}/sendMail',
    handle: forCaller(supplies, [], (request, { caller, tenant }) => {
      if (!holds(caller, 'Mail.Send')) return accessDenied();
      const asked = request.params.user ?? '';
      const sender = findUser(tenant, asked);
      if (!sender) return errorReply(404, 'ErrorInvalidUser', `The requested user '${asked}' is invalid.`);
      if (caller.kind === 'user' && !isSelf(caller, sender.id)) return accessDenied();
      if (sender.guest === true)
        return errorReply(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.');
      const message = parseMessage(jsonObject(request.body));
      if ('code' in message) return errorReply(400, message.code, message.message);
      mails.deliver({ sentAt: supplies.now().toISOString(), from: sender.mail, ...message });
      return { status: 202 };
    }),
  },
];
