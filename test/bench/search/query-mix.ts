import { localDate } from '@ap/shared/domain/days/local-date';
import { rateUnits } from '@ap/shared/domain/money/rate-card';
import { deliveryModes, keyStages, needs } from '@ap/shared/domain/register/service';
import type { ServiceDocument } from '@ap/shared/search/document';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { splitWords } from '@ap/shared/search/tokens';
import { type Dice, diceOf } from '../../simulation/seeded.ts';
import { allOutcodes } from './corpus.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter more, less or other: never two swapped, which the other engines count as two slips. */
const mistyped = (word: string, dice: Dice): string => {
  const at = dice.int(1, word.length - 1);
  const letter = LETTERS.charAt(dice.int(0, 25));
  return dice.pick([
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
  ]);
};

/** One to three words of one service, so that something is found: some with a slip, the last one often only begun. */
const textOf = (document: ServiceDocument, typos: boolean, dice: Dice): string => {
  const words = splitWords(`${document.name} ${document.providerName} ${dice.perMille(400) ? document.summary : ''}`).filter(
    ({ length }) => length > 3,
  );
  const chosen = Array.from({ length: dice.int(1, 3) }, () => dice.pick(words));
  const last = chosen.length - 1;
  if (typos && dice.perMille(150)) {
    const at = dice.int(0, last);
    chosen[at] = mistyped(chosen[at] as string, dice);
  } else if (dice.perMille(500)) chosen[last] = (chosen[last] as string).slice(0, dice.int(3, 6));
  return chosen.join(' ');
};

/** As the product asks them: next Monday, and those one, three and eleven weeks later. */
const MONDAYS = ['2026-11-30', '2026-12-07', '2026-12-21', '2027-02-15'].map(localDate);

const filters: readonly ((dice: Dice) => Partial<DirectoryQuery>)[] = [
  (dice) => ({ needs: dice.perMille(700) ? [dice.pick(needs)] : [dice.pick(needs), dice.pick(needs)] }),
  (dice) => ({ keyStages: [dice.pick(keyStages)] }),
  (dice) => ({ modes: [dice.pick(deliveryModes)] }),
  (dice) => ({ lots: [`AP-${dice.int(1, 8)}`] }),
  (dice) => ({ unit: dice.pick(rateUnits) }),
  (dice) => ({ age: dice.int(5, 16) }),
  (dice) => ({ priceTo: dice.int(40, 250) * 100 }),
  (dice) => ({ placesFree: 1 + dice.int(0, 1) }),
  (dice) => ({ startBy: localDate(dice.pick(['2026-12-01', '2027-01-04', '2027-02-22'])) }),
];

/**
 * The mix of `performance.md`: 60 % text of one to three words, of which 15 % are mistyped and the last is often a beginning; 40 % facets alone, one to
 * three of them; 70 % within a radius; facets always counted; sorted by match, price and distance; twenty results.
 */
export const queryMix = (documents: readonly ServiceDocument[], count: number, seed: number, typos = true): readonly DirectoryQuery[] => {
  const dice = diceOf(seed);
  return Array.from({ length: count }, (): DirectoryQuery => {
    const text = dice.perMille(600) ? textOf(dice.pick(documents), typos, dice) : undefined;
    const chosen = text === undefined ? dice.int(1, 3) : dice.perMille(300) ? 1 : 0;
    const near = dice.perMille(700) ? { near: dice.pick(allOutcodes), radius: dice.pick([5, 10, 20, 40]) } : {};
    return Object.assign(
      {
        text,
        ...near,
        sort: dice.pick(['best', 'best', 'price', near.near === undefined ? 'best' : 'distance'] as const),
        startDays: MONDAYS,
        page: 1,
        pageSize: 20,
      },
      ...Array.from({ length: chosen }, () => dice.pick(filters)(dice)),
    );
  });
};
