import { frameworkIsLive } from '@ap/shared/domain/register/framework';
import { lotIsLive } from '@ap/shared/domain/register/lot';
import { toFramework } from '@ap/shared/lists/frameworks';
import { toLot } from '@ap/shared/lists/lots';
import type { LotRegister } from '../../ports/providers.ts';
import type { KeptLists } from './mirrors.ts';

/** Lots from the kept list: their names cost no request. */
export const lotRegister = ({ lots, frameworks }: Pick<KeptLists, 'lots' | 'frameworks'>): LotRegister => {
  const all = async () => (await lots.mirror.rows()).map(({ fields }) => toLot(fields));
  return {
    all,
    of: async (ref) => (await all()).filter(({ frameworkRef }) => frameworkRef === ref),
    live: async (on) => {
      const running = (await frameworks.mirror.rows()).map(({ fields }) => toFramework(fields)).filter((each) => frameworkIsLive(each, on));
      const isLive = (lot: ReturnType<typeof toLot>): boolean => running.some((framework) => lotIsLive(lot, framework, on));
      return new Set((await all()).filter(isLive).map(({ key }) => key));
    },
  };
};
