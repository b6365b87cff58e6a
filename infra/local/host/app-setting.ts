/** Replaces each `%NAME%` by the app setting NAME. Throws naming the setting when it is not set. */
export function resolveSettings(text: string): string {
  return text.replace(/%([^%]+)%/g, (_whole, name: string) => {
    const value = process.env[name];
    if (value === undefined) throw new Error(`The app setting "${name}" in "${text}" is not set.`);
    return value;
  });
}

/** The connection string that a binding's `connection` names; the default is `AzureWebJobsStorage`. Throws when it is not set. */
export function connectionString(connection: unknown): string {
  const name = typeof connection === 'string' && connection !== '' ? connection : 'AzureWebJobsStorage';
  const value = process.env[name] ?? process.env[`AzureWebJobs${name}`];
  if (!value) throw new Error(`The storage connection "${name}" is not set.`);
  return value;
}

/** Whether the settings say that a function does not run by itself, as in Azure: `AzureWebJobs.<name>.Disabled`. */
export const isDisabled = (name: string): boolean =>
  ['true', '1'].includes((process.env[`AzureWebJobs.${name}.Disabled`] ?? '').toLowerCase());
