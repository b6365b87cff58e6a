import { aService } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { serviceRules } from './service-rules.ts';

const code = 'refused-by-the-rules';
const nobody = 'Enter who at the provider stated the VAT of this service.';
const noDay = 'Enter the day on which the provider stated the VAT of this service.';
const unstated = aService({ vatTreatment: undefined, vatStatedBy: undefined, vatStatedOn: undefined });
const stated = aService({ vatTreatment: 'exempt-education', vatStatedBy: 'Finance manager', vatStatedOn: localDate('2026-11-02') });

test('R38: the VAT of a service is stated with who and when, or not at all', () => {
  for (const before of [undefined, unstated, stated])
    for (const after of [unstated, stated]) expect(serviceRules(before, after)).toStrictEqual({ faults: [] });
});

test('R38: whatever was typed of a statement that is not whole is put back', () => {
  expect(serviceRules(unstated, { ...stated, vatStatedBy: undefined })).toStrictEqual({
    faults: ['vatTreatment', 'vatStatedOn'].map((field) => ({ field, code, sentence: nobody })),
  });
  expect(serviceRules(unstated, { ...stated, vatStatedOn: undefined })).toStrictEqual({
    faults: ['vatTreatment', 'vatStatedBy'].map((field) => ({ field, code, sentence: noDay })),
  });
  expect(serviceRules(stated, { ...stated, vatStatedBy: undefined, vatStatedOn: undefined })).toStrictEqual({
    faults: ['vatStatedBy', 'vatStatedOn'].map((field) => ({ field, code, sentence: nobody })),
  });
  expect(serviceRules(undefined, { ...stated, vatStatedOn: undefined })).toStrictEqual({
    faults: [{ field: 'vatTreatment', code, sentence: noDay }],
  });
});
