/** A question that the reference marks as not established. */
export type OpenQuestion =
  | { readonly question: string; readonly steps: readonly string[] }
  /** Not tried, and why. */
  | { readonly question: string; readonly why: string };

/** Every row that the reference marks [U]: the steps that answer it, or why the probe does not try. */
export const openQuestions: readonly OpenQuestion[] = [
  {
    question: '412 code and body on /fields',
    steps: ['a write with a stale eTag is refused', 'a deletion with a stale eTag is refused'],
  },
  { question: 'status of a malformed eTag', steps: ['a write with a malformed eTag is refused'] },
  { question: 'eTag after a write that changes nothing', steps: ['a write that changes nothing moves the eTag on'] },
  {
    question: 'status and code of a filter without an index',
    steps: ['a filter on a column without an index is refused, however small the list'],
  },
  { question: 'what a bare name in a filter shows', steps: ['a filter on a bare name is refused'] },
  { question: 'filters by createdDateTime', steps: ['a filter by the moment of creation'] },
  { question: 'two indexed columns in one filter', steps: ['items are filtered by two indexed columns'] },
  { question: '$count, $skip and $orderby', steps: ['$count is refused', '$skip is refused', 'an order by id is silently ignored'] },
  { question: 'null in a new item', steps: ['a null in a new item is refused'] },
  { question: 'several choices without annotation', steps: ['several choices without the annotation are refused'] },
  { question: 'a text over its length', steps: ['a text over its length is refused'] },
  { question: 'numbers out of range', steps: ['a number over its maximum is refused', 'a number under its minimum is refused'] },
  { question: 'an item without a required column', steps: ['an item without a required column is refused'] },
  { question: 'status of a duplicate list', steps: ['a second list of the same name is refused'] },
  { question: 'status of a list that names itself', steps: ['a list that names itself is refused'] },
  { question: 'unique values without an index, over Graph', steps: ['unique values without an index are refused'] },
  { question: 'an empty item left behind by a unique column', steps: ['nothing is left behind by what was refused'] },
  { question: 'whether ids are given again', steps: ['the id of a deleted item is not given again'] },
  {
    question: 'pages of the feed, and a token that is none',
    steps: ['the feed from its beginning comes in pages', 'a token that is none is refused'],
  },
  { question: 'status over 5,000 rows today', why: 'takes more than 5,000 items: about 250 batches, which is no probe any more' },
  { question: 'life of a delta token, and the code of its 410', why: 'takes weeks: a token must grow too old' },
  { question: 'which background operations move an eTag on', why: 'nobody can ask for them' },
  { question: '404 code of a person without a manager', why: 'needs a named person, and reads about people' },
  { question: 'page size of group members', why: 'needs a group of more than 100, and reads about people' },
  { question: 'activity notification where the app is not installed', why: 'would write into a person’s activity feed' },
  { question: 'how fast a webhook must answer, and how often it is tried', why: 'needs an endpoint that fails for four hours' },
  { question: 'numbers of sign-in errors (AADSTS)', why: 'wrong sign-ins on purpose look like an attack' },
];

/** Answered only with `--webhook-url`, as the product's own app. */
export const webhookQuestion = 'a webhook under Sites.Selected';
