/** A capability link as its holder gives it: from the fragment of the page's address, which no browser sends to a server. */
export interface GivenLink {
  readonly linkId: string;
  readonly secret: string;
}
