import { countWords } from '../words.tsx';
import type { SearchState } from './search-state.tsx';
import type { Answer } from './use-found.tsx';

/** '23 services near DT1, page 2 of 3'. */
export const resultsSentence = ({ reply: { total, pageSize, near: outcode, nearName }, to: { radius, page } }: Answer): string => {
  const near = nearName ?? outcode;
  const area = near === undefined ? '' : radius === undefined ? ` near ${near}` : ` within ${countWords(radius, 'mile')} of ${near}`;
  const pages = Math.ceil(total / pageSize);
  return `${countWords(total, 'service')}${area}${pages > 1 ? `, page ${page} of ${pages}` : ''}`;
};

/** Where distances are measured from. */
export const placeSentence = ({ reply: { near, nearName }, to }: Answer): string => {
  if (near === undefined) return 'Enter a postcode to see how far each service is.';
  if (nearName !== undefined) return `Distances are from ${nearName}.`;
  return to.near === undefined ? `Distances are from ${near}, your own area.` : `Distances are from ${near}.`;
};

/** The answer as its heading shows it while `state` is on its way: another page of it is named at once, another search has no count yet. */
export const answerFor = (answer: Answer | undefined, state: SearchState): Answer | undefined => {
  if (answer === undefined || answer.to.text !== state.text || answer.to.near !== state.near) return undefined;
  return changesPageOnly(answer.to, state) ? { ...answer, to: state } : answer;
};

const changesPageOnly = (from: SearchState, to: SearchState): boolean =>
  JSON.stringify({ ...from, page: to.page }) === JSON.stringify(to) && from.page !== to.page;
