import type { TenantRoute } from '../exchange.ts';
import type { Notification } from '../webhooks/notification.ts';
import { notificationOf } from '../webhooks/notification.ts';
import type { RetryRuleName } from '../webhooks/retry-rule.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import { ControlRefusal, control, type Fields, optionalText, requiredText } from './control-body.ts';

const count = (body: Fields, name: string): Readonly<Record<string, number>> => {
  const value = body[name];
  if (value === undefined) return {};
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw new ControlRefusal(400, `${name} must be a whole number from 0`);
  return { [name]: value };
};

const retryRule = (body: Fields): { readonly retries?: RetryRuleName } => {
  const { retries } = body;
  if (retries === undefined) return {};
  if (retries !== 'graph' && retries !== 'sharepoint') throw new ControlRefusal(400, 'retries must be graph or sharepoint');
  return { retries };
};

/** A notification that nobody in the service sent: that of a subscription, with whatever the forger changes. */
const forged = ({ subscriptions }: Webhooks, body: Fields): readonly [string, Notification] => {
  const id = requiredText(body, 'subscriptionId');
  const subscription = subscriptions.find(id);
  if (subscription === undefined) throw new ControlRefusal(404, `there is no subscription ${id}`);
  const clientState = body.clientState === null ? null : (optionalText(body, 'clientState') ?? 'not the secret');
  const other = { resource: optionalText(body, 'resource'), tenantId: optionalText(body, 'tenantId') };
  const changed = Object.fromEntries(Object.entries(other).filter(([, value]) => value !== undefined));
  return [subscription.notificationUrl, { ...notificationOf(subscription), clientState, ...changed }];
};

/** Looking at change notifications, hurrying them, losing them, delaying them and forging them. */
export const webhookRoutes = (webhooks: Webhooks): readonly TenantRoute[] => [
  {
    method: 'GET',
    pattern: '/_local/webhooks',
    handle: () => ({ status: 200, body: { subscriptions: webhooks.subscriptions.all(), ...webhooks.notifier.read() } }),
  },
  {
    method: 'POST',
    pattern: '/_local/webhooks/mishandle',
    handle: control((_request, body) => {
      const foreign = Object.keys(body).find((name) => !['lose', 'delayMs', 'retries'].includes(name));
      if (foreign !== undefined) throw new ControlRefusal(400, `${foreign} is unknown: lose, delayMs and retries are known`);
      webhooks.notifier.mishandle({ ...count(body, 'lose'), ...count(body, 'delayMs'), ...retryRule(body) });
      return { status: 200, body: webhooks.notifier.read().mishandling };
    }),
  },
  {
    method: 'POST',
    pattern: '/_local/webhooks/deliver',
    handle: async () => ({ status: 200, body: await webhooks.notifier.deliver(true) }),
  },
  {
    method: 'POST',
    pattern: '/_local/webhooks/forge',
    handle: control(async (_request, body) => {
      const [notificationUrl, notification] = forged(webhooks, body);
      return { status: 200, body: { outcome: (await webhooks.post(notificationUrl, [notification])).outcome } };
    }),
  },
];
