import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { DelegationPlace, StoodInFor } from '../../contract/delegation.ts';
import type { delegationApi } from '../../contract/delegation-api.ts';
import { useAnnounce } from '../Announcer.tsx';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useIntent } from '../forms/use-intent.tsx';
import { useOnce } from '../forms/use-once.tsx';
import { Notice } from '../states/Notice.tsx';
import { useOpener } from '../use-opener.tsx';
import { daysWords, namedSentence } from './away-words.ts';
import { NameDelegate } from './NameDelegate.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0, maxWidth: '640px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export interface OneApproverProps {
  readonly buyerRef: string;
  readonly stoodInFor: StoodInFor;
  /** Whether it is the caller. */
  readonly own: boolean;
  readonly client: ClientOf<typeof delegationApi>;
  /** Given the place as it is after a change. */
  readonly show: (place: DelegationPlace) => void;
}

/** Who decides for one approver now, who did before, and what whoever may can do about it. */
export const OneApprover = ({ buyerRef, stoodInFor, own, client, show }: OneApproverProps): React.ReactElement => {
  const styles = useStyles();
  const { approver, present, past, namedBy, why } = stoodInFor;
  const announce = useAnnounce();
  const intent = useIntent();
  const { busy, once } = useOnce();
  const [naming, setNaming] = React.useState(false);
  const [asking, setAsking] = React.useState(false);
  const [failed, setFailed] = React.useState<string>();
  const standing = React.useRef<HTMLDivElement>(null);
  const opener = useOpener();
  const whom = own ? 'you' : approver.name;

  const run = (
    content: unknown,
    work: (key: string) => Promise<DelegationPlace>,
    done: string,
    onRefused: (error: unknown) => void,
  ): void =>
    once(async () => {
      setFailed(undefined);
      try {
        const place = await work(intent.keyFor(content));
        intent.done();
        setNaming(false);
        show(place);
        announce(done);
        standing.current?.focus();
      } catch (error) {
        onRefused(error);
      }
    });
  const end = (): void => {
    setAsking(false);
    const body = own ? {} : { approver: { tenantId: approver.tenantId, objectId: approver.objectId } };
    run(
      body,
      (key) => client.endDelegation({ params: { buyerRef }, body, key }),
      `Nobody decides for ${whom} any more.`,
      (error) => setFailed(sentenceOf(error)),
    );
  };
  return (
    <div className={styles.all}>
      <div ref={standing} tabIndex={-1}>
        <Text block weight="semibold">
          {present ? `${present.delegate.name} decides for ${whom} ${daysWords(present)}` : `Nobody is named to decide for ${whom}`}
        </Text>
        {present && namedBy !== undefined ? <Text block>{namedSentence(namedBy, why)}</Text> : null}
      </div>
      {failed === undefined ? null : (
        <Notice intent="error" title="Nothing was changed">
          {failed}
        </Notice>
      )}
      {naming ? (
        <NameDelegate
          stoodInFor={stoodInFor}
          own={own}
          busy={busy}
          give={(body, onRefused) => run(body, (key) => client.nameDelegate({ params: { buyerRef }, body, key }), 'Saved.', onRefused)}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button onClick={() => setNaming(!naming)} aria-expanded={naming}>
          {naming ? 'Cancel' : present ? 'Name another' : `Name who decides for ${whom}`}
        </Button>
        {present && !naming ? (
          <Button ref={opener} onClick={() => setAsking(true)}>
            End it now
          </Button>
        ) : null}
      </div>
      {busy && !naming ? <Text role="status">Sending</Text> : null}
      {past.length > 0 ? (
        <div>
          <Text block>{own ? 'Who decided for you before' : `Who decided for ${approver.name} before`}</Text>
          <ul className={styles.list}>
            {past.map(({ delegate, from, until, namedBy: namer }) => (
              <li key={`${delegate.objectId}${from}${until}`}>{`${delegate.name}, ${daysWords({ from, until })}, named by ${namer}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={`End it now for ${whom}?`}
        confirmLabel="End it"
        cancelLabel="Go back"
        onConfirm={end}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {`${present?.delegate.name ?? 'The delegate'} decides nothing more for ${whom} from now on. What waits is decided by ${own ? 'you' : approver.name} again.`}
      </ConfirmDialog>
    </div>
  );
};
