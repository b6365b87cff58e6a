import type { Seen } from '../observation.ts';
import type { Fields, ItemSeen } from '../scenario-client.ts';
import type { World } from '../step.ts';

const names = ['Title', 'Key', 'Status', 'Kinds', 'Amount', 'Due', 'Note'];

/** A field as it is shown. */
export const value = (field: unknown): Seen => {
  if (Array.isArray(field)) return field.map(value);
  return typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean' ? field : String(field);
};

/** The fields of the scratch list's own columns; those that are absent stay absent. */
export const own = (fields: Fields | undefined): Seen =>
  Object.fromEntries(names.flatMap((name) => (fields !== undefined && name in fields ? [[name, value(fields[name])]] : [])));

/** The item with its own columns. */
export const read = ({ client, kept }: World, id: string): Promise<ItemSeen> => client.item(kept('list'), id, names);

/** Adds an item that is expected to be refused. Where it is not, says what came of it, and takes it away: later steps count on what they made. */
export const tries =
  (fields: Fields) =>
  async (world: World): Promise<Seen> => {
    const made = await world.client.addItem(world.kept('list'), fields);
    const seen = own((await read(world, made.id)).fields);
    await world.client.deleteItem(world.kept('list'), made.id);
    return seen;
  };
