import { meAs, membership } from '../forms/testing/samples.ts';
import { pageNumbers } from './page-numbers.tsx';
import { readPounds, writePounds } from './read-pounds.tsx';
import { whyNotRequest } from './why-not-request.tsx';

describe('page numbers', () => {
  it('leave out what is far from the current page, but never a single page', () => {
    expect(pageNumbers(1, 1)).toEqual([1]);
    expect(pageNumbers(1, 4)).toEqual([1, 2, 3, 4]);
    expect(pageNumbers(5, 9)).toEqual([1, 'gap', 4, 5, 6, 'gap', 9]);
    expect(pageNumbers(3, 9)).toEqual([1, 2, 3, 4, 'gap', 9]);
  });
});

describe('an amount of pounds', () => {
  it.each([
    ['45', 4500],
    ['£1,200', 120_000],
    [' 45.5 ', 4550],
    ['', undefined],
    ['45.555', 'wrong'],
    ['cheap', 'wrong'],
    ['10000.01', 'wrong'],
  ])('%p is read as %p', (typed, expected) => expect(readPounds(typed)).toBe(expected));

  it('stands in its field as it is typed', () => {
    expect([writePounds(4500), writePounds(4550), writePounds(undefined)]).toEqual(['45', '45.50', '']);
  });
});

describe('whether a person can request a service', () => {
  const listed = { listed: true };

  it('follows the service, then the access, then the buyer', () => {
    expect(whyNotRequest({ listed: false, whyNot: 'The lot is closed.' }, meAs(membership()))?.sentence).toBe('The lot is closed.');
    expect(whyNotRequest(listed, meAs())).toMatchObject({ accessHelps: true });
    expect(whyNotRequest(listed, meAs(membership({ status: 'asked' })))?.sentence).toContain('Oakfield School');
    expect(whyNotRequest(listed, meAs(membership({ whyNotBuy: 'The type of this school is not known.' })))).toEqual({
      sentence: 'The type of this school is not known.',
      accessHelps: false,
    });
  });

  it('needs only one buyer that may buy', () => {
    const cannot = membership({ whyNotBuy: 'The type of this school is not known.' });
    expect(whyNotRequest(listed, meAs(cannot, membership()))).toBeUndefined();
  });

  it('is left to the server while it is not known who asks', () => expect(whyNotRequest(listed, undefined)).toBeUndefined());
});
