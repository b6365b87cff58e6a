import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Work that asks a service for so many units of its quota before it is of use: a command that reads all its facts and then finds no quota for its write has spent
 * what another would have needed. Whoever speaks to the service says whether it may begin.
 */
export class Errand {
  readonly units: number;
  readonly #atEnd: (() => void)[] = [];

  constructor(units: number) {
    this.units = units;
  }

  /** Does something once the errand is over, however it ended. */
  onEnd(act: () => void): void {
    this.#atEnd.push(act);
  }

  end(): void {
    for (const act of this.#atEnd) act();
  }
}

/** What a command about a call-off asks of the lists, and what the effects of one write do. In resource units, as measured (docs/reliability.md). */
export const unitsOfCommand = 25;
export const unitsOfEffects = 12;

const present = new AsyncLocalStorage<Errand>();

/** Runs work as an errand. It throws ServiceBusy at its first call, which costs nothing, where what it needs is not left. */
export const asErrand = async <T>(units: number, work: () => Promise<T>): Promise<T> => {
  const errand = new Errand(units);
  try {
    return await present.run(errand, work);
  } finally {
    errand.end();
  }
};

export const presentErrand = (): Errand | undefined => present.getStore();

/** Runs work that serves others too, and is no part of the errand that began it. */
export const besideErrand = <T>(work: () => T): T => present.exit(work);
