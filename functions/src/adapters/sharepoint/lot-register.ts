import { toLot } from '@ap/shared/lists/lots';
import type { LotRegister } from '../../ports/providers.ts';
import type { KeptLists } from './mirrors.ts';

/** Lots from the kept list: their names cost no request. */
export const lotRegister = ({ lots }: Pick<KeptLists, 'lots'>): LotRegister => {
  const all = async () => (await lots.mirror.rows()).map(({ fields }) => toLot(fields));
  return { all, of: async (ref) => (await all()).filter(({ frameworkRef }) => frameworkRef === ref) };
};
