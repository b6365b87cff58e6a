import { settingFault } from './setting-values.ts';

const openData = (told: object = {}) =>
  settingFault(
    'open-data',
    JSON.stringify({
      ocidPrefix: 'ocds-abc123',
      publisher: { name: 'Example Council' },
      publishedUnder: 'https://council.example/data/',
      ...told,
    }),
  );

describe('row 74: the setting for open data', () => {
  test('needs the prefix, the name of the publisher and where the files will lie; the rest is as usual', () => {
    expect(openData()).toBeUndefined();
    expect(openData({ ocidPrefix: undefined })).toContain('ocidPrefix');
    expect(openData({ publisher: {} })).toContain('publisher.name');
  });

  test.each([
    ['a prefix of another form', { ocidPrefix: 'ocds-ABC' }, "must be 'ocds-' and the six letters or digits that the council was given"],
    ['a folder without its slash', { publishedUnder: 'https://council.example/data' }, 'publishedUnder'],
    ['fewer than five pupils', { fewestPupils: 4 }, 'fewestPupils'],
    ['fewer than three buyers', { fewestBuyers: 2 }, 'fewestBuyers'],
    ['a key that nobody reads', { license: 'https://council.example/licence' }, 'license'],
  ])('refuses %s, and says where', (_what, told, where) => expect(openData(told)).toContain(where));
});
