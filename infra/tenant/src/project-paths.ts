import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The table of lists, generated from their schema. */
export const documentationPath = fromRoot('docs/lists.md');

/** The state machines of tenders, generated from their tables. */
export const tenderDocumentationPath = fromRoot('docs/tenders.md');

/** The state machines of quality, generated from their tables. */
export const qualityDocumentationPath = fromRoot('docs/quality.md');

/** Block purchases: their rules, and the state machine generated from its table. */
export const blockDocumentationPath = fromRoot('docs/block-purchases.md');
export const orderDocumentationPath = fromRoot('docs/orders.md');

/** What is kept about people, generated from the classes of columns and places. */
export const privacyDocumentationPath = fromRoot('docs/data-classification.md');

/** The API in OpenAPI, generated from its contract. */
export const openApiPath = fromRoot('docs/openapi.json');

/** The folder of the local run's state, made by the launcher. */
export const localStateDir = fromRoot('.local');

/** What is stored of every column, as it was when it was last recorded. */
export const recordedSchemaPath = fromRoot('infra/tenant/src/migrate/recorded-schema.txt');

/** What is new, as people are told. */
export const releasesPath = fromRoot('docs/releases.md');

/** The page that is made of it. */
export const releasesPagePath = fromRoot('teams-app/public/about/releases.html');

/** The release that this checkout is of. */
export const ownVersion = (): string =>
  (JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { readonly version: string }).version;
