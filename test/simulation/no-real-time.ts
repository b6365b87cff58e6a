import type { Dice } from './seeded.ts';

const refusing = (what: string) => (): never => {
  throw new Error(`${what} was used in a history: the product asks its ports for time and chance`);
};

/** A Date that knows no present. */
class DateOfGivenInstants extends Date {
  constructor(...given: readonly unknown[]) {
    if (given.length === 0) refusing('new Date()')();
    super(...(given as ConstructorParameters<typeof Date>));
  }
  static override now = refusing('Date.now');
}

/** While a history runs nothing knows the time of the machine, nothing waits for it, and what is left to chance comes from the seed. */
export const withoutRealTime = async <T>(dice: Dice, run: () => Promise<T>): Promise<T> => {
  const { Date: date, setTimeout: timeout } = globalThis;
  const { random } = Math;
  try {
    globalThis.Date = DateOfGivenInstants as unknown as DateConstructor;
    globalThis.setTimeout = refusing('setTimeout') as never;
    Math.random = dice.fraction;
    return await run();
  } finally {
    globalThis.Date = date;
    globalThis.setTimeout = timeout;
    Math.random = random;
  }
};
