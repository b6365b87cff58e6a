import type { Ports } from '../ports/ports.ts';

/** Somebody who takes part in a round: who applies, or was mailed a link and may still apply. */
export interface Applicant {
  readonly email: string;
  readonly organisation: string;
}

/** Every applicant of a round, each address once. Whoever was invited is told what all are told, before they begin as well. */
export const applicantsOf = async (
  { tenders, links }: Pick<Ports, 'tenders' | 'links'>,
  roundRef: string,
): Promise<readonly Applicant[]> => {
  const applied = (await tenders.applications.known())
    .filter(({ state }) => state.roundRef === roundRef)
    .map(({ state }) => ({ email: state.contact.email, organisation: state.providerName }));
  const invited = (await links.under('application', `AP-${roundRef}-`)).flatMap(({ holder }) => holder ?? []);
  const all = [...applied, ...invited.map(({ email, organisation }) => ({ email, organisation }))];
  return all.filter(({ email }, index) => all.findIndex((other) => other.email.toLowerCase() === email.toLowerCase()) === index);
};
