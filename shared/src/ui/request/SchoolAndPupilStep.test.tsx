import { screen } from '@testing-library/react';
import * as React from 'react';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { membership, oakfield, service } from '../forms/testing/samples.ts';
import { noAnswers } from './answers.ts';
import { CheckStep } from './CheckStep.tsx';
import { checkStep } from './check-step.ts';
import { SchoolAndPupilStep } from './SchoolAndPupilStep.tsx';

const asks = (type: typeof oakfield.type, deliveryMode: typeof service.deliveryMode) => ({
  answers: { ...noAnswers, buyerRef: oakfield.ref, offSiteDirection: 'yes' as const },
  change: () => undefined,
  memberships: [membership({ buyer: { ...oakfield, type } })],
  service: { ...service, deliveryMode },
});
const show = (screen: React.ReactElement) => renderScreen(screen, fakeService({}).api);
const question = () => screen.queryByRole('radiogroup', { name: 'Is this an off-site direction (section 29A)? (optional)' });

describe('R8: whether a request is an off-site direction', () => {
  it('is asked of a school for a service away from it, and shown before it is sent', () => {
    const { unmount } = show(<SchoolAndPupilStep {...asks('academy', 'off-site')} />);
    expect(question()).not.toBeNull();
    unmount();
    show(<CheckStep {...asks('academy', 'off-site')} goTo={() => undefined} />);
    expect(screen.getByText('Off-site direction')).toBeTruthy();
  });

  it.each([
    ['council-department', 'off-site'],
    ['academy', 'on-site'],
  ] as const)('is not asked of %p for a service %p', (type, mode) => {
    show(<SchoolAndPupilStep {...asks(type, mode)} />);
    expect(question()).toBeNull();
  });
});

describe('R10: whether the pupil is suspended or excluded', () => {
  const excluded = (told: Partial<typeof noAnswers>) => ({ ...asks('academy', 'off-site'), answers: { ...noAnswers, ...told } });
  const firstDay = () => screen.queryByRole('textbox', { name: 'First day of the suspension or exclusion' });

  it('is asked of every school, and its first day only of those who say so', () => {
    const { unmount } = show(<SchoolAndPupilStep {...excluded({ exclusion: 'no' })} />);
    expect(screen.getByRole('radiogroup', { name: 'Is the pupil suspended or permanently excluded? (optional)' })).toBeTruthy();
    expect(firstDay()).toBeNull();
    unmount();
    show(<SchoolAndPupilStep {...excluded({ exclusion: 'suspension' })} />);
    expect(firstDay()).not.toBeNull();
  });

  it('stands among the answers with its day, and the day must be given', () => {
    show(<CheckStep {...excluded({ exclusion: 'permanent-exclusion', excludedFrom: '11 1 2027' })} goTo={() => undefined} />);
    expect(screen.getByText('Permanently excluded, from Monday 11 January 2027')).toBeTruthy();
    const faults = checkStep('school-and-pupil', { ...noAnswers, exclusion: 'suspension' }, service);
    expect(faults.at(-1)).toEqual({ field: 'excludedFrom', message: 'Enter the first day of the suspension or exclusion' });
  });
});
