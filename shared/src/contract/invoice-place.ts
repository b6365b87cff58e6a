import type { Place } from './place.ts';

/** A page about invoices, or the paper of an order. Apart from `Place`, as those of concerns. References are letters, digits and hyphens. */
export type InvoicePage =
  | { readonly at: 'list' }
  | { readonly at: 'enter' }
  | { readonly at: 'month' }
  /** What was bought outside the framework. */
  | { readonly at: 'outside' }
  | { readonly at: 'invoice'; readonly ref: string }
  | { readonly at: 'correct'; readonly ref: string }
  | { readonly at: 'order'; readonly ref: string }
  | { readonly at: 'document'; readonly ref: string };

/** The place in the tab. */
export const invoicePlace = (page: InvoicePage): Place => ({
  at: 'invoices',
  path: page.at === 'list' ? '' : 'ref' in page ? `${page.at}/${page.ref}` : page.at,
});

/** Reads the path of a place about invoices; anything unknown is the list. */
export const fromInvoicePath = (path: string): InvoicePage => {
  const [room, ref = ''] = (path.split('?', 1)[0] ?? '').split('/');
  if (room === 'enter' || room === 'month' || room === 'outside') return { at: room };
  return ref && (room === 'invoice' || room === 'correct' || room === 'order' || room === 'document') ? { at: room, ref } : { at: 'list' };
};
