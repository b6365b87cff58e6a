/** A program that did not start, or ended by itself. `output` holds its last lines; they are the cause too, so that whoever prints an error prints them. */
export class ChildFailed extends Error {
  readonly output: readonly string[];
  constructor(sentence: string, output: readonly string[]) {
    super(sentence, { cause: output.slice(-12).join('\n') });
    this.name = 'ChildFailed';
    this.output = [...output];
  }
}
