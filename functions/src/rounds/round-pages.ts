/** Where messages about rounds lead: outsiders to the page that mails a link to apply, people of the council to the round in the tab. */
export interface RoundPages {
  readonly apply: string;
  readonly round: (ref: string) => string;
}
