import { LaunchFailure } from './launch-failure.ts';
import type { PortName } from './ports.ts';

/** The parts of the local run, in the order of their start. `register` is the lists and the sample in them. */
export type PartName = 'azurite' | 'tenant' | 'register' | 'functions' | 'tab' | 'window';

export const everyPart: readonly PartName[] = ['azurite', 'tenant', 'register', 'functions', 'tab', 'window'];

const portsOf: Readonly<Record<PartName, readonly PortName[]>> = {
  azurite: ['blob', 'queue', 'table'],
  tenant: ['tenant'],
  register: [],
  functions: ['functions'],
  tab: ['tab'],
  window: ['window'],
};

/** The ports on which these parts will listen. */
export function portsOfParts(parts: Iterable<PartName>): PortName[] {
  return [...parts].flatMap((part) => portsOf[part]);
}

/** Reads a comma list of parts. Throws `LaunchFailure` for a word that is none. */
export function parseParts(list: string): PartName[] {
  const words = list.split(',').map((word) => word.trim());
  const unknown = words.find((word) => !everyPart.some((part) => part === word));
  if (unknown !== undefined) throw new LaunchFailure(`"${unknown}" is not a part of the local run: ${everyPart.join(', ')}.`);
  return everyPart.filter((part) => words.includes(part));
}
