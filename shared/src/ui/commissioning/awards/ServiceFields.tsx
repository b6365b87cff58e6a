import * as React from 'react';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { ServiceBox } from './ServiceBox.tsx';
import { ServiceIdentity } from './ServiceIdentity.tsx';
import { serviceField, type TypedService } from './typed-service.ts';

const choose = { value: '', label: 'Choose one' } as const;

interface Props {
  readonly at: number;
  readonly service: TypedService;
  readonly lotKeys: readonly string[];
  readonly onChange: (next: Partial<TypedService>) => void;
  /** What else is asked of it, and how it is removed. */
  readonly children?: React.ReactNode;
}

/** One awarded service: which one in the list it is, or what schools should know of it. */
export const ServiceFields: React.FC<Props> = ({ at, service, lotKeys, onChange, children }) => {
  const lots = [choose, ...lotKeys.map((lotKey) => ({ value: lotKey, label: lotKey }))];
  return (
    <ServiceBox title={`Service ${at + 1}`}>
      <TextField
        name={serviceField(at, 'serviceName')}
        label="Name of the service"
        hint="As it was offered"
        value={service.serviceName}
        onChange={(serviceName) => onChange({ serviceName })}
      />
      <SelectField
        name={serviceField(at, 'lotKey')}
        label="Lot"
        value={service.lotKey}
        options={lots}
        onChange={(lotKey) => onChange({ lotKey })}
      />
      <ServiceIdentity at={at} service={service} onChange={onChange} />
      {children}
    </ServiceBox>
  );
};
