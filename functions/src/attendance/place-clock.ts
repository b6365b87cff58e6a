import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { type OrderPlace, placeDiffers } from '@ap/shared/domain/orders/setting-change';
import { notePlace } from '@ap/shared/domain/orders/tell-of-setting';
import { theProduct } from '@ap/shared/domain/people/person';
import type { ProviderSite } from '@ap/shared/domain/register/provider';
import { byTheClock } from '../commands/by-the-clock.ts';
import { runCommand } from '../commands/run-command.ts';
import type { Ports } from '../ports/ports.ts';

/** What a run has done. `failed`: what could not be written now; the next run tries it again. */
export interface PlaceClockReport {
  readonly noted: number;
  readonly failed: number;
}

/** As many orders as one run writes: the first run after all orders were made without a place takes its time. */
const mostInARun = 50;

const placeOf = (site: ProviderSite | undefined): OrderPlace | undefined => site && { name: site.name, postcode: site.postcode };

const hasPlacement = ({ order }: CallOff): boolean =>
  order !== undefined && ['accepted', 'active', 'paused', 'notice-given'].includes(order.state);

/** R3: compares where pupils are taught with the register of sites, whoever wrote it, and has their schools told. One failure holds up no other. */
export const placeClock =
  (ports: Pick<Ports, 'callOffs' | 'providers' | 'effects' | 'clock' | 'hashes' | 'log'>) => async (): Promise<PlaceClockReport> => {
    const run = byTheClock(ports);
    for (const { callOff } of await ports.callOffs.known()) {
      if (run.counts.given + run.counts.failed >= mostInARun) break;
      const { ref, order, request, version, hold } = callOff;
      if (!order || !hasPlacement(callOff) || hold?.state === 'ended') continue;
      const known = await ports.providers.facts(request.serviceRef, 'known');
      // A service that cannot be read says nothing of its place.
      if (!known.service || !placeDiffers(order, placeOf(known.site))) continue;
      await run.give(ref, 'place', async () => {
        const key = `place-${ref}-${version}`;
        await runCommand(ports, { ref, by: theProduct, key, content: key }, async (present, command) => {
          const { service, site } = await ports.providers.facts(present.callOff.request.serviceRef, 'fresh');
          return notePlace(present.callOff, { ...command, place: service ? placeOf(site) : present.callOff.order?.place });
        });
        return true;
      });
    }
    return { noted: run.counts.given, failed: run.counts.failed };
  };
