import type { RateUnit } from '../domain/rate-card.ts';
import type { DeliveryMode, KeyStage, Need } from '../domain/service.ts';

/** What codes mean: a facet shows these, and a search for the words finds the codes. */
export const needLabels: Readonly<Record<Need, string>> = {
  SEMH: 'Social, emotional and mental health (SEMH)',
  ASC: 'Autism (ASC)',
  SLCN: 'Speech, language and communication (SLCN)',
  MLD: 'Moderate learning difficulty (MLD)',
  SLD: 'Severe learning difficulty (SLD)',
  SPLD: 'Specific learning difficulty (SpLD)',
  PD: 'Physical disability (PD)',
  HI: 'Hearing impairment (HI)',
  VI: 'Visual impairment (VI)',
  EBSA: 'Emotionally based school avoidance (EBSA)',
  'EXCLUSION-RISK': 'Risk of exclusion',
  MEDICAL: 'Medical needs',
};

export const keyStageLabels: Readonly<Record<KeyStage, string>> = {
  KS1: 'Key stage 1',
  KS2: 'Key stage 2',
  KS3: 'Key stage 3',
  KS4: 'Key stage 4',
  KS5: 'Key stage 5',
};

export const deliveryModeLabels: Readonly<Record<DeliveryMode, string>> = {
  'on-site': 'At your school',
  'off-site': "At the provider's site",
  online: 'Online',
  home: 'At home',
  community: 'In the community',
};

export const unitLabels: Readonly<Record<RateUnit, string>> = {
  hour: 'Per hour',
  session: 'Per session',
  day: 'Per day',
  week: 'Per week',
};
