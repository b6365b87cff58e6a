import { firstSearch } from './first-search';

describe('the search that the directory opens with', () => {
  it("is the editor's lot and distance", () => {
    expect(firstSearch({ lot: 'lot-2', radius: '20' })).toBe('radius=20&lots=lot-2');
    expect(firstSearch({ lot: '', radius: '' })).toBe('');
    expect(firstSearch({})).toBe('');
  });

  it('leaves out what no search could mean', () => {
    expect(firstSearch({ lot: 'lot 2&near=DT1', radius: 'far' })).toBe('');
  });
});
