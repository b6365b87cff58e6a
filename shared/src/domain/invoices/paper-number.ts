/** A number as providers and finance systems write it. It has a digit, so that no name is one (R40). */
export const paperNumber = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$/;

export const paperNumberRule =
  'Enter the number as it stands on the paper: at most 40 letters, digits, spaces, dots, dashes and strokes, with a digit among them';
