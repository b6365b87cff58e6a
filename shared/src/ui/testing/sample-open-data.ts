import type { OpenDataReply, OpenFramework } from '../../contract/open-data.ts';

export const anOpenFramework = (told: Partial<OpenFramework> = {}): OpenFramework => ({
  ref: 'AP-2026',
  name: 'Alternative Provision Framework 2026',
  status: 'live',
  lots: 4,
  awards: 57,
  releases: 4,
  told: 2,
  withheld: 11,
  running: ['2026-27'],
  ...told,
});

export const openDataReply = (told: Partial<OpenDataReply> = {}): OpenDataReply => ({
  prefix: 'registered',
  fewest: { pupils: 10, buyers: 3 },
  frameworks: [
    anOpenFramework(),
    anOpenFramework({
      ref: 'AP-2030',
      name: 'Alternative provision 2030',
      status: 'coming',
      awards: 0,
      releases: 0,
      told: 0,
      withheld: 0,
      running: [],
    }),
  ],
  ...told,
});
