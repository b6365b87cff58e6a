import type { choiceReply, keepChoice as keepDeclared, listChoices as listDeclared } from '@ap/shared/contract/comparisons';
import type { ReplyOf, Told } from '@ap/shared/contract/endpoint';
import { type Choice, choose } from '@ap/shared/domain/register/choice';
import type * as z from 'zod/mini';
import { toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { refuseStrangers, shortlistedNow } from './shortlist.ts';

const toReply = ({ compared, ...choice }: Choice): Told<z.infer<typeof choiceReply>> => ({
  ...withoutAbsent(choice),
  compared: compared.map(withoutAbsent),
});

/** Choices of a buyer, the newest first. */
export const choicesOf = async ({ choices }: Pick<Ports, 'choices'>, buyerRef: string): Promise<readonly Choice[]> =>
  [...(await choices.list(buyerRef))].sort((a, b) => b.at.localeCompare(a.at));

/** Row 36: the evidence of a buyer, for its own people. */
export const listChoices =
  (ports: Pick<Ports, 'choices'>) =>
  async ({ caller, params: { buyerRef } }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    refuseStrangers(caller, buyerRef);
    return { choices: (await choicesOf(ports, buyerRef)).map(toReply) };
  };

/** Keeps a choice once for each key, with the prices that the register has now. */
export const keepChoice =
  (ports: Pick<Ports, 'choices' | 'providers' | 'directory' | 'buyers' | 'clock'>) =>
  async ({ caller, params: { buyerRef }, body, key }: Call<typeof keepDeclared>): Promise<ReplyOf<typeof keepDeclared>> => {
    refuseStrangers(caller, buyerRef);
    const found = await Promise.all([...new Set(body.compared)].map((serviceRef) => shortlistedNow(ports, serviceRef, undefined)));
    const services = found.flatMap(({ listed, service }) =>
      listed && service
        ? [
            withoutAbsent({
              serviceRef: service.serviceRef,
              name: service.name,
              providerName: service.providerName,
              lotName: service.lotName,
              price: service.price,
              priceIncVat: service.priceIncVat,
              unit: service.unit,
              vatTreatment: service.vatTreatment,
              hoursPerWeekMax: service.hoursPerWeekMax,
            }),
          ]
        : [],
    );
    const { serviceRef, reason, plan } = body;
    const decided = choose(
      withoutAbsent({ choiceRef: key, at: ports.clock.now(), by: caller.person.name, serviceRef, reason, plan }),
      services,
    );
    if (!decided.ok) throw toProblemError(decided);
    return toReply(await ports.choices.keep(buyerRef, decided.choice));
  };
