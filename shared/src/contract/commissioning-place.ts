import type { Place } from './place.ts';

/** A page of the commissioners' area. Apart from `Place`, so that nobody else loads how their addresses are made. */
export type CommissioningPlace =
  | { readonly at: 'home' }
  | { readonly at: 'provider-changes' }
  | { readonly at: 'imports' }
  | { readonly at: 'import'; readonly importId: string }
  | { readonly at: 'frameworks' }
  | { readonly at: 'framework'; readonly ref: string }
  | { readonly at: 'rounds' }
  | { readonly at: 'round-plan'; readonly frameworkRef?: string }
  | { readonly at: 'round'; readonly ref: string }
  | { readonly at: 'round-change'; readonly ref: string }
  | { readonly at: 'evaluations' }
  | { readonly at: 'evaluation'; readonly roundRef: string }
  | { readonly at: 'ranking'; readonly roundRef: string; readonly lotKey: string }
  | { readonly at: 'lot-application'; readonly ref: string }
  | { readonly at: 'sheets' }
  | { readonly at: 'sheet'; readonly ref: string }
  | { readonly at: 'awards' }
  | { readonly at: 'award-import' }
  | { readonly at: 'award'; readonly ref: string }
  | { readonly at: 'price-books'; readonly providerRef: string }
  | { readonly at: 'price-book'; readonly providerRef: string; readonly frameworkRef: string }
  | { readonly at: 'quality' }
  | { readonly at: 'held' }
  | { readonly at: 'registration' }
  | { readonly at: 'limits'; readonly ref?: string }
  | { readonly at: 'visits' }
  | { readonly at: 'visit'; readonly ref: string }
  | { readonly at: 'passport'; readonly providerRef: string }
  | { readonly at: 'concerns' }
  | { readonly at: 'concern'; readonly ref: string }
  | { readonly at: 'notices' }
  | { readonly at: 'notice'; readonly ref: string }
  | { readonly at: 'events' }
  | { readonly at: 'event'; readonly ref: string }
  | { readonly at: 'surveys' }
  | { readonly at: 'survey'; readonly ref: string }
  | { readonly at: 'unmet-needs' }
  | { readonly at: 'value' }
  | { readonly at: 'choices' }
  | { readonly at: 'open-data' }
  | { readonly at: 'off-framework' }
  | { readonly at: 'stuck' };

const pathOf = (page: CommissioningPlace): string => {
  switch (page.at) {
    case 'home':
      return '';
    case 'import':
      return `imports/${encodeURIComponent(page.importId)}`;
    case 'framework':
      return `frameworks/${encodeURIComponent(page.ref)}`;
    case 'round-plan':
      return page.frameworkRef === undefined ? 'rounds/plan' : `rounds/plan/${encodeURIComponent(page.frameworkRef)}`;
    case 'round':
      return `rounds/${encodeURIComponent(page.ref)}`;
    case 'round-change':
      return `rounds/${encodeURIComponent(page.ref)}/change`;
    case 'evaluation':
      return `evaluation/${encodeURIComponent(page.roundRef)}`;
    case 'ranking':
      return `evaluation/${encodeURIComponent(page.roundRef)}/${encodeURIComponent(page.lotKey)}`;
    case 'lot-application':
      return `lot-applications/${encodeURIComponent(page.ref)}`;
    case 'sheet':
      return `sheets/${encodeURIComponent(page.ref)}`;
    case 'award-import':
      return 'awards/import';
    case 'award':
      return `awards/${encodeURIComponent(page.ref)}`;
    case 'price-books':
      return `prices/${encodeURIComponent(page.providerRef)}`;
    case 'price-book':
      return `prices/${encodeURIComponent(page.providerRef)}/${encodeURIComponent(page.frameworkRef)}`;
    case 'limits':
      return page.ref === undefined ? page.at : `limits/${encodeURIComponent(page.ref)}`;
    case 'held':
      return 'quality/held';
    case 'registration':
      return 'quality/registration';
    case 'visits':
      return 'quality/visits';
    case 'visit':
      return `quality/visits/${encodeURIComponent(page.ref)}`;
    case 'passport':
      return `quality/providers/${encodeURIComponent(page.providerRef)}`;
    case 'event':
      return `events/${encodeURIComponent(page.ref)}`;
    case 'notice':
      return `notices/${encodeURIComponent(page.ref)}`;
    case 'survey':
      return `surveys/${encodeURIComponent(page.ref)}`;
    case 'concern':
      return `concerns/${encodeURIComponent(page.ref)}`;
    default:
      return page.at;
  }
};

/** The place in the tab, for links on pages, cards and in mails. */
export const commissioningPlace = (page: CommissioningPlace): Place => ({ at: 'commissioning', path: pathOf(page) });

/** Reads the path of a place in the area; anything unknown is its first page, so that an old link never ends in nothing. */
export const fromCommissioningPath = (path: string): CommissioningPlace => {
  const [room, key, inner] = (path.split('?', 1)[0] ?? '').split('/');
  switch (room) {
    case 'provider-changes':
      return { at: room };
    case 'imports':
      return key ? { at: 'import', importId: key } : { at: room };
    case 'frameworks':
      return key ? { at: 'framework', ref: key } : { at: room };
    case 'rounds':
      if (key === 'plan') return inner ? { at: 'round-plan', frameworkRef: inner } : { at: 'round-plan' };
      if (!key) return { at: room };
      return inner === 'change' ? { at: 'round-change', ref: key } : { at: 'round', ref: key };
    case 'evaluations':
      return { at: room };
    case 'evaluation':
      if (!key) return { at: 'rounds' };
      return inner ? { at: 'ranking', roundRef: key, lotKey: inner } : { at: room, roundRef: key };
    case 'lot-applications':
      return key ? { at: 'lot-application', ref: key } : { at: 'rounds' };
    case 'sheets':
      return key ? { at: 'sheet', ref: key } : { at: room };
    case 'awards':
      if (key === 'import') return { at: 'award-import' };
      return key ? { at: 'award', ref: key } : { at: room };
    case 'prices':
      if (!key) return { at: 'awards' };
      return inner ? { at: 'price-book', providerRef: key, frameworkRef: inner } : { at: 'price-books', providerRef: key };
    case 'quality':
      if (key === 'held' || key === 'registration') return { at: key };
      if (key === 'visits') return inner ? { at: 'visit', ref: inner } : { at: key };
      return key === 'providers' && inner ? { at: 'passport', providerRef: inner } : { at: room };
    case 'stuck':
    case 'unmet-needs':
    case 'value':
    case 'choices':
    case 'open-data':
    case 'off-framework':
      return { at: room };
    case 'events':
      return key ? { at: 'event', ref: key } : { at: room };
    case 'notices':
      return key ? { at: 'notice', ref: key } : { at: room };
    case 'surveys':
      return key ? { at: 'survey', ref: key } : { at: room };
    case 'limits':
      return key ? { at: room, ref: key } : { at: room };
    case 'concerns':
      return key ? { at: 'concern', ref: key } : { at: room };
    default:
      return { at: 'home' };
  }
};
