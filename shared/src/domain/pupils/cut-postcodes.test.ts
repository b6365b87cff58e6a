import { cutPostcodes } from './cut-postcodes.ts';

test('R40: a full postcode in free text is cut to its outcode, again and again', () => {
  expect(cutPostcodes('tuition near DT11 8BG, mornings')).toBe('tuition near DT11, mornings');
  expect(cutPostcodes('dt118bg')).toBe('DT11');
  expect(cutPostcodes('DT1 1AA 1AA')).toBe('DT1');
  expect(cutPostcodes('KS3 4AB is no postcode')).toBe('KS3 4AB is no postcode');
});
