/** The page of people who act by a capability link. */
export const linksPath = '/links/';
/** The page where organisations apply for a framework: with a link their application, without one a form that asks for it. */
export const applyPath = '/apply/';
/** The page where a provider signs its agreement. */
export const agreementPath = '/agreement/';
/** The page where a provider answers an order. */
export const offerPath = '/offer/';
/** The page where a provider answers an enquiry. */
export const enquiryPath = '/enquiry/';
/** The page where a provider answers a block purchase. */
export const blockOfferPath = '/block-offer/';
/** The page where a provider reports attendance, after a mailed code. */
export const todayPath = '/today/';

/** Every page of people who act by a link or a code, without an account. */
export const linkPaths: readonly string[] = [linksPath, applyPath, agreementPath, offerPath, enquiryPath, blockOfferPath, todayPath];

/** Reads `#id.secret`; `undefined` when it is neither, as where a mail program cut the address short. */
export const readLink = (fragment: string): { readonly linkId: string; readonly secret: string } | undefined => {
  const [, linkId, secret] = /^#([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{43})$/i.exec(fragment) ?? [];
  return linkId !== undefined && secret !== undefined ? { linkId, secret } : undefined;
};
