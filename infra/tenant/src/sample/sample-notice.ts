import { addDays, addMonths, instantAtLondon, type LocalDate } from '@ap/shared/domain/days/local-date';
import { decideNotice } from '@ap/shared/domain/notices/decide-notice';
import type { Notice, NoticeText } from '@ap/shared/domain/notices/notice';
import type { Person } from '@ap/shared/domain/people/person';

/** The report to stakeholders of 14 May 2018, by the facts that it states: what it does not state is not made up. */
const report = (showUntil: LocalDate): NoticeText => ({
  title: 'Alternative provision framework: report of 14 May 2018',
  body: [
    'This is sample data: what the council published for its stakeholders on 14 May 2018.',
    'A provider event in June 2016 began the work. In May 2017 all schools were asked what they buy: therapeutic support, alternative provision away from the school site, teaching assistants and teachers from an agency, and time of educational psychologists or SEN support.',
    '70% of those who answered might be interested in a bulk purchase. A further 10% were possibly interested, wanted to know more, or said that it depends on the cost. A framework group was formed in response.',
    'All schools, academies and further education colleges were invited to a discussion of the framework on 28 March 2018. Feedback was positive. About 50 organisations came to an information event about the framework on 4 May 2018.',
    'There will be four categories: Engagement & Reengagement, Therapeutic & Counselling, Educational Provision & Employability, and Teaching. The directory of quality assured providers of the framework is to be available from 1 September 2018. Services can be called off at prices that are set for a period, possibly 4 years, and bought in a block, by one school or several together.',
  ].join('\n\n'),
  authorRole: 'SEND Commissioner',
  audience: ['council-department', 'maintained-school', 'academy', 'special-school', 'further-education'],
  showUntil,
});

/** The notice of the sample: a draft, which a commissioner publishes. Written by command, so that it is as lawful as what people write. */
export const sampleNotice = (today: LocalDate, by: Person): Notice => {
  const decided = decideNotice(
    undefined,
    {
      kind: 'write-notice',
      id: 'sample-notice',
      by,
      receipted: new Set(),
      ref: 'NO-2018-05-14',
      text: report(addMonths(today, 6)),
    },
    { roles: ['commissioner'] },
    instantAtLondon(addDays(today, -1), 9),
  );
  if (!decided.ok) throw new RangeError(`The sample is refused: ${decided.detail}`);
  return decided.state;
};
