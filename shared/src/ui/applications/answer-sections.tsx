import * as React from 'react';
import type { ApplicationMade, ApplicationView } from '../../contract/applications.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { priceSentence } from '../../domain/money/rate-card.ts';
import { exclusionGrounds } from '../../domain/tenders/application/exclusion-grounds.ts';
import { CheckAnswers } from '../forms/CheckAnswers.tsx';
import { groupsOf, type Step } from './steps.ts';
import { answerWords } from './typed-answers.ts';

interface Props {
  readonly view: Pick<ApplicationView, 'round'>;
  readonly application: ApplicationMade;
  /** Goes to where an answer is changed; absent where nothing can be. */
  readonly go?: (step: Step) => void;
}

const changing = (go: Props['go'], step: Step) => (go ? { onChange: () => go(step) } : {});

/** The whole application in words, by lot: what is checked before it is sent, and read afterwards. */
export const AnswerSections: React.FC<Props> = ({ view, application, go }) => {
  const nameOf = (lotKey: string): string => view.round.lots.find((lot) => lot.lotKey === lotKey)?.name ?? lotKey;
  const { declaration } = application;
  const applying = declaration ? exclusionGrounds.filter(({ key }) => declaration.grounds[key]?.applies) : [];
  return (
    <>
      <CheckAnswers
        title="Lots"
        rows={[{ label: 'You apply for', value: application.lotKeys.map(nameOf).join('; '), ...changing(go, { at: 'lots' }) }]}
      />
      {groupsOf(view, application.lotKeys).map((group) => (
        <CheckAnswers
          key={group.key}
          title={group.title}
          rows={group.questions.map(({ key, text }) => ({
            label: text,
            value: answerWords(application.answers[key]),
            ...changing(go, { at: 'questions', group: group.key }),
          }))}
        />
      ))}
      <CheckAnswers
        title="Prices"
        rows={
          application.offers.length === 0
            ? [{ label: 'Prices', value: '', ...changing(go, { at: 'prices' }) }]
            : application.offers.map((offer, at) => ({
                label: `${offer.serviceName}, ${nameOf(offer.lotKey)}${offer.group ? `, ${offer.group.from} to ${offer.group.to} pupils` : ''}`,
                value: priceSentence(offer),
                ...(at === 0 ? changing(go, { at: 'prices' }) : {}),
              }))
        }
      />
      <CheckAnswers
        title="Declaration"
        rows={[
          {
            label: 'Signed',
            value: declaration
              ? `${declaration.signatory.name}, ${declaration.signatory.position}, on ${formatInstant(declaration.signedAt)}`
              : '',
            ...changing(go, { at: 'declaration' }),
          },
          ...(declaration
            ? [
                {
                  label: 'Exclusion grounds that apply',
                  value: applying.length === 0 ? 'None' : applying.map(({ text }) => text).join('; '),
                },
              ]
            : []),
        ]}
      />
    </>
  );
};
