import { isPostcodeArea, toOutcode } from '@ap/shared/domain/pupils/outcode';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** An outcode that we know, given at `pointer`. A full postcode is refused: it should have been cut in the browser, and is not repeated in the answer. */
export const knownOutcode = (text: string, pointer: string, { directory }: Pick<Ports, 'directory'>): string => {
  const outcode = toOutcode(text);
  if (outcode === undefined || outcode !== text.trim().toUpperCase() || !isPostcodeArea(outcode) || !directory.centroid(outcode))
    throw new ProblemError('unknown-postcode', 'Enter the first half of a postcode in the United Kingdom, such as DT1.', { pointer });
  return outcode;
};
