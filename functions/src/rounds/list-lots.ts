import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listLots as declared } from '@ap/shared/contract/rounds';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

/** The lots of a framework by number. A lot that the terms name and the list has not yet is not among them. */
export const listLots =
  ({ lots }: Pick<Ports, 'lots'>) =>
  async ({ params }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => ({
    lots: (await lots.of(params.ref))
      .map(({ key, number, name, status }) => ({ key, number, name, status }))
      .sort((a, b) => a.number - b.number),
  });
