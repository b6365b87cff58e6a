import fc from 'fast-check';
import { fromPath, type Place, toPath } from './place.ts';
import { pageLink, placeLink } from './place-link.ts';

const pages = 'https://ap-framework.council.example';
const teamsAppId = '7b3f2a10-5c44-4e0d-9c1a-0d6f4b8e2a55';

const places: readonly Place[] = [
  { at: 'directory', search: 'near=DT1&needs=SEMH,ASC' },
  { at: 'service', serviceRef: 'S-0001' },
  { at: 'call-off', ref: 'CO-7K3M-9QXT', sent: false },
  { at: 'request', draftId: '0f2c6e9e-64a1-4f7b-8a35-3a5f5c1f9b11', serviceRef: 'S-0001' },
  { at: 'my-requests' },
  { at: 'waiting' },
  { at: 'access' },
  { at: 'shortlist' },
  { at: 'shortlist', compare: ['S-0001', 'S-0002'] },
];

describe('a link to a place', () => {
  it.each(places)('in Teams opens the personal tab there, and says the same page for people without the app: $at', (place) => {
    const link = new URL(placeLink({ pages, teamsAppId }, place));
    expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${teamsAppId}/home`);
    expect(link.searchParams.get('webUrl')).toBe(pageLink({ pages }, place));
    const { subEntityId } = JSON.parse(link.searchParams.get('context') ?? '') as { subEntityId: string };
    expect(fromPath(subEntityId)).toEqual(place);
  });

  it('is the page itself as long as Teams does not know the app', () =>
    expect(placeLink({ pages }, { at: 'call-off', ref: 'CO-7K3M-9QXT' })).toBe(`${pages}/requests/CO-7K3M-9QXT`));

  it('in the local run leads to the stand-in for Teams', () =>
    expect(placeLink({ pages, teamsAppId, teams: 'http://localhost:3000' }, { at: 'waiting' })).toMatch(
      /^http:\/\/localhost:3000\/l\/entity\//,
    ));

  it('holds no space, plus or quotation mark that a mail client or a card would break', () =>
    fc.assert(
      fc.property(fc.string(), (ref) => {
        expect(placeLink({ pages, teamsAppId }, { at: 'service', serviceRef: ref })).not.toMatch(/[\s+"<>]/);
      }),
    ));
});

describe('a path', () => {
  it.each(places)('is read back as the place that it was made of: $at', (place) => expect(fromPath(toPath(place))).toEqual(place));

  it.each(['/', '/index.html', '/nowhere', '', '/services/', '/services', '/channel/setup'])(
    '%p, which is none of ours, is the directory',
    (path) => expect(fromPath(path)).toEqual({ at: 'directory', search: '' }),
  );

  it('that was mangled on its way leads to what it seems to name, and stops nothing', () =>
    expect(fromPath('/services/S-1%')).toEqual({ at: 'service', serviceRef: 'S-1%' }));
});
