import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '@ap/local/launch/project-folder';

/** A deployment's parameters, as `azd up` reads them. */
export type Parameters = Readonly<Record<string, { readonly value: string | number }>>;

/**
 * The app settings that infra/azure/main.bicep would give the Functions app with these parameters: those that are a parameter's value and nothing else. What comes of
 * Azure itself (storage, identity, monitoring) is for the caller to stand in for.
 */
export const settingsOfDeployment = (parameters: Parameters): Readonly<Record<string, string>> => {
  const bicep = readFileSync(path.join(projectFolder, 'infra/azure/main.bicep'), 'utf8');
  const declared = new Set([...bicep.matchAll(/^param (\w+)/gm)].map(([, name = '']) => name));
  const unknown = Object.keys(parameters).filter((name) => !declared.has(name));
  if (unknown.length > 0) throw new Error(`main.bicep has no parameter ${unknown.join(', ')}.`);
  const defaults = Object.fromEntries(
    [...bicep.matchAll(/^param (\w+) string = '([^'$]*)'/gm)].map(([, name = '', value = '']) => [name, value]),
  );
  return Object.fromEntries(
    [...bicep.matchAll(/\{ name: '([A-Za-z_]+)', value: (\w+) \}/g)]
      .filter(([, , parameter = '']) => declared.has(parameter))
      .map(([, name = '', parameter = '']) => [name, String(parameters[parameter]?.value ?? defaults[parameter] ?? '')]),
  );
};
