import type { Survey } from '@ap/shared/domain/surveys/survey';
import type { SurveyResponse } from '@ap/shared/domain/surveys/survey-response';
import type { RecordHome } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';

/** Where surveys lie. */
export const surveysHome = ({ surveys }: Pick<Ports, 'surveys'>): RecordHome<Survey> => ({ list: 'Surveys', register: surveys });

/** Where what was answered lies. */
export const responsesHome = ({ surveyResponses }: Pick<Ports, 'surveyResponses'>): RecordHome<SurveyResponse> => ({
  list: 'SurveyResponses',
  register: surveyResponses,
});
