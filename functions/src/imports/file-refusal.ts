/** A file that cannot be read at all, in a sentence for the person who chose it. Nothing of its content is repeated. */
export class FileRefusal extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'FileRefusal';
  }
}

export const mostFileBytes = 10 * 1024 * 1024;
