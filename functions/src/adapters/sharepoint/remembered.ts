/** What is made of a key once, and again only when somebody has said that it is no longer so. */
export class Remembered<T> {
  readonly #made = new Map<string, T>();
  readonly #make: (key: string) => T;

  constructor(make: (key: string) => T) {
    this.#make = make;
  }

  of(key: string): T {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#make(key);
    this.#made.set(key, made);
    return made;
  }

  forget(key: string): void {
    this.#made.delete(key);
  }
}
