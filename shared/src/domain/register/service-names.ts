import type { DeliveryMode, KeyStage, Need, ServiceType } from './service.ts';

/**
 * What the codes of a service are called, everywhere: in filters, in results, in what a search matches, and in why it found something.
 * The plain name comes first and the letters after it, because a class teacher may know only the one and a SENCO looks for the other.
 */
export const needNames: Readonly<Record<Need, string>> = {
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

/** A need in a word or two, where a row names several. */
export const needShortNames: Readonly<Record<Need, string>> = {
  SEMH: 'SEMH',
  ASC: 'Autism',
  SLCN: 'Speech and language',
  MLD: 'MLD',
  SLD: 'SLD',
  SPLD: 'SpLD',
  PD: 'Physical disability',
  HI: 'Hearing',
  VI: 'Vision',
  EBSA: 'School avoidance (EBSA)',
  'EXCLUSION-RISK': 'Risk of exclusion',
  MEDICAL: 'Medical needs',
};

export const keyStageNames: Readonly<Record<KeyStage, string>> = {
  KS1: 'Key stage 1',
  KS2: 'Key stage 2',
  KS3: 'Key stage 3',
  KS4: 'Key stage 4',
  KS5: 'Key stage 5',
};

const keyStageAges: Readonly<Record<KeyStage, string>> = {
  KS1: 'ages 5 to 7',
  KS2: 'ages 7 to 11',
  KS3: 'ages 11 to 14',
  KS4: 'ages 14 to 16',
  KS5: 'ages 16 to 18',
};

/** 'Key stage 3 (ages 11 to 14)'. */
export const keyStageWithAges = (stage: KeyStage): string => `${keyStageNames[stage]} (${keyStageAges[stage]})`;

export const deliveryModeNames: Readonly<Record<DeliveryMode, string>> = {
  'on-site': 'At your school',
  'off-site': "At the provider's site",
  online: 'Online',
  home: 'At home',
  community: 'In the community',
};

/** Each type of service as people read it. */
export const serviceTypeNames: Readonly<Record<ServiceType, string>> = {
  therapeutic: 'Therapeutic support',
  'off-site-provision': 'Off-site alternative provision',
  'teaching-assistant': 'Teaching assistant',
  teacher: 'Teacher',
  'educational-psychology': 'Educational psychology',
  mentoring: 'Mentoring',
  vocational: 'Vocational learning',
  outdoor: 'Outdoor learning',
  tuition: 'Tuition',
  online: 'Online learning',
};
