export const orderStates = ['awaiting-provider', 'accepted', 'declined'] as const;
export type OrderState = (typeof orderStates)[number];

/** What a provider can answer to an order. */
export const providerAnswers = ['accepted', 'declined'] as const;
export type ProviderAnswer = (typeof providerAnswers)[number];

/** The order made by the last approval. Nothing calls it confirmed before the provider has answered. */
export interface Order {
  readonly number: string;
  readonly madeAt: string;
  readonly state: OrderState;
  readonly answeredAt?: string | undefined;
  readonly answerRecordedBy?: string | undefined;
  readonly declineReason?: string | undefined;
}

/** The order's number, from the id of its list item: ascending and never used twice. */
export const orderNumber = (itemId: number): string => `AP-${String(itemId).padStart(6, '0')}`;
