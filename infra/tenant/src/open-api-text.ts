import { openApiDocument } from '@ap/shared/contract/openapi';

/** docs/openapi.json, as it should be. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), undefined, 2)}\n`;
