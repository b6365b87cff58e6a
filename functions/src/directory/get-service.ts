import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getService as declared } from '@ap/shared/contract/service';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { compareBasis } from './compare-basis.ts';
import { distanceFrom } from './distance-from.ts';
import { homeOutcode } from './home-outcode.ts';
import { serviceView } from './service-view.ts';

/** One service with its provider, price and checks, and the basis on which its price leads (R39), from the read model. Shown also when not listed, with the reason: an old link ends in an explanation. */
export const getService =
  (ports: Pick<Ports, 'providers' | 'directory' | 'clock' | 'buyers' | 'policies'>) =>
  async ({ caller, params }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const facts = await ports.providers.facts(params.serviceRef, 'known');
    const home = await homeOutcode(caller, ports.buyers);
    const distance = distanceFrom(ports.directory, home, facts.site?.outcode);
    const view = serviceView(facts, toLondonDate(ports.clock.now()), distance);
    if (!view) throw new ProblemError('not-found', 'There is no such service on the register.');
    return { ...view, vat: await compareBasis(caller, ports) };
  };
