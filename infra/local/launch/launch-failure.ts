/** Why the stack does not start or cannot go on, as one sentence for the person at the keyboard; `output` is what a program said last. */
export class LaunchFailure extends Error {
  readonly output: readonly string[];
  constructor(sentence: string, output: readonly string[] = []) {
    super(sentence);
    this.name = 'LaunchFailure';
    this.output = [...output];
  }
}
