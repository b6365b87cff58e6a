import { Button } from '@fluentui/react-button';
import { Link } from '@fluentui/react-link';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { Form } from './Form.tsx';
import type { FormError } from './form-error.ts';
import { QuestionHeading } from './QuestionHeading.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '64rem', minWidth: 0 },
  // What stands beside the questions goes below them where there is no room: the width decides, without a measured breakpoint.
  columns: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`, minWidth: 0 },
  questions: { flex: '1 1 24rem', maxWidth: '640px', minWidth: 0 },
  aside: {
    flex: '1 1 16rem',
    maxWidth: '640px',
    minWidth: 0,
    alignSelf: 'flex-start',
    position: 'sticky',
    top: tokens.spacingVerticalL,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly title: string;
  readonly caption?: string;
  readonly errors: readonly FormError[];
  readonly onBack?: () => void;
  readonly onContinue: () => void;
  readonly continueLabel?: string;
  /** In the place of Continue, where a page has another way on. */
  readonly actions?: React.ReactNode;
  readonly children: React.ReactNode;
  /** Beside the questions: the price so far, whether the draft is saved. */
  readonly aside?: React.ReactNode;
}

/** One thing per page (GOV.UK question page): back link, h1, questions, Continue. The button stays enabled and checks when pressed. */
export const QuestionPage = (props: Props): React.ReactElement => {
  const { title, caption, errors, onBack, onContinue, continueLabel = 'Continue', actions, children, aside } = props;
  const styles = useStyles();
  return (
    <div className={styles.page}>
      {onBack === undefined ? null : (
        <div>
          <Link as="button" type="button" onClick={onBack}>
            Back
          </Link>
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.questions}>
          <Form errors={errors} onSubmit={onContinue}>
            <QuestionHeading hasErrors={errors.length > 0} caption={caption}>
              {title}
            </QuestionHeading>
            {children}
            <div className={styles.actions}>
              {actions ?? (
                <Button appearance="primary" type="submit">
                  {continueLabel}
                </Button>
              )}
            </div>
          </Form>
        </div>
        {aside === undefined ? null : <div className={styles.aside}>{aside}</div>}
      </div>
    </div>
  );
};
