/** A ground on which a supplier must, or may, be shut out. Texts are for applicants; a commissioner checks them against the Act. */
export interface ExclusionGround {
  readonly key: string;
  readonly kind: 'mandatory' | 'discretionary';
  readonly text: string;
  /** Where the rule stands. The texts age: see `checkedOn`. */
  readonly source: string;
}

/** R37: the edition of these texts, for the record of who declared what. */
export const exclusionGroundsEdition = { edition: 'Procurement Act 2023, Schedules 6 and 7', checkedOn: '2026-11-26' } as const;

const mandatory = (key: string, text: string): ExclusionGround => ({ key, kind: 'mandatory', text, source: 'Schedule 6' });
const discretionary = (key: string, text: string): ExclusionGround => ({ key, kind: 'discretionary', text, source: 'Schedule 7' });

/** R37: grounds that an applicant answers for itself and for those connected with it. */
export const exclusionGrounds: readonly ExclusionGround[] = [
  mandatory('corporate-manslaughter', 'Corporate manslaughter or corporate homicide'),
  mandatory('terrorism', 'Terrorism offences'),
  mandatory('theft-fraud-bribery', 'Theft, fraud, bribery or blackmail'),
  mandatory('modern-slavery', 'Slavery, human trafficking or labour market offences'),
  mandatory('organised-crime', 'Organised crime'),
  mandatory('tax', 'Tax offences, evasion or penalties for abuse'),
  mandatory('competition', 'A cartel offence, or a decision that competition law was broken'),
  mandatory('investigation', 'Failure to co-operate with an investigation for the debarment list'),
  discretionary('labour-market', 'Labour market misconduct without a conviction'),
  discretionary('environment', 'Environmental offences'),
  discretionary('insolvency', 'Insolvency, bankruptcy or an arrangement with creditors'),
  discretionary('potential-competition', 'Agreements that may break competition law'),
  discretionary('professional-misconduct', 'Professional misconduct that puts integrity in doubt'),
  discretionary('poor-performance', 'Breach of a contract, or poor performance that ended one'),
  discretionary('improper-conduct', 'Improper conduct in a procurement, such as false or withheld information'),
  discretionary('national-security', 'A threat to national security'),
];
