import {
  type DestinationCode,
  destinationCodes,
  destinationWords,
  type ObjectivesMet,
  objectivesMet,
} from '../../domain/orders/order-end.ts';

export const objectivesWords: Readonly<Record<ObjectivesMet, string>> = {
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
};

export const objectivesOptions = objectivesMet.map((value) => ({ value, label: objectivesWords[value] }));

export const destinationOptions: readonly { readonly value: DestinationCode; readonly label: string }[] = destinationCodes.map((value) => ({
  value,
  label: destinationWords[value],
}));
