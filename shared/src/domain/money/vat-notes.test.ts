import { serviceTypes } from '../register/service.ts';
import { vatNote } from './vat-notes.ts';
import { vatTreatments } from './vat-treatment.ts';

test('R38: only staff of an agency that is stated as exempt is asked about, and nothing is advised', () => {
  const asked = serviceTypes.flatMap((type) =>
    vatTreatments.filter((treatment) => vatNote(type, treatment) !== undefined).map((treatment) => `${type} ${treatment}`),
  );
  expect(asked.sort()).toEqual([
    'teacher exempt-education',
    'teacher exempt-health-or-welfare',
    'teaching-assistant exempt-education',
    'teaching-assistant exempt-health-or-welfare',
  ]);
  expect(vatNote('teacher', 'exempt-education')).toMatch(/^An agency that supplies staff normally charges VAT .* this is no advice\.$/);
});
