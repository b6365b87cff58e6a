import type { Place } from '@ap/shared/contract/place';
import { act, cleanup, renderHook } from '@testing-library/react';
import { usePlace } from './use-place.ts';

/** Shows where it is, and lets the test go elsewhere. */
const shown = (address: string) => {
  cleanup();
  window.history.replaceState(null, '', address);
  const { result } = renderHook(() => usePlace());
  const go: ReturnType<typeof usePlace>['go'] = (to, how) => act(() => result.current.go(to, how));
  return { place: (): Place => result.current.place, go };
};

window.scrollTo = () => undefined;

describe('the place that the address names', () => {
  it('is read with its search', () => {
    expect(shown('/directory?near=DT1&needs=SEMH').place()).toEqual({ at: 'directory', search: 'near=DT1&needs=SEMH' });
    expect(shown('/requests/CO-1?sent=1').place()).toEqual({ at: 'call-off', ref: 'CO-1', sent: true });
    expect(shown('/waiting').place()).toEqual({ at: 'waiting' });
  });

  it('follows each step, and the address with it', () => {
    const { place, go } = shown('/directory');
    go({ at: 'directory', search: 'near=DT1' }, { replace: true });
    expect(place()).toEqual({ at: 'directory', search: 'near=DT1' });
    go({ at: 'service', serviceRef: 'S-1' });
    expect(place()).toEqual({ at: 'service', serviceRef: 'S-1' });
    expect(window.location.pathname).toBe('/services/S-1');
  });
});
