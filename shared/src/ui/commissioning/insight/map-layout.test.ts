import fc from 'fast-check';
import { laidOut, type MapPoint } from './map-layout.ts';

const dorchester: MapPoint = { name: 'DT1', lat: 50.71, lon: -2.44, amount: 9 };
const bournemouth: MapPoint = { name: 'BH1', lat: 50.72, lon: -1.86, amount: 4 };
const gillingham: MapPoint = { name: 'SP8', lat: 51.04, lon: -2.28, amount: 1 };

test('north is up and east is right, and a mile is as long across as up', () => {
  const { areas } = laidOut([dorchester, bournemouth, gillingham], [], 720);
  const [dt1, bh1, sp8] = areas;
  expect((bh1?.x ?? 0) > (dt1?.x ?? 0) && (sp8?.y ?? 0) < (dt1?.y ?? 0)).toBe(true);
  const perDegreeAcross = ((bh1?.x ?? 0) - (dt1?.x ?? 0)) / (0.58 * Math.cos((50.875 * Math.PI) / 180));
  const perDegreeUp = ((dt1?.y ?? 0) - (sp8?.y ?? 0)) / 0.33;
  expect(perDegreeAcross / perDegreeUp).toBeCloseTo(1, 2);
});

test('the area of a circle is as its amount, and none is too small to hold its number', () => {
  const { areas } = laidOut([dorchester, bournemouth, gillingham], [], 720);
  expect(areas.map(({ radius }) => Math.round(radius * 10) / 10)).toEqual([26, 17.3, 8.7]);
  expect(laidOut([{ ...dorchester, amount: 900 }, gillingham], [], 720).areas[1]?.radius).toBe(7);
});

test('one area alone stands in the middle of a map that is not endless', () => {
  const { width, height, areas } = laidOut([dorchester], [], 300);
  expect([areas[0]?.x, areas[0]?.y]).toEqual([width / 2, height / 2]);
  expect(height).toBeLessThanOrEqual(width + 72);
});

test('a town is named where there is room, and left out where it is off the map', () => {
  const town = (name: string, lat: number, lon: number): MapPoint => ({ name, lat, lon, amount: 0 });
  const { towns } = laidOut(
    [dorchester, bournemouth, gillingham],
    [town('Wareham', 50.8, -2.11), town('Near Dorchester', 50.705, -2.44), town('London', 51.5, -0.1)],
    720,
  );
  expect(towns.map(({ name, labelled }) => [name, labelled])).toEqual([
    ['Wareham', true],
    ['Near Dorchester', false],
  ]);
});

test('nothing leaves the map, and no two names stand on one another, wherever the areas lie', () => {
  const point = fc.record({
    name: fc.constantFrom('DT1', 'BH21', 'SP8', 'BA22'),
    lat: fc.double({ min: 50, max: 56, noNaN: true }),
    lon: fc.double({ min: -5, max: 2, noNaN: true }),
    amount: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), fc.constantFrom(300, 720), (areas, width) => {
      const drawn = laidOut(areas, [], width);
      for (const { x, y, radius } of drawn.areas)
        expect(x - radius >= -0.01 && x + radius <= width + 0.01 && y - radius >= -0.01 && y + radius <= drawn.height + 0.01).toBe(true);
      const boxes = drawn.areas
        .filter(({ labelled }) => labelled)
        .map(({ name, x, y, radius }) => ({
          left: x - name.length * 3.3,
          right: x + name.length * 3.3,
          top: y + radius + 1,
          bottom: y + radius + 15,
        }));
      for (const [at, a] of boxes.entries())
        for (const b of boxes.slice(at + 1))
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    }),
  );
});
