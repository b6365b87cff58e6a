/** A subscription to the changes of one list, as the tenant keeps it. */
export interface Subscription {
  readonly id: string;
  readonly tenantId: string;
  /** As the subscriber wrote it, without a leading slash: `sites/{site-id}/lists/{list-id}`. */
  readonly resource: string;
  readonly listId: string;
  readonly changeType: 'updated';
  readonly notificationUrl: string;
  readonly clientState?: string;
  readonly expiresAt: string;
  /** The app that made it: nobody else sees it. */
  readonly applicationId: string;
  /** The signed-in user, or the app when it acted by itself. */
  readonly creatorId: string;
}

/** A subscription as Graph shows it to the app that made it. */
export const subscriptionJson = (subscription: Subscription): Readonly<Record<string, unknown>> => ({
  id: subscription.id,
  resource: subscription.resource,
  applicationId: subscription.applicationId,
  changeType: subscription.changeType,
  clientState: subscription.clientState ?? null,
  notificationUrl: subscription.notificationUrl,
  notificationQueryOptions: null,
  lifecycleNotificationUrl: null,
  expirationDateTime: subscription.expiresAt,
  creatorId: subscription.creatorId,
  includeResourceData: null,
  latestSupportedTlsVersion: 'v1_2',
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationUrlAppId: null,
});
