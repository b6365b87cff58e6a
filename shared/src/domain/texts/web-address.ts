/** Whether a text is the address of a page under https, at most `most` characters long: no other scheme, no port, no character that is not seen, and no name or password of a person in it. */
export const isWebAddress = (text: string, most: number): boolean =>
  text.length <= most && !/[\p{C}\\]/u.test(text) && /^https:\/\/[^\s/@:]+\.[^\s/@:]+(?:\/\S*)?$/u.test(text);
