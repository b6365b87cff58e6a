import type { LinkHolder } from '@ap/shared/domain/capability-link';
import { isPlainAddress } from '@ap/shared/domain/texts/mail-address';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';

/** What an organisation says of itself when it wants to apply. */
export type SaidOfItself = Pick<LinkHolder, 'email' | 'organisation' | 'registryNumber'>;

const bare = (registryNumber: string): string => registryNumber.replace(/[\s-]/g, '').toUpperCase();

/** Why a link cannot be mailed on what somebody says of an organisation; `undefined` when it can. */
export const applicantFault = ({ email, organisation, registryNumber }: SaidOfItself): ProblemError | undefined => {
  if (organisation.trim() === '')
    return new ProblemError('text-required', 'Enter the name of your organisation.', { pointer: '/organisation' });
  if (
    organisation.length > 120 ||
    !/^[\p{L}\p{N}][\p{L}\p{N} &'’.,()/-]*$/u.test(organisation.trim()) ||
    /\/\/|www\.|\.\p{L}{2,}/iu.test(organisation)
  )
    return new ProblemError('text-required', 'Enter the name only: letters, digits and the marks of a name, at most 120 characters.', {
      pointer: '/organisation',
    });
  if (!/^[A-Z0-9]{4,12}$/.test(bare(registryNumber)))
    return new ProblemError(
      'text-required',
      'Enter the number of your company, charity or learning provider: 4 to 12 letters and digits.',
      {
        pointer: '/registryNumber',
      },
    );
  return isPlainAddress(email.trim())
    ? undefined
    : new ProblemError('text-required', 'Enter an e-mail address in the correct format, like name@example.com.', { pointer: '/email' });
};

/**
 * Who applies, where no register knows them. The reference is made from number and address together, so that nobody comes to the application of another
 * by knowing its number.
 */
export const applicantOf = (said: SaidOfItself, hashes: Ports['hashes']): LinkHolder => {
  const [email, organisation, registryNumber] = [said.email.trim(), said.organisation.trim(), bare(said.registryNumber)];
  const providerRef = `AO-${hashes.text(`${registryNumber}/${email.toLowerCase()}`).slice(0, 10).toUpperCase()}`;
  return { email, organisation, registryNumber, providerRef };
};
