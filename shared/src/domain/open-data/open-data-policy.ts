/** Under which name, prefix and address a council publishes its open data, and from how many pupils and buyers on a sum may be told. */
export interface OpenDataPolicy {
  /** Given by the Open Contracting Partnership when a publisher registers: 'ocds-' and six letters or digits. */
  readonly ocidPrefix: string;
  readonly publisher: {
    readonly name: string;
    /** The list that the council's own identifier is from, such as GB-LAE, and the identifier. */
    readonly scheme?: string | undefined;
    readonly uid?: string | undefined;
    readonly uri?: string | undefined;
  };
  /** The web address under which the council puts the files; ends with a slash. */
  readonly publishedUnder: string;
  /** Address of the licence under which the files may be used. */
  readonly licence: string;
  readonly publicationPolicy?: string | undefined;
  /** Different pupils and different buyers below which the sum of a group is withheld. */
  readonly fewestPupils: number;
  readonly fewestBuyers: number;
}

/** The prefix of the examples in the standard's own documentation: right for trying, wrong for publishing. */
export const samplePrefix = 'ocds-213czf';

export const openGovernmentLicence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** Below these no council may set its own: fewer than five is a small number, and of two buyers each could reckon the other's spending. */
export const leastPupils = 5;
export const leastBuyers = 3;
