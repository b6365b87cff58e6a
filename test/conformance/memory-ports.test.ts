import { memoryEffects } from '../ports/memory-effects.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { auditContract } from './audit.contract.ts';
import { effectsContract } from './effects.contract.ts';

// What the tests of use cases rest on behaves as the product's own adapters do: the same suites, over the ports in memory.

describe('the audit log in memory', () => {
  auditContract(async () => {
    const world = memoryWorld();
    return { audit: world.ports.audit, recorded: async () => world.audit };
  });
});

describe('effects in memory', () => {
  effectsContract(async () => {
    const effects = memoryEffects();
    return { effects, restarted: () => effects, waiting: async () => effects.queue };
  });
});
