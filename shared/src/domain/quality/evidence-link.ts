import { type Refusal, refused } from '../refusal.ts';
import { isWebAddress } from '../texts/web-address.ts';

const longest = 400;

/** Why an address may not be kept as the place where evidence lies; `undefined` when it may. It leads to a page; nothing is carried in it. */
export const whyNotLink = (link: string, field: string): Refusal | undefined =>
  isWebAddress(link, longest)
    ? undefined
    : refused('link-not-allowed', `Enter a link that begins with https:// and has ${longest} characters or fewer.`, field);
