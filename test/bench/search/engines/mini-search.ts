import { keyStageNames, needNames } from '@ap/shared/domain/register/service-names';
import type { ServiceDocument } from '@ap/shared/search/document';
import { isOneEdit } from '@ap/shared/search/one-edit';
import type { DirectoryQuery } from '@ap/shared/search/query';
import { findConcepts } from '@ap/shared/search/synonyms';
import { conceptKey, planText, type Vocabulary, WEIGHTS } from '@ap/shared/search/text-plan';
import { tokenise } from '@ap/shared/search/tokens';
import MiniSearch, { type Options, type QueryCombination } from 'minisearch';
import { ColumnScan } from './column-scan.ts';
import type { Compared, MakeEngine } from './engine.ts';
import { judge } from './judging.ts';

interface Indexed {
  readonly id: number;
  readonly name: string;
  readonly provider: string;
  readonly code: string;
  readonly summary: string;
}

/** Words and meanings of each line of a field. */
const keysOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => {
    const tokens = tokenise(line);
    return [...tokens, ...findConcepts(tokens).map(({ concept }) => conceptKey(concept))];
  });

const options: Options<Indexed> = {
  fields: ['name', 'provider', 'code', 'summary'],
  tokenize: keysOf,
  processTerm: (term) => term,
  searchOptions: {
    tokenize: (key) => [key],
    processTerm: (key) => key,
    boost: WEIGHTS,
    combineWith: 'AND',
  },
};

const indexed = (document: ServiceDocument, id: number): Indexed => ({
  id,
  name: document.name,
  provider: document.providerName,
  code: [
    document.lotName,
    document.outcode ?? '',
    document.deliveryMode,
    ...document.needs.map((need) => needNames[need]),
    ...document.keyStages.map((stage) => keyStageNames[stage]),
  ].join('\n'),
  summary: document.summary,
});

/** MiniSearch with its vocabulary, which it keeps to itself. */
class Mini extends MiniSearch<Indexed> {
  readonly vocabulary: Vocabulary = {
    has: (word) => this._index.has(word),
    hasLonger: (beginning) => {
      const found = this._index.atPrefix(beginning);
      return found.size > (this._index.has(beginning) ? 1 : 0);
    },
    // Its slips are of one edit, of which a swap of neighbours is none: such words are not in the mix.
    slipsOf: (typed) => [...this._index.fuzzyGet(typed, 1).keys()].filter((word) => isOneEdit(typed, word)),
  };

  /** Finds what a text asks for, with its own prefixes and slips. Undefined when it asks for nothing. */
  found(text: string) {
    const plan = planText(text, this.vocabulary);
    if (plan === undefined) return undefined;
    const query: QueryCombination = {
      combineWith: 'AND',
      queries: plan.map((ways) => ({
        combineWith: 'OR' as const,
        queries: ways.map(({ key, how, quality }) => ({
          queries: [key],
          prefix: how === 'beginning',
          weights: { prefix: quality / 100, fuzzy: 0.4 },
        })),
      })),
    };
    return this.search(query);
  }
}

const build = (documents: readonly ServiceDocument[]): Mini => {
  const mini = new Mini(options);
  mini.addAll(documents.map(indexed));
  return mini;
};

const saved = (mini: Mini): NonNullable<Compared['saved']> => {
  const json = JSON.stringify(mini);
  return { bytes: Buffer.byteLength(json), load: () => void MiniSearch.loadJSON<Indexed>(json, options) };
};

/** MiniSearch for the text, and whole documents for all else: how it is mostly used. */
export const miniSearch: MakeEngine = async (documents) => {
  const mini = build(documents);
  const all = documents.map((document) => [document, 0] as const);
  return {
    name: 'MiniSearch',
    search: (query: DirectoryQuery) =>
      judge(query, mini.found(query.text ?? '')?.map(({ id, score }) => [documents[id] as ServiceDocument, score] as const) ?? all),
    get saved() {
      return saved(mini);
    },
  };
};

/** MiniSearch for the text, and columns for all else. */
export const miniSearchWithColumns: MakeEngine = async (documents) => {
  const mini = build(documents);
  const columns = new ColumnScan(documents);
  return {
    name: 'MiniSearch + columns',
    search: (query) => {
      const found = mini.found(query.text ?? '');
      return found
        ? columns.judge(
            query,
            Uint32Array.from(found, ({ id }) => id),
            Float64Array.from(found, ({ score }) => score),
          )
        : columns.judge(query);
    },
  };
};
