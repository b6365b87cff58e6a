const unwritable = /(?![\t\n\r])[\p{Cc}\p{Cs}]/gu;

/** Text without control characters (but line breaks and tabs) and halves of characters: nobody types them, and no list, card or mail holds them. */
export const writableText = (text: string): string => text.replace(unwritable, ' ');
