import { addressKey, hashWith, placeInHash } from './place-in-address';

const key: string = addressKey('83e5b496-17ac-4203-bf4d-95061728394a');

describe('the place in the address of the page', () => {
  it('is read as it was written, for a search with its query and for a draft', () => {
    for (const place of [
      { at: 'directory' as const, search: 'text=hair & beauty&lots=lot-2' },
      { at: 'request' as const, draftId: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427', serviceRef: 'S-0001' }
    ])
      expect(placeInHash(hashWith('', key, place), key)).toEqual(place);
  });

  it("leaves SharePoint's anchor and another web part's place as they are", () => {
    const other = hashWith('#contact-us', addressKey('0a1b2c3d-17ac-4203-bf4d-95061728394a'), { at: 'my-requests' });
    const both = hashWith(other, key, { at: 'service', serviceRef: 'S-0001' });
    expect(both).toBe('#contact-us&ap-0a1b2c3d=%2Frequests&ap-83e5b496=%2Fservices%2FS-0001');
    expect(hashWith(both, key, { at: 'my-requests' })).toBe('#contact-us&ap-0a1b2c3d=%2Frequests&ap-83e5b496=%2Frequests');
  });

  it('is none where the address names none, or cannot be read', () => {
    expect(placeInHash('#contact-us', key)).toBeUndefined();
    expect(placeInHash(`#${key}=%E0%A4%A`, key)).toBeUndefined();
  });
});
