/** Whether a text is one plain mail address and nothing else: no second recipient, no header, no display name can hide in it. */
export const isPlainAddress = (text: string): boolean =>
  text.length <= 254 && !/\p{C}/u.test(text) && /^[^\s@,;<>"()[\]\\:]+@[^\s@,;<>"()[\]\\:.]+(?:\.[^\s@,;<>"()[\]\\:.]+)+$/.test(text);
