import { register } from '@ap/shared/lists/register';
import { administratorTokens } from '../../graph/administrator.ts';
import { findSite } from '../../graph/site.ts';
import type { Plan } from '../../plan/action.ts';
import { describeAction } from '../../plan/describe-plan.ts';
import { planRegister } from '../../plan/plan-register.ts';
import { isStrange, type PresentList as ListOfKind } from '../../plan/present-list.ts';
import { readPresent } from '../../provision/read-present.ts';
import { sharePointRest } from '../../sharepoint/rest.ts';
import { type Change, defineStep, type Judgement, type Workshop } from '../step.ts';
import type { Wanted } from '../wanted.ts';

/** A list of ours that is there, and whether anything is in it. */
interface PresentList {
  readonly title: string;
  readonly id: string;
  readonly hasRows: boolean;
}

interface Seen {
  readonly siteId: string;
  readonly plan: Plan;
  readonly lists: readonly PresentList[];
  /** Lists of our titles that are of another kind: not ours. */
  readonly strange: readonly Pick<ListOfKind, 'title' | 'template'>[];
}

/** A register of forty lists is a thousand lines: said by how many, and in full by `npm run provision -- --dry-run`. */
const inBrief = (plan: Plan): string => {
  if (plan.actions.length <= 5) return plan.actions.map(describeAction).join('; ');
  const counts = new Map<string, number>();
  for (const { kind } of plan.actions) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return `provision the lists: ${[...counts].map(([kind, count]) => `${kind} ${count}`).join(', ')}`;
};

export const planLists = ({ plan }: Pick<Seen, 'plan'>): Judgement => {
  if (plan.refused.length > 0) return { changes: [], refused: plan.refused.map(({ sentence }) => sentence).join('\n') };
  return { changes: plan.actions.length === 0 ? [] : [{ say: inBrief(plan), call: 'provision' }] };
};

/** Empty lists go. One with rows is a council's record: it goes only when that was asked for by name. One of another kind is not ours, and never goes. */
export const undoLists = ({ siteId, lists, strange }: Omit<Seen, 'plan'>, _wanted: Wanted, withRows: boolean): Judgement => {
  const kept = lists.filter(({ hasRows }) => hasRows && !withRows).map(({ title }) => title);
  const byHand = [
    ...(kept.length === 0
      ? []
      : [`These lists have rows, so they stay: ${kept.join(', ')}. --with-rows deletes them too; npm run backup copies them first.`]),
    ...strange.map(({ title, template }) => `The list ${title} is not of this set-up, so it stays: it is of the kind '${template}'.`),
  ];
  return {
    changes: lists
      .filter(({ hasRows }) => withRows || !hasRows)
      .map(
        ({ title, id, hasRows }): Change => ({
          say: `delete the list ${title}${hasRows ? ', with what is in it' : ''}`,
          call: { method: 'DELETE', path: `/sites/${siteId}/lists/${id}` },
        }),
      ),
    ...(byHand.length === 0 ? {} : { byHand }),
  };
};

const presentLists = async ({ graph }: Workshop, siteId: string, ids: ReadonlyMap<string, string>): Promise<readonly PresentList[]> => {
  const lists: PresentList[] = [];
  for (const [title, id] of ids) {
    const { value }: { value: readonly unknown[] } = await graph.api(`/sites/${siteId}/lists/${id}/items?$top=1&$select=id`).get();
    lists.push({ title, id, hasRows: value.length > 0 });
  }
  return lists;
};

export const listsStep = defineStep<Seen>({
  name: 'Lists, views and formatting',
  needs: 'SharePoint Administrator, who administers this site too',
  look: async (workshop) => {
    const { graph, settings } = workshop;
    const site = await findSite(graph, settings.site);
    const rest = sharePointRest(site.webUrl, administratorTokens(settings, new URL(site.webUrl).origin));
    const present = await readPresent(graph, rest, site.id, register, settings.concernReaders);
    return {
      siteId: site.id,
      plan: planRegister(register, present.lists, present.restReachable),
      lists: await presentLists(workshop, site.id, present.ids),
      strange: present.lists.filter(isStrange),
    };
  },
  plan: planLists,
  undo: undoLists,
});
