import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Heading } from '../../Heading.tsx';
import { PriceFields } from './PriceFields.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { emptyPriced, type PricedService } from './typed-award.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
});

interface Props {
  /** Of the lots that were awarded. */
  readonly lotKeys: readonly string[];
  readonly services: readonly PricedService[];
  readonly onChange: (services: readonly PricedService[]) => void;
}

/** The services that were awarded, each with its prices. */
export const PricedServices: React.FC<Props> = ({ lotKeys, services, onChange }) => {
  const { part } = useStyles();
  const change = (at: number, next: Partial<PricedService>): void =>
    onChange(services.map((service, index) => (index === at ? { ...service, ...next } : service)));
  return (
    <div className={part}>
      <Heading level={2}>Services and their prices</Heading>
      {services.map((service, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a service has no name before it is typed, and services are only added at the end
        <ServiceFields key={at} at={at} service={service} lotKeys={lotKeys} onChange={(next) => change(at, next)}>
          <PriceFields service={at} prices={service.prices} onChange={(prices) => change(at, { prices })} />
          {services.length === 1 ? null : (
            <div>
              <Button onClick={() => onChange(services.filter((_, index) => index !== at))}>{`Remove service ${at + 1}`}</Button>
            </div>
          )}
        </ServiceFields>
      ))}
      <div>
        <Button onClick={() => onChange([...services, emptyPriced])}>Add a service</Button>
      </div>
    </div>
  );
};
