import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import type { ProfileReply } from '../../contract/provider-changes.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { vatTreatments } from '../../domain/money/vat-treatment.ts';
import { ofGrownUps } from '../../domain/pupils/screen-free-text.ts';
import { Form } from '../forms/Form.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import { TextAreaField } from '../forms/fields/TextAreaField.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import type { GivenLink } from '../given-link.ts';
import { Heading } from '../Heading.tsx';
import { vatWords } from '../words.tsx';

interface Props {
  readonly entry: ProfileReply;
  readonly link: GivenLink;
  readonly client: ClientOf<typeof linkApi>;
  /** Told with the reference of what was sent. */
  readonly onSent: (ref: string) => void;
}

const none: readonly FormError[] = [];
const longestSummary = 2_000;

/** What the provider may change, as it stands now. What the server refuses is told at the field that it names. */
export const EntryForm: React.FC<Props> = ({ entry, link, client, onSent }) => {
  const [answers, setAnswers] = React.useState<Readonly<Record<string, string>>>(() => answersOf(entry));
  const [errors, setErrors] = React.useState(none);
  const { busy, once } = useOnce();
  const field = (name: string) => ({
    name,
    value: answers[name] ?? '',
    onChange: (value: string): void => setAnswers((present) => ({ ...present, [name]: value })),
  });
  const send = (): void => {
    const faults = placesFaults(entry, answers);
    setErrors(faults);
    if (faults.length > 0) return;
    once(async () => {
      try {
        const { ref } = await client.proposeProviderChange({ body: { link, proposal: proposalOf(entry, answers) }, key: link.linkId });
        onSent(ref);
      } catch (error) {
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer, entry, answers), message: detail })));
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={send} label="Your entry">
      <Heading level={2}>How schools reach you</Heading>
      <TextField {...field('email')} label="E-mail" type="email" />
      <TextField {...field('phone')} label="Phone" type="tel" width="medium" />
      <TextField {...field('website')} label="Website" hint="Begins with https://" optional />
      <TextAreaField {...field('summary')} label="What you offer" limit={longestSummary} may={ofGrownUps} />
      <Heading level={2}>Places free today</Heading>
      {entry.services.map((service) => (
        <TextField
          key={service.serviceRef}
          {...field(placesField(service.serviceRef))}
          label={service.name}
          hint={placesHint(service)}
          width="short"
          inputMode="numeric"
          optional
        />
      ))}
      {entry.services.length === 0 ? <Text block>No service of yours is offered at the moment.</Text> : null}
      {entry.services.length === 0 ? null : <Heading level={2}>VAT, as you state it</Heading>}
      {entry.services.map(({ serviceRef, name, vatTreatment }) => (
        <React.Fragment key={serviceRef}>
          <SelectField
            {...field(vatField(serviceRef))}
            label={`VAT of ${name}`}
            options={[
              { value: '', label: vatTreatment === undefined ? 'As for all that you do' : `As it is: ${vatWords[vatTreatment]}` },
              ...vatOptions,
            ]}
          />
          {answers[vatField(serviceRef)] ? (
            <TextField
              {...field(evidenceField(serviceRef))}
              label={`What shows the VAT of ${name}?`}
              hint="Such as a letter and its date"
              optional
            />
          ) : null}
        </React.Fragment>
      ))}
      <Heading level={2}>Who sends this</Heading>
      <TextField {...field('name')} label="Your name" width="medium" />
      <TextField {...field('role')} label="What you do at the organisation" hint="Such as manager" width="medium" />
      <div>
        <Button appearance="primary" type="submit">
          Send to the commissioning team
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};

const vatField = (serviceRef: string): string => `vat-${serviceRef}`;
const evidenceField = (serviceRef: string): string => `vat-evidence-${serviceRef}`;
const vatOptions = vatTreatments.map((value) => ({ value: value as string, label: vatWords[value] }));

const statedVat = ({ services }: ProfileReply, answers: Readonly<Record<string, string>>) =>
  services.flatMap(({ serviceRef }) => {
    const treatment = vatTreatments.find((known) => known === answers[vatField(serviceRef)]);
    const evidence = (answers[evidenceField(serviceRef)] ?? '').trim();
    return treatment === undefined ? [] : [{ serviceRef, treatment, ...(evidence === '' ? {} : { evidence }) }];
  });

type ServiceOfEntry = ProfileReply['services'][number];

const placesField = (serviceRef: string): string => `places-${serviceRef}`;

const placesHint = ({ placesTotal, placesFree, placesAsAt }: ServiceOfEntry): string =>
  [
    placesTotal === undefined ? undefined : `Of ${placesTotal} places.`,
    placesFree === undefined
      ? 'Not told yet.'
      : `Last told: ${placesFree}${placesAsAt === undefined ? '' : ` on ${formatDate(placesAsAt)}`}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** Places stand empty: a number is told anew, and is as at today. */
const answersOf = ({ profile }: ProfileReply): Readonly<Record<string, string>> => ({ ...profile, name: '', role: '' });

const toldPlaces = ({ services }: ProfileReply, answers: Readonly<Record<string, string>>) =>
  services
    .map(({ serviceRef, name }) => ({ serviceRef, name, typed: (answers[placesField(serviceRef)] ?? '').trim() }))
    .filter(({ typed }) => typed !== '');

const placesFaults = (entry: ProfileReply, answers: Readonly<Record<string, string>>): readonly FormError[] =>
  toldPlaces(entry, answers)
    .filter(({ typed }) => !/^\d{1,3}$/.test(typed))
    .map(({ serviceRef, name }) => ({ field: placesField(serviceRef), message: `Enter how many places are free for ${name}, such as 3` }));

const proposalOf = (entry: ProfileReply, answers: Readonly<Record<string, string>>) => ({
  name: answers.name ?? '',
  role: answers.role ?? '',
  profile: {
    email: answers.email ?? '',
    phone: answers.phone ?? '',
    website: answers.website ?? '',
    summary: answers.summary ?? '',
  },
  places: toldPlaces(entry, answers).map(({ serviceRef, typed }) => ({ serviceRef, free: Number(typed) })),
  vat: statedVat(entry, answers),
});

/** The field that a refusal of the server is about; '' when it is about the whole. */
const fieldOf = (pointer: string, entry: ProfileReply, answers: Readonly<Record<string, string>>): string => {
  const [, place] = /^\/proposal\/places\/(\d+)/.exec(pointer) ?? [];
  if (place !== undefined) {
    const told = toldPlaces(entry, answers)[Number(place)];
    return told ? placesField(told.serviceRef) : '';
  }
  const [, stated] = /^\/proposal\/vat\/(\d+)/.exec(pointer) ?? [];
  if (stated !== undefined) {
    const told = statedVat(entry, answers)[Number(stated)];
    return told ? evidenceField(told.serviceRef) : '';
  }
  return /^\/proposal\/(?:profile\/)?(email|phone|website|summary|name|role)$/.exec(pointer)?.[1] ?? '';
};
