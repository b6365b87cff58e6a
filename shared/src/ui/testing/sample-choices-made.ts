import type { ChoiceMadeReply } from '../../contract/choices-made.ts';
import { aChoice } from './sample-shortlist.ts';

/** The choice of a school, as commissioners read it. */
export const aChoiceMade = (changes: Partial<ChoiceMadeReply> = {}): ChoiceMadeReply => {
  const { by: _writer, ...choice } = aChoice();
  return {
    ...choice,
    compared: choice.compared.map((service) => ({ ...service, lotName: 'Engagement & Reengagement' })),
    buyerRef: '113800',
    buyerName: 'Oak School',
    ...changes,
  };
};
