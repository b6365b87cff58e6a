import { type EditFacts, keyOf, referencesIn, typedColumns } from '@ap/shared/domain/hand-edits/edit-law';
import { type Judgement, refusedByTransition } from '@ap/shared/domain/hand-edits/judge-edit';
import {
  beginReview,
  judgeVersion,
  type RowReview,
  type RowVersion,
  takeEdit,
  takeOwnWrite,
} from '@ap/shared/domain/hand-edits/review-row';
import { changedColumns, type RowContent } from '@ap/shared/domain/hand-edits/row-content';
import { type Person, theProduct } from '@ap/shared/domain/people/person';
import type { GuardedList } from '../ports/hand-edits.ts';
import { editId, type GuardPorts, type RunPorts } from './guard-ports.ts';

/** Judges each version of a row after its last good copy, oldest first, each by who wrote it. */
export const reviewVersions = async (
  ports: RunPorts,
  list: GuardedList,
  itemId: number,
  good: RowContent | undefined,
  versions: readonly RowVersion[],
): Promise<RowReview> => {
  let review = beginReview(good);
  for (const version of versions) {
    if (version.by.kind === 'app') review = takeOwnWrite(review, version);
    else {
      const facts = await factsFor(ports, list, itemId, review, version);
      const judged = judgeVersion(list.law, review, version, facts);
      review = takeEdit(review, version, await afterTransition(ports, list, itemId, review, version, judged));
    }
  }
  return review;
};

/** What the judgement asks about other rows, looked up now: a row that was added a moment ago counts. */
const factsFor = async (
  { keys, goodCopies, lists }: RunPorts,
  { law }: GuardedList,
  itemId: number,
  { good, found }: RowReview,
  version: RowVersion,
): Promise<EditFacts> => {
  const changed = changedColumns(found ?? {}, version.found);
  const missing = new Set<string>();
  for (const { list, key } of referencesIn(law, version.found.content, changed)) {
    if (!(await isThere({ goodCopies, lists }, list, key))) missing.add(`${list}/${key}`);
  }
  const asksOfKeys = good === undefined || keyOf(good) !== keyOf(version.found.content);
  return { missing, otherKeys: asksOfKeys ? await keys.others(itemId) : new Set() };
};

/** Whether a list has a row of a key: as it lies there now, or by its good copy, which knows a key that was typed with a blank before it. */
const isThere = async ({ goodCopies, lists }: Pick<RunPorts, 'goodCopies' | 'lists'>, title: string, key: string): Promise<boolean> => {
  const found = await lists.find(({ law }) => law.list === title)?.find(key);
  return found !== undefined || [...(await goodCopies.keys(title)).values()].includes(key);
};

/** Who an author is as a person; whoever is not known acts as nobody who may decide. */
const personOf = ({ by }: RowVersion): Person =>
  by.kind === 'person' ? { ...by.id, name: by.name, email: by.email ?? '' } : { ...theProduct, name: 'Somebody in the list' };

const afterTransition = async (
  { carryOut }: GuardPorts,
  { law }: GuardedList,
  itemId: number,
  { good }: RowReview,
  version: RowVersion,
  judged: Judgement,
): Promise<Judgement> => {
  if (!judged.command) return judged;
  const outcome = await carryOut(judged.command, personOf(version), editId(law.list, itemId, version.version));
  return outcome.ok ? judged : refusedByTransition(judged, good, typedColumns[judged.command.of], outcome.sentence);
};
