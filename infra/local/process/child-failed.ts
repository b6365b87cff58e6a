/** A program that did not start, or ended by itself. `output` holds its last lines. */
export class ChildFailed extends Error {
  readonly output: readonly string[];
  constructor(sentence: string, output: readonly string[]) {
    super(sentence);
    this.name = 'ChildFailed';
    this.output = [...output];
  }
}
