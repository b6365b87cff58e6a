import type { Mail } from '../../functions/src/ports/messages.ts';

export interface OpenedMail {
  readonly mail: Mail;
  /** What arrived at an address, oldest first. */
  readonly arrived: (to: string) => Promise<readonly { readonly subject: string; readonly html: string }[]>;
}

let count = 0;
const anAddress = (): string => {
  count += 1;
  return `person.${count}@council.example`;
};

/** What every mailbox does. */
export const mailContract = (open: () => Promise<OpenedMail>): void => {
  test('a message arrives whole, at its one recipient, as often as it is sent', async () => {
    const { mail, arrived } = await open();
    const [to, other] = [anAddress(), anAddress()];
    const message = { subject: 'Approval for £1,440 – please decide', html: '<p>Dear “Hedda”, £80 &amp; more</p>' };
    await mail.send({ to, ...message });
    await mail.send({ to, ...message });
    expect(await arrived(to)).toEqual([message, message]);
    expect(await arrived(other)).toEqual([]);
  });

  test('a subject is one line of 250 characters at most', async () => {
    const { mail, arrived } = await open();
    const to = anAddress();
    await mail.send({ to, subject: `First\r\nBcc: all@council.example\n${'x'.repeat(300)}`, html: '<p>Text</p>' });
    const subjects = (await arrived(to)).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringMatching(/^First Bcc: all@council\.example x{200,}$/)]);
    expect(subjects[0]).toHaveLength(250);
  });

  test.each([
    'a@council.example, b@council.example',
    'a@council.example;b@council.example',
    'Hedda <a@council.example>',
    '"a"@council.example',
    'a@council.example\r\nBcc: b@council.example',
    'a b@council.example',
    'a@b@council.example',
    'nobody',
    '',
  ])('%p is no address of one recipient: nothing is sent', async (to) => {
    const { mail, arrived } = await open();
    await expect(mail.send({ to, subject: 'Hello', html: '<p>Hello</p>' })).rejects.toThrow('plain address');
    expect(await arrived('a@council.example')).toEqual([]);
    expect(await arrived('b@council.example')).toEqual([]);
  });
};
