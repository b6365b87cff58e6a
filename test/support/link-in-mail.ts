/** The capability link in a mail to a provider, as an operation takes it: of the page that is named, or of any. Throws where the mail holds none. */
export const linkInMail = (html: string, page = ''): { readonly linkId: string; readonly secret: string } => {
  const found = new RegExp(`${page === '' ? '' : `/${page}/`}#([0-9a-f-]{36})\\.([\\w-]{43})`).exec(html);
  if (!found?.[1] || !found[2]) throw new Error(`The mail holds no link${page === '' ? '' : ` to the page '${page}'`}.`);
  return { linkId: found[1], secret: found[2] };
};
