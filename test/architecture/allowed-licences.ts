/**
 * Licences of what is deployed. Bitstream-Vera: the typeface of papers, whose licence lies beside it. Unlicense: given away by its author (wouter).
 */
export const allowedLicences: readonly string[] = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Bitstream-Vera',
];
