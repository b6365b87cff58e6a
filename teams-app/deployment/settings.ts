import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import * as z from 'zod/mini';
import { whyNoTabHost } from './tab-host.ts';

/** Thrown when something cannot be made of the settings of a deployment: every fault at once, a line each. */
export class SettingsFault extends Error {
  readonly faults: readonly string[];
  constructor(what: string, faults: readonly string[]) {
    super(`${what} cannot be made.\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'SettingsFault';
    this.faults = faults;
  }
}

type Values = Readonly<Record<string, string | undefined>>;

/** The environment, and over it the lines NAME=value of a file, as `azd env get-values` prints them. Throws `SettingsFault`. */
export const givenSettings = (what: string, file: string | undefined): Values => {
  if (file === undefined) return process.env;
  try {
    return { ...process.env, ...parseEnv(readFileSync(file, 'utf8')) };
  } catch {
    throw new SettingsFault(what, [`The settings file ${file} could not be read.`]);
  }
};

export const guid = z.pipe(
  z.guid('is not an id such as 3e906f41-c257-4dbe-aaf8-405162738495'),
  z.transform((id: string) => id.toLowerCase()),
);

/** The address of the tab's pages, read as its origin: without a slash at its end. */
export const tabOrigin = z.pipe(
  z.string().check((address) => {
    const why = whyNoTabHost(address.value);
    if (why !== undefined) address.issues.push({ code: 'custom', message: why, input: address.value });
  }),
  z.transform((address: string) => new URL(address).origin),
);

/** Who answers for the app, as Teams names the developer. */
export const councilName = z
  .string()
  .check(z.trim(), z.minLength(1, 'is empty'), z.maxLength(32, 'is longer than the 32 characters that Teams shows'));

/** Reads what a shape names; an empty setting counts as not set. Throws `SettingsFault`. */
export const readSettingsOf = <Shape extends z.ZodMiniObject>(what: string, shape: Shape, values: Values): z.output<Shape> => {
  const given = Object.fromEntries(Object.keys(shape.shape).flatMap((name) => (values[name] ? [[name, values[name]]] : [])));
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new SettingsFault(
    what,
    parsed.error.issues.map(({ path: [name], message, code }) =>
      code === 'invalid_type' ? `${String(name)} is not set.` : sentence(String(name), message),
    ),
  );
};

const sentence = (name: string, message: string): string => (message.endsWith('.') ? `${name}: ${message}` : `${name} ${message}.`);
