import { addDays, localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { priceIncVat } from '@ap/shared/domain/money/price-inc-vat';
import { rateUnits } from '@ap/shared/domain/money/rate-card';
import { vatTreatments } from '@ap/shared/domain/money/vat-treatment';
import { deliveryModes, keyStages, needs, serviceKinds } from '@ap/shared/domain/register/service';
import type { ServiceDocument } from '@ap/shared/search/document';
import type { Outcodes } from '@ap/shared/search/geography';
import outcodeTable from '../../../functions/src/adapters/geography/outcodes.json' with { type: 'json' };
import { type Dice, diceOf } from '../../simulation/seeded.ts';

/** Centres of all outcodes. */
export const outcodes: Outcodes = new Map(Object.entries(outcodeTable).map(([outcode, [lat = 0, lon = 0]]) => [outcode, { lat, lon }]));
export const allOutcodes: readonly string[] = [...outcodes.keys()];

const words = (line: string): readonly string[] => line.trim().split(/\s+/);

/** What services are about, as their names say it. */
const SUBJECTS =
  words(`forest outdoor equine farm animal boxing football fitness climbing sailing kayaking cycling music drama art pottery film coding
  gaming robotics maths english science literacy numeracy reading writing gcse functional vocational construction bricklaying carpentry plumbing
  motor mechanics hairdressing beauty catering cooking baking retail horticulture gardening woodland bushcraft conservation therapy counselling
  mentoring coaching mediation mindfulness nurture play speech language sensory autism wellbeing resilience confidence employability enterprise
  bereavement anger anxiety transition reintegration attendance engagement family parenting youth gang substance safety online virtual home hospital
  tuition teaching teacher assistant psychology assessment`);
const KINDS = words(
  `programme project sessions workshop course group club support service academy centre school outreach placement studio hub`,
);
/** Words that say little, and make summaries as long as they are. */
const FILLERS =
  words(`small groups young people who find mainstream difficult learn skills through practical hands-on work with qualified staff in a calm
  safe setting where each plan is reviewed every week and progress shared with the home school parents carers building trust routine and steps
  towards return accredited units awards certificates flexible start dates transport lunch included trauma informed relational approach individual
  timetable morning afternoon whole day term weekly visits reports outcomes measured targets agreed key worker one to one bespoke package pathway`);
const SYLLABLES =
  words(`bar ben bri cal cam cor dal dor el fen gar hal har ken kin lan lin mar mel mor nor oak pen por ral ren ros sal sel stan stor tam
  tar thorn tor ver wal wel win wood yar`);
const LOTS = ['Engagement', 'Teaching', 'Employability', 'Therapy', 'Outdoor', 'Online', 'Mentoring', 'Tuition'];

/** A name that no word list has: providers and villages are called so. */
const coined = (dice: Dice): string => {
  const name = Array.from({ length: dice.int(2, 3) }, () => dice.pick(SYLLABLES)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};
const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const several = <T>(values: readonly T[], most: number, dice: Dice): readonly T[] => {
  const chosen = new Set(Array.from({ length: dice.int(1, most) }, () => dice.pick(values)));
  return values.filter((value) => chosen.has(value));
};

/**
 * A directory of so many synthetic services, the same for the same seed: four to a provider on average, in places that a few outcodes share,
 * names of a few hundred words and of coined ones, summaries of 15 to 30 words.
 */
export const corpusOf = (count: number, seed: number): readonly ServiceDocument[] => {
  const dice = diceOf(seed);
  const today = localDate('2026-11-24');
  const providers = Array.from({ length: Math.ceil(count / 4) }, (_, number) => ({
    ref: `P-${number}`,
    name: `${coined(dice)} ${title(dice.pick(SUBJECTS))} ${dice.pick(['Trust', 'Limited', 'CIC', 'Partnership', 'Centre'])}`,
    outcode: dice.pick(allOutcodes),
  }));
  return Array.from({ length: count }, (_, number): ServiceDocument => {
    const provider = dice.pick(providers);
    const mode = dice.pick(deliveryModes);
    const lot = dice.int(0, LOTS.length - 1);
    const price = pence(dice.int(20, 300) * 100);
    const vatTreatment = dice.pick(vatTreatments);
    const from = dice.int(4, 14);
    const places = dice.perMille(800) ? dice.int(0, 6) : undefined;
    return {
      serviceRef: `S-${number}`,
      providerRef: provider.ref,
      providerName: provider.name,
      name: `${title(dice.pick(SUBJECTS))} ${dice.pick(SUBJECTS)} ${dice.pick(KINDS)}`,
      summary: `${Array.from({ length: dice.int(15, 30) }, () => (dice.perMille(150) ? dice.pick(SUBJECTS) : dice.pick(FILLERS))).join(' ')} near ${coined(dice)}.`,
      lotKey: `AP-${lot + 1}`,
      lotName: LOTS[lot] as string,
      frameworkRef: 'AP',
      kind: dice.pick(serviceKinds),
      deliveryMode: mode,
      keyStages: several(keyStages, 3, dice),
      needs: several(needs, 4, dice),
      ageFrom: from,
      ageTo: from + dice.int(1, 8),
      outcode: mode === 'online' ? undefined : provider.outcode,
      travelRadiusMiles: (mode === 'home' || mode === 'community') && dice.perMille(700) ? dice.int(1, 8) * 5 : undefined,
      hoursPerWeekMax: dice.perMille(200) ? dice.int(5, 25) : undefined,
      price,
      unit: dice.pick(rateUnits),
      priceIncVat: priceIncVat(price, vatTreatment),
      vatTreatment,
      earliestStart: dice.perMille(700) ? addDays(today, dice.int(0, 180)) : undefined,
      placesFree: places,
      placesAsAt: places === undefined ? undefined : localDate('2026-11-02'),
      qaValidUntil: localDate('2027-08-31'),
      qaCheckedOn: localDate('2026-09-14'),
    };
  });
};
