import type { ConcernCategory, ConcernSeverity } from './concern-category.ts';

/** Who is rung before anything is written here. */
export const ringLines = ['999', 'mash', 'lado'] as const;
export type RingLine = (typeof ringLines)[number];

/** Phone numbers from Settings. The council has its own; only 999 is the same everywhere. */
export interface SafeguardingPhones {
  /** What the council calls its hub; 'MASH' stands for it where nobody said. */
  readonly mashName?: string | undefined;
  readonly mash?: string | undefined;
  readonly mashOutOfHours?: string | undefined;
  readonly ladoName?: string | undefined;
  readonly lado?: string | undefined;
}

/** Whom to ring, when, and the number; `phone` is absent where Settings has none, and the page must say so. */
export interface WhomToRing {
  readonly line: RingLine;
  readonly name: string;
  readonly when: string;
  readonly phone?: string | undefined;
  readonly outOfHours?: string | undefined;
}

/** Shown first, before a concern can be written: whom to ring now (R17). */
export const whomToRing = (phones: SafeguardingPhones): readonly WhomToRing[] => [
  { line: '999', name: 'Police and ambulance', when: 'A child is in danger now, or a crime is being committed.', phone: '999' },
  {
    line: 'mash',
    name: phones.mashName ?? 'Multi-agency safeguarding hub (MASH)',
    when: 'A child may be suffering harm, or may be at risk of it.',
    phone: phones.mash,
    outOfHours: phones.mashOutOfHours,
  },
  {
    line: 'lado',
    name: phones.ladoName ?? 'Local authority designated officer (LADO)',
    when: 'Somebody who works with children may have harmed a child or may be a risk to children.',
    phone: phones.lado,
  },
];

/** Which lines must have been rung, for what is reported. A record in this product never stands for the call. */
export const linesFor = (category: ConcernCategory, severity: ConcernSeverity): readonly RingLine[] => {
  const danger: readonly RingLine[] = severity === 'danger-now' ? ['999'] : [];
  if (category === 'adult-may-have-harmed') return [...danger, 'lado'];
  return category === 'child-may-be-harmed' || severity === 'danger-now' ? [...danger, 'mash'] : danger;
};

/** The lines without a number in Settings: a commissioner must mend them before anybody needs them. */
export const linesWithoutPhone = (phones: SafeguardingPhones): readonly RingLine[] =>
  whomToRing(phones)
    .filter(({ phone }) => !phone?.trim())
    .map(({ line }) => line);
