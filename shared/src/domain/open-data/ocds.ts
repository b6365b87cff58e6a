/** What we write of the Open Contracting Data Standard 1.1 with its extensions Lots and Techniques; the standard's own schema is held against it in a test. */

export interface OcdsValue {
  /** Pounds. */
  readonly amount: number;
  readonly currency: 'GBP';
}

/** Instants as RFC 3339 asks for them: a day begins at 00:00:00Z and ends at 23:59:59Z. */
export interface OcdsPeriod {
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface OcdsParty {
  readonly id: string;
  readonly name: string;
  readonly identifier?: { readonly scheme: string; readonly id: string; readonly legalName: string };
  readonly roles: readonly ('procuringEntity' | 'supplier')[];
}

type PartyNamed = Pick<OcdsParty, 'id' | 'name'>;

export type OcdsTenderStatus = 'planned' | 'active' | 'complete' | 'cancelled';

export interface OcdsTender {
  readonly id: string;
  readonly title?: string;
  readonly description?: string;
  readonly status?: OcdsTenderStatus;
  readonly procuringEntity?: PartyNamed;
  readonly value?: OcdsValue;
  readonly procurementMethod?: 'selective';
  readonly procurementMethodDetails?: string;
  readonly mainProcurementCategory?: 'services';
  readonly awardCriteria?: 'ratedCriteria';
  readonly awardCriteriaDetails?: string;
  readonly tenderPeriod?: OcdsPeriod;
  readonly contractPeriod?: OcdsPeriod;
  readonly lots?: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
    readonly contractPeriod: OcdsPeriod;
  }[];
  readonly techniques?: {
    readonly hasFrameworkAgreement: true;
    readonly frameworkAgreement: { readonly method: string; readonly buyerCategories: string; readonly periodRationale?: string };
  };
}

export interface OcdsAward {
  readonly id: string;
  readonly title: string;
  readonly status: 'pending' | 'active' | 'cancelled';
  readonly date?: string;
  readonly value?: OcdsValue;
  readonly suppliers: readonly PartyNamed[];
  readonly contractPeriod?: OcdsPeriod;
  readonly relatedLots?: readonly string[];
}

export interface OcdsContract {
  readonly id: string;
  readonly awardID: string;
  readonly title: string;
  readonly description: string;
  readonly status: 'active';
  readonly value: OcdsValue;
}

export type OcdsTag =
  | 'planning'
  | 'planningUpdate'
  | 'tender'
  | 'tenderUpdate'
  | 'tenderCancellation'
  | 'award'
  | 'awardUpdate'
  | 'awardCancellation'
  | 'contract'
  | 'compiled';

/** What a release tells beside its own id. */
export interface OcdsContent {
  readonly ocid: string;
  readonly date: string;
  readonly tag: readonly OcdsTag[];
  readonly initiationType: 'tender';
  readonly language: 'en';
  readonly parties: readonly OcdsParty[];
  readonly tender?: OcdsTender;
  readonly awards?: readonly OcdsAward[];
  readonly contracts?: readonly OcdsContract[];
  readonly relatedProcesses?: readonly {
    readonly id: string;
    readonly relationship: readonly ['framework'];
    readonly title: string;
    readonly scheme: 'ocid';
    readonly identifier: string;
    readonly relatedLots: readonly string[];
  }[];
}

export type OcdsRelease = { readonly id: string } & OcdsContent;

/** Of texts, those that say the same have the same hash. */
export type TextHash = (text: string) => string;

/**
 * A release with its id, which changes with what the release tells: a release that was published never says something else under its old id. `hash` is
 * the edge's.
 */
export const releaseOf = (content: OcdsContent, hash: TextHash): OcdsRelease => {
  const { ocid, ...rest } = content;
  return { ocid, id: [ocid, content.date.slice(0, 10), ...content.tag, hash(JSON.stringify(content)).slice(0, 8)].join('-'), ...rest };
};
