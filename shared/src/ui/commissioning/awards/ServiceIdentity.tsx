import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { vatTreatments } from '../../../domain/money/vat-treatment.ts';
import { deliveryModes, keyStages, needs, serviceKinds, serviceTypes } from '../../../domain/register/service.ts';
import { deliveryModeNames, keyStageWithAges, needNames, serviceTypeNames } from '../../../domain/register/service-names.ts';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { DateField } from '../../forms/fields/DateField.tsx';
import { RadioField } from '../../forms/fields/RadioField.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextAreaField } from '../../forms/fields/TextAreaField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { serviceKindWords, vatWords } from '../../words.tsx';
import { serviceField, type TypedService } from './typed-service.ts';

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const optionsOf = <Code extends string>(codes: readonly Code[], wordOf: (code: Code) => string) =>
  codes.map((value) => ({ value, label: wordOf(value) }));
const choose = { value: '', label: 'Choose one' } as const;

const lists = {
  kinds: [choose, ...optionsOf(serviceKinds, (code) => serviceKindWords[code])],
  types: [choose, ...optionsOf(serviceTypes, (code) => serviceTypeNames[code])],
  modes: [choose, ...optionsOf(deliveryModes, (code) => deliveryModeNames[code])],
  stages: optionsOf(keyStages, keyStageWithAges),
  vat: [{ value: '', label: 'As the provider states of itself' } as const, ...optionsOf(vatTreatments, (code) => vatWords[code])],
  needs: optionsOf(needs, (code) => needNames[code]),
  hows: [
    { value: 'listed', label: 'Yes, it has a reference' },
    { value: 'described', label: 'No, I describe it here' },
  ] as const,
};

interface Props {
  readonly at: number;
  readonly service: TypedService;
  readonly onChange: (next: Partial<TypedService>) => void;
}

/** Which service in the list an awarded one is, or what schools should know of it. */
export const ServiceIdentity: React.FC<Props> = ({ at, service, onChange }) => (
  <>
    <RadioField
      name={serviceField(at, 'how')}
      label="Is it in the list of services already?"
      value={service.how}
      options={lists.hows}
      onChange={(how) => onChange({ how })}
    />
    {service.how === 'listed' ? (
      <TextField
        name={serviceField(at, 'serviceRef')}
        label="Reference of the service"
        width="medium"
        value={service.serviceRef}
        onChange={(serviceRef) => onChange({ serviceRef })}
      />
    ) : null}
    {service.how === 'described' ? <Profile at={at} service={service} onChange={onChange} /> : null}
  </>
);

const Profile: React.FC<Props> = ({ at, service, onChange }) => {
  const { pair } = useStyles();
  const name = (part: string): string => serviceField(at, part);
  return (
    <>
      <TextAreaField
        name={name('summary')}
        label="What should schools know of it?"
        limit={5_000}
        value={service.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <div className={pair}>
        <SelectField name={name('kind')} label="Kind" value={service.kind} options={lists.kinds} onChange={(kind) => onChange({ kind })} />
        <SelectField name={name('type')} label="Type" value={service.type} options={lists.types} onChange={(type) => onChange({ type })} />
        <SelectField
          name={name('deliveryMode')}
          label="Where it is delivered"
          value={service.deliveryMode}
          options={lists.modes}
          onChange={(deliveryMode) => onChange({ deliveryMode })}
        />
      </div>
      <TextField
        name={name('siteRef')}
        label="Reference of its site"
        optional
        width="medium"
        value={service.siteRef}
        onChange={(siteRef) => onChange({ siteRef })}
      />
      <CheckboxField
        name={name('keyStages')}
        label="Key stages"
        values={service.keyStages}
        options={lists.stages}
        onChange={(chosen) => onChange({ keyStages: chosen })}
      />
      <CheckboxField
        name={name('needs')}
        label="Needs"
        values={service.needs}
        options={lists.needs}
        onChange={(chosen) => onChange({ needs: chosen })}
      />
      <div className={pair}>
        <TextField
          name={name('ageFrom')}
          label="Youngest age"
          width="short"
          inputMode="numeric"
          value={service.ageFrom}
          onChange={(ageFrom) => onChange({ ageFrom })}
        />
        <TextField
          name={name('ageTo')}
          label="Oldest age"
          width="short"
          inputMode="numeric"
          value={service.ageTo}
          onChange={(ageTo) => onChange({ ageTo })}
        />
        <TextField
          name={name('hoursPerWeekMax')}
          label="Most hours in a week"
          optional
          width="short"
          inputMode="numeric"
          value={service.hoursPerWeekMax}
          onChange={(hoursPerWeekMax) => onChange({ hoursPerWeekMax })}
        />
      </div>
      <SelectField
        name={name('vatTreatment')}
        label="VAT, as the provider states it of this service"
        value={service.vatTreatment}
        options={lists.vat}
        onChange={(vatTreatment) => onChange({ vatTreatment })}
      />
      {service.vatTreatment === '' ? null : (
        <>
          <TextField
            name={name('vatStatedBy')}
            label="Who at the provider stated it?"
            value={service.vatStatedBy}
            onChange={(vatStatedBy) => onChange({ vatStatedBy })}
          />
          <DateField
            name={name('vatStatedOn')}
            label="On which day?"
            value={service.vatStatedOn}
            onChange={(vatStatedOn) => onChange({ vatStatedOn })}
          />
        </>
      )}
    </>
  );
};
