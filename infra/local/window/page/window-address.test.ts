import { readAddress, writeAddress } from './window-address.ts';

const person = { tenantId: '4c1f0a52-6b7e-4d0e-9a51-2f6f0f3a9d10', userId: 'c729f8da-5be0-4647-9d81-394a5b6c7d8e' };
const as = `as=${person.tenantId}/${person.userId}`;

describe('the window’s address', () => {
  it('is a deep link that people can read', () => {
    const address = { person, area: 'tab' as const, subPage: '/requests/CO-0001?sent=1&x', client: 'Outlook' as const };
    expect(writeAddress(address)).toBe(`?${as}&subPage=/requests/CO-0001%3Fsent%3D1%26x&client=Outlook`);
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('keeps the area, and a place in the tab only for the tab', () => {
    expect(writeAddress({ person, area: 'chat', subPage: '/waiting' })).toBe(`?${as}&area=chat`);
    expect(writeAddress({ person: undefined, area: 'tab', subPage: undefined })).toBe('');
  });

  it('takes what it does not know for the tab at its start', () => {
    expect(readAddress('?as=somebody&area=kitchen&subPage=&client=Excel')).toEqual({ person: undefined, area: 'tab', subPage: undefined });
  });
});
