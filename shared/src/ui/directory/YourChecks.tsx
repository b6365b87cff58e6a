import * as React from 'react';

/** R1 to R3: what a listing does not do. The same on every service, because the duty is the same. */
const checks = [
  "Get the provider's written confirmation that it has made the staff checks that your school would make, and keep it with this placement.",
  'Visit the place, or see the online sessions at work, before the pupil starts.',
  'Agree a risk assessment for this pupil, and how the provider is told what it needs to know.',
  'Know where the pupil is during school hours, each address that is used, and how you are told of an absence on the same day.',
  'Have it in writing that you are told when the staff who work with the pupil change.',
  'Review the placement at least every half term.',
];

/** The checks that no directory can make for a school: the placing school stays responsible for the pupil. */
export const YourChecks: React.FC = () => (
  <>
    <p>
      Being in this directory does not replace your own checks. Whoever places the pupil, your school or the council, stays responsible for
      the pupil's safety and education.
    </p>
    <ul>
      {checks.map((check) => (
        <li key={check}>{check}</li>
      ))}
    </ul>
  </>
);
