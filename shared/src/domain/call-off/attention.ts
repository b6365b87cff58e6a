/** Why a person must look at a call-off, the most urgent first. */
export const attentionReasons = ['order-not-sent', 'message-not-sent', 'message-delayed'] as const;
export type AttentionReason = (typeof attentionReasons)[number];

/** What a person must look at, since when, and why in a sentence. */
export interface Attention {
  readonly reason: AttentionReason;
  readonly since: string;
  readonly detail?: string | undefined;
}

/** The part of a call-off that says so. */
interface Attended {
  readonly attention?: readonly Attention[] | undefined;
}

export const needsAttention = ({ attention = [] }: Attended, reason: AttentionReason): boolean =>
  attention.some((each) => each.reason === reason);

/** The one word that stands in the list. */
export const mostUrgent = (attended: Attended): AttentionReason | undefined =>
  attentionReasons.find((reason) => needsAttention(attended, reason));

/** The same with one more reason. One that is known already stays as it was: then the very object comes back, and nothing need be written. */
export const withAttention = <C extends Attended>(attended: C, attention: Attention): C =>
  needsAttention(attended, attention.reason) ? attended : { ...attended, attention: [...(attended.attention ?? []), attention] };

/** The same without a reason; the very object where it had none. */
export const withoutAttention = <C extends Attended>(attended: C, reason: AttentionReason): C => {
  if (!needsAttention(attended, reason)) return attended;
  const left = attended.attention?.filter((each) => each.reason !== reason) ?? [];
  return { ...attended, attention: left.length === 0 ? undefined : left };
};
