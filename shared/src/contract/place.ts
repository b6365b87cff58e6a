/** Where a person can be. One value for routes of the tab, states of the web part and targets of the links in cards and mails. */
export type Place =
  | { readonly at: 'directory'; readonly search: string }
  | { readonly at: 'service'; readonly serviceRef: string }
  /** The short page in a dialog of Teams that saves a first draft. */
  | { readonly at: 'start'; readonly serviceRef: string }
  /** `step`: the page of the form, so that Back and Forward go page by page; left out where the draft says it. */
  | { readonly at: 'request'; readonly draftId: string; readonly serviceRef: string; readonly callOffRef?: string; readonly step?: string }
  | { readonly at: 'my-requests' }
  | { readonly at: 'waiting' }
  | { readonly at: 'call-off'; readonly ref: string; readonly sent?: boolean }
  /** The shortlist of the person's school; with `compare`, these of its services side by side, at what `plan` (as `planText` writes it) costs. */
  | { readonly at: 'shortlist'; readonly compare?: readonly string[]; readonly plan?: string }
  | { readonly at: 'access' }
  /** The area of commissioners; `path` is read by its own pages: see commissioning-place.ts. '' is its first page. */
  | { readonly at: 'commissioning'; readonly path: string }
  /** Reporting a concern, and one's own reports; `path` is read by its own pages: see concern-place.ts. */
  | { readonly at: 'concerns'; readonly path: string }
  /** The placements that run; `path` is read by its own pages: see placements-place.ts. '' is today. */
  | { readonly at: 'placements'; readonly path: string }
  /** Enquiries of one's school, and competitions; `path` is read by its own pages: see enquiry-place.ts. */
  | { readonly at: 'enquiries'; readonly path: string }
  /** Notices; `path` is read by their own pages: see notice-place.ts. */
  | { readonly at: 'notices'; readonly path: string }
  /** Invoices, and an order on paper; `path` is read by its own pages: see invoice-place.ts. */
  | { readonly at: 'invoices'; readonly path: string }
  /** Block purchases; `path` is read by their own pages: see block-place.ts. */
  | { readonly at: 'block-purchases'; readonly path: string }
  | { readonly at: 'accessibility' };

/** Places whose own pages read the rest of their path. */
const withOwnPages = ['commissioning', 'concerns', 'placements', 'enquiries', 'notices', 'invoices', 'block-purchases'] as const;

/** The path of a place, with its query. The same text is the sub-page id of a Teams deep link. */
export const toPath = (place: Place): string => {
  switch (place.at) {
    case 'directory':
      return place.search === '' ? '/directory' : `/directory?${place.search}`;
    case 'service':
      return `/services/${encodeURIComponent(place.serviceRef)}`;
    case 'start':
      return `/start/${encodeURIComponent(place.serviceRef)}`;
    case 'request': {
      const changing = place.callOffRef === undefined ? '' : `&change=${encodeURIComponent(place.callOffRef)}`;
      const step = place.step === undefined ? '' : `&step=${encodeURIComponent(place.step)}`;
      return `/request/${encodeURIComponent(place.draftId)}?service=${encodeURIComponent(place.serviceRef)}${changing}${step}`;
    }
    case 'my-requests':
      return '/requests';
    case 'call-off':
      return `/requests/${encodeURIComponent(place.ref)}${place.sent ? '?sent=1' : ''}`;
    case 'shortlist':
      return place.compare === undefined
        ? '/shortlist'
        : `/shortlist?compare=${place.compare.map(encodeURIComponent).join(',')}${place.plan ? `&plan=${place.plan}` : ''}`;
    default:
      // Every other place is called as its address is.
      return `/${place.at}${'path' in place && place.path ? `/${place.path}` : ''}`;
  }
};

/** Reads a path; anything unknown is the directory, so that an old link never ends in nothing. */
export const fromPath = (path: string): Place => {
  const [route = '', search = ''] = path.split('?', 2);
  const [, room, key] = route.split('/').map(decoded);
  const query = new URLSearchParams(search);
  if (room === 'services' && key) return { at: 'service', serviceRef: key };
  if (room === 'start' && key) return { at: 'start', serviceRef: key };
  if (room === 'request' && key) {
    const callOffRef = query.get('change');
    const step = query.get('step');
    const place = { at: 'request' as const, draftId: key, serviceRef: query.get('service') ?? '' };
    return { ...place, ...(callOffRef ? { callOffRef } : {}), ...(step ? { step } : {}) };
  }
  if (room === 'requests') return key ? { at: 'call-off', ref: key, sent: query.get('sent') === '1' } : { at: 'my-requests' };
  if (room === 'shortlist') {
    const compare = (query.get('compare') ?? '').split(',').filter((ref) => ref !== '');
    const plan = query.get('plan');
    return compare.length === 0 ? { at: 'shortlist' } : { at: 'shortlist', compare, ...(plan ? { plan } : {}) };
  }
  const at = withOwnPages.find((each) => each === room);
  if (at) return { at, path: path.slice(at.length + 2) };
  if (room === 'waiting' || room === 'access' || room === 'accessibility') return { at: room };
  return { at: 'directory', search: room === 'directory' ? search : '' };
};

/** A part of a path as it was before it was written; as it stands where a link was mangled on its way. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
