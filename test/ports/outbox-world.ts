import { memoryWorld, type World } from './memory-world.ts';
import { submits } from './people.ts';

/** Time passes. */
export const later = (world: World, milliseconds: number): void => {
  world.clock.now = new Date(Date.parse(world.clock.now) + milliseconds).toISOString();
};

/** In milliseconds. */
export const minute = 60_000;

/** In milliseconds. */
export const day = 24 * 60 * minute;

/** A request whose effects were all queued and lost again, as a queue loses them that was purged. */
export const withLostMessages = async (): Promise<{ world: World; ref: string }> => {
  const world = memoryWorld();
  const ref = await submits(world);
  world.effects.queue.length = 0;
  return { world, ref };
};

/** The effects that the operator was told of, by id. */
export const toldOf = (world: World) => world.log.filter(({ name }) => name === 'effect-too-old').map(({ ids }) => ids.effectId);
