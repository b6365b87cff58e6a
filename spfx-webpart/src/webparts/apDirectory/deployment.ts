import type { IApDirectoryProperties } from './settings';

/**
 * What `npm run package:spfx -- --settings <file>` put into this package: an organisation's own addresses, so that nobody types them on
 * each page and the personal app in Teams, which has no property pane, is set up at all. Webpack replaces the name.
 */
declare const apDeployment: Partial<IApDirectoryProperties> | undefined;

/** The properties with the deployment's in place of those that the page leaves empty. */
export const withDeployment = (
  properties: Partial<IApDirectoryProperties>,
  deployment: Partial<IApDirectoryProperties> = typeof apDeployment === 'undefined' ? {} : apDeployment
): Partial<IApDirectoryProperties> => {
  const filled: Record<string, unknown> = { ...properties };
  for (const name of Object.keys(deployment) as (keyof IApDirectoryProperties)[])
    if (filled[name] === undefined || filled[name] === '') filled[name] = deployment[name];
  return filled;
};
