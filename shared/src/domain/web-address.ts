/** Whether a text is the address of a page under https, at most `most` characters long: no other scheme, no port, and no name or password of a person in it. */
export const isWebAddress = (text: string, most: number): boolean =>
  text.length <= most && /^https:\/\/[^\s/@:]+\.[^\s/@:]+(?:\/\S*)?$/u.test(text);
