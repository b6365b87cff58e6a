/** A subscription to the changes of a list, as the service knows it. Instants are ISO. */
export interface LiveSubscription {
  readonly id: string;
  readonly resource: string;
  readonly notificationUrl: string;
  readonly expiresAt: string;
}

/** How a creation ended. `refused`: we may not; `unreachable`: the service could not reach our address. */
export type Subscribed =
  | { readonly ok: true; readonly live: LiveSubscription }
  | { readonly ok: false; readonly why: SubscribeRefusal; readonly status: number };
export type SubscribeRefusal = 'refused' | 'unreachable' | 'there-already';

/** The service's own book of subscriptions. Throws ServiceBusy. */
export interface ListSubscriptions {
  /** Those that this app made. */
  readonly live: () => Promise<readonly LiveSubscription[]>;
  /** What a list is called in a subscription. Throws where there is no such list. */
  readonly resourceOf: (list: string) => Promise<string>;
  readonly create: (asked: Omit<LiveSubscription, 'id'> & { readonly clientState: string }) => Promise<Subscribed>;
  /** False when it is gone. */
  readonly renew: (id: string, expiresAt: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<void>;
}

/** What we keep of a subscription: whose list it is, and by what we know that a notification is of it. Or that we may not subscribe, since when. */
export interface KeptSubscription {
  readonly list: string;
  readonly subscriptionId?: string | undefined;
  readonly clientStateHash?: string | undefined;
  readonly refusedAt?: string | undefined;
}

export interface KeptSubscriptions {
  readonly all: () => Promise<readonly KeptSubscription[]>;
  readonly keep: (subscription: KeptSubscription) => Promise<void>;
}

/** Says that a list may have changed: somebody looks soon. */
export interface ListHints {
  readonly send: (list: string) => Promise<void>;
}
