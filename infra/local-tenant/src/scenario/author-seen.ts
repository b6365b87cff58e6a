/** Who did something, as Graph tells it. */
interface IdentitySet {
  readonly application?: { readonly id?: string | null } | null;
  readonly user?: { readonly id?: string | null } | null;
}

/** Whom a version is of, without naming anybody. */
export type AuthorSeen = 'a person' | 'a program' | 'nobody';

/** A person who wrote through a program bears both. */
export const authorSeen = (by: IdentitySet | null | undefined): AuthorSeen => {
  if (by?.user?.id) return 'a person';
  return by?.application?.id ? 'a program' : 'nobody';
};
