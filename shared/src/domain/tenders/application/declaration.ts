import { type Refusal, refused } from '../../refusal.ts';
import { firstFault, textFault } from '../text.ts';
import { exclusionGrounds, exclusionGroundsEdition } from './exclusion-grounds.ts';

/** R36: what an applicant must know before it applies. */
export const noGuaranteeSentence =
  'A place on the framework is no promise of work: schools and the council choose whether, and from whom, they buy.';

export interface GroundAnswer {
  readonly applies: boolean;
  /** What happened, and what was done so that it does not happen again. */
  readonly explanation?: string | undefined;
}

/** What is declared, before it is signed. */
export interface DeclarationGiven {
  /** By the key of the ground. */
  readonly grounds: Readonly<Record<string, GroundAnswer>>;
  readonly acceptsNoGuarantee: boolean;
  readonly signatory: { readonly name: string; readonly position: string };
}

/** A declaration as signed, with the edition of the grounds that were asked. */
export interface Declaration extends DeclarationGiven {
  readonly edition: string;
  readonly signedAt: string;
}

/** Why a declaration cannot be signed: R37 every ground is answered, and explained where it applies; R36 no guarantee of work is accepted. */
export const declarationFault = (given: DeclarationGiven): Refusal | undefined => {
  for (const { key, text } of exclusionGrounds) {
    const answer = given.grounds[key];
    if (!answer) return refused('declaration-incomplete', `Say whether this applies to you: ${text}.`, `/declaration/grounds/${key}`);
    const fault = answer.applies
      ? textFault(answer.explanation ?? '', 'what happened and what you have done since', `/declaration/grounds/${key}/explanation`)
      : undefined;
    if (fault) return fault;
  }
  if (!given.acceptsNoGuarantee)
    return refused(
      'declaration-incomplete',
      `Accept that there is no guarantee of work. ${noGuaranteeSentence}`,
      '/declaration/acceptsNoGuarantee',
    );
  return firstFault(
    textFault(given.signatory.name, 'the name of who signs', '/declaration/signatory/name', 255),
    textFault(given.signatory.position, 'the position of who signs', '/declaration/signatory/position', 255),
  );
};

export const sign = (given: DeclarationGiven, signedAt: string): Declaration => ({
  ...given,
  edition: exclusionGroundsEdition.edition,
  signedAt,
});

/** R37: the grounds that an applicant says apply to it: what the check before the award looks at first. */
export const groundsThatApply = ({ grounds }: DeclarationGiven): readonly string[] =>
  exclusionGrounds.map(({ key }) => key).filter((key) => grounds[key]?.applies);
