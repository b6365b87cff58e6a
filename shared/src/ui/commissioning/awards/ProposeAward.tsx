import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { RankingReply } from '../../../contract/evaluation.ts';
import { Form } from '../../forms/Form.tsx';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { useSurroundings } from '../../HostAdapter.tsx';
import { useAwardsClient } from '../use-awards.tsx';
import type { Command } from '../use-command.tsx';
import { pricesOf, proposalFieldAt, servicesOf } from './offered-services.ts';
import { ServiceBox } from './ServiceBox.tsx';
import { ServiceIdentity } from './ServiceIdentity.tsx';
import { serviceFaults, toNamedService } from './typed-service.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '44rem', minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const none: readonly FormError[] = [];

interface Props {
  /** The lot whose ranking is shown. */
  readonly lotKey: string;
  readonly line: RankingReply['lines'][number];
  readonly command: Command;
}

/** Puts an award forward to whom the ranking recommends, of this lot and of others that recommend the same application. */
export const ProposeAward: React.FC<Props> = (props) => {
  const [open, setOpen] = React.useState(false);
  return open ? (
    <ProposalForm {...props} onClose={() => setOpen(false)} />
  ) : (
    <div>
      <Button onClick={() => setOpen(true)}>{`Propose an award to ${props.line.providerName}`}</Button>
    </div>
  );
};

const ProposalForm: React.FC<Props & { readonly onClose: () => void }> = ({ lotKey, line, command, onClose }) => {
  const { applicationRef, providerName, mayPropose, offers = [] } = line;
  const { part, acts } = useStyles();
  const client = useAwardsClient();
  const { go } = useSurroundings();
  const [lotKeys, setLotKeys] = React.useState<readonly string[]>([lotKey]);
  const [offered, setOffered] = React.useState(() => servicesOf(offers));
  const [errors, setErrors] = React.useState(none);
  const [made, setMade] = React.useState<string>();
  const done = command.told?.done === true;
  React.useEffect(() => {
    if (done && made !== undefined) go(commissioningPlace({ at: 'award', ref: made }));
  }, [done, made, go]);
  const services = offered.filter((service) => lotKeys.includes(service.lotKey));
  const submit = (): void => {
    const faults = lotKeys.length === 0 ? [{ field: 'lots', message: 'Choose at least one lot' }] : serviceFaults(services);
    setErrors(faults);
    if (faults.length > 0) return;
    const body = { applicationRef, lotKeys: [...lotKeys], services: services.map(toNamedService) };
    command.send(
      body,
      async (key) => {
        const { ref } = await client.proposeAward({ body, key });
        setMade(ref);
        return `The award to ${providerName} is proposed.`;
      },
      (error) =>
        setErrors(
          faultsOf(error).map(({ pointer, detail }) => ({
            field: proposalFieldAt(pointer, offers, services),
            message: detail,
          })),
        ),
    );
  };
  return (
    <section className={part} aria-label={`Award to ${providerName}`}>
      <Heading level={2}>{`Award to ${providerName}`}</Heading>
      <Text block>
        Services and prices are those of the application. Say of each service which one in the list it is, or describe it. A second person
        approves the award: an award approver who neither scored nor proposed it.
      </Text>
      <Form errors={errors} onSubmit={submit} label={`Award to ${providerName}`}>
        {mayPropose.length > 1 ? (
          <CheckboxField
            name="lots"
            label="Which lots shall the award be for?"
            hint="The ranking of each recommends this application. What is left out can be proposed by itself later."
            values={lotKeys}
            options={mayPropose.map((value) => ({ value, label: value }))}
            onChange={setLotKeys}
          />
        ) : null}
        {services.map((service, at) => (
          <ServiceBox key={`${service.lotKey} ${service.serviceName}`} title={`Service ${at + 1}: ${service.serviceName}`}>
            <Text block>{`Lot ${service.lotKey}. Without VAT: ${pricesOf(offers, service).join('; ')}.`}</Text>
            <ServiceIdentity
              at={at}
              service={service}
              onChange={(next) => setOffered(offered.map((each) => (each === service ? { ...each, ...next } : each)))}
            />
          </ServiceBox>
        ))}
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
