import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { Form } from '../../forms/Form.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { useSurroundings } from '../../HostAdapter.tsx';
import { useAwardsClient } from '../use-awards.tsx';
import type { Command } from '../use-command.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { emptyService, serviceFaults, serviceFieldAt, type TypedService, toNamedService } from './typed-service.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const none: readonly FormError[] = [];

interface Props {
  readonly lotKey: string;
  readonly applicationRef: string;
  readonly providerName: string;
  readonly command: Command;
}

/** Puts an award of one lot forward to whom its ranking recommends: the prices are those that were offered, their services are told here. */
export const ProposeAward: React.FC<Props> = (props) => {
  const [open, setOpen] = React.useState(false);
  return open ? (
    <ProposalForm {...props} onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button onClick={() => setOpen(true)}>{`Propose an award to ${props.providerName}`}</Button>
    </div>
  );
};

const ProposalForm: React.FC<Props & { readonly onClose: () => void }> = ({ lotKey, applicationRef, providerName, command, onClose }) => {
  const { part, acts } = useStyles();
  const client = useAwardsClient();
  const { go } = useSurroundings();
  const first: TypedService = { ...emptyService, lotKey };
  const [services, setServices] = React.useState<readonly TypedService[]>([first]);
  const [errors, setErrors] = React.useState(none);
  const [made, setMade] = React.useState<string>();
  const done = command.told?.done === true;
  React.useEffect(() => {
    if (done && made !== undefined) go(commissioningPlace({ at: 'award', ref: made }));
  }, [done, made, go]);
  const submit = (): void => {
    const faults = serviceFaults(services);
    setErrors(faults);
    if (faults.length > 0) return;
    const body = { applicationRef, lotKeys: [lotKey], services: services.map(toNamedService) };
    command.send(
      body,
      async (key) => {
        const { ref } = await client.proposeAward({ body, key });
        setMade(ref);
        return `The award to ${providerName} is proposed.`;
      },
      (error) => setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: serviceFieldAt(pointer), message: detail }))),
    );
  };
  return (
    <section className={part} aria-label={`Award to ${providerName}`}>
      <Heading level={2}>{`Award to ${providerName}`}</Heading>
      <Text block>
        The prices are those of the application. Say of each service that it offered in this lot, by the name in its application, which one
        in the list it is, or describe it. A second person approves the award: an award approver who neither scored nor proposed it.
      </Text>
      <Form errors={errors} onSubmit={submit} label={`Award to ${providerName}`}>
        {services.map((service, at) => (
          <ServiceFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a service has no name before it is typed, and services are only added at the end
            key={at}
            at={at}
            service={service}
            lotKeys={[lotKey]}
            onChange={(next) => setServices(services.map((each, index) => (index === at ? { ...each, ...next } : each)))}
          >
            {services.length === 1 ? null : (
              <div>
                <Button onClick={() => setServices(services.filter((_, index) => index !== at))}>{`Remove service ${at + 1}`}</Button>
              </div>
            )}
          </ServiceFields>
        ))}
        <div>
          <Button onClick={() => setServices([...services, first])}>Add a service</Button>
        </div>
        <div className={acts}>
          <Button appearance="primary" type="submit">
            Propose the award
          </Button>
          <Button onClick={onClose}>Go back</Button>
        </div>
        {command.busy ? <Text role="status">Sending</Text> : null}
      </Form>
    </section>
  );
};
