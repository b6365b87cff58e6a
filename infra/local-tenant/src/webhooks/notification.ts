import type { Subscription } from './subscription.ts';

/** What an endpoint is told: that a list changed, never what. */
export interface Notification {
  readonly subscriptionId: string;
  readonly subscriptionExpirationDateTime: string;
  readonly clientState: string | null;
  readonly changeType: 'updated';
  readonly resource: string;
  readonly tenantId: string;
}

export const notificationOf = (subscription: Subscription): Notification => ({
  subscriptionId: subscription.id,
  subscriptionExpirationDateTime: subscription.expiresAt,
  clientState: subscription.clientState ?? null,
  changeType: 'updated',
  resource: subscription.resource,
  tenantId: subscription.tenantId,
});
