import { applicationRef } from '@ap/shared/domain/tenders/application/application';
import type { Ports } from '../ports/ports.ts';

/** The names by which the asker of a question is known: none of them may stand in what is published. The first is how commissioners read it. */
export const askerNames = async (
  { tenders, links }: Pick<Ports, 'tenders' | 'links'>,
  roundRef: string,
  askedBy: string,
): Promise<readonly string[]> => {
  const ref = applicationRef(roundRef, askedBy);
  const holders = (await links.under('application', ref)).flatMap(({ subject, holder }) => (subject === ref && holder ? [holder] : []));
  const application = (await tenders.applications.find(ref))?.state;
  const names = [
    ...(application ? [application.providerName, application.contact.email, application.contact.registryNumber] : []),
    ...holders.flatMap(({ organisation, email, registryNumber }) => [organisation, email, registryNumber]),
  ];
  return [...new Set(names)];
};
