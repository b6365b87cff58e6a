import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { ConfirmDialog } from '../forms/ConfirmDialog.tsx';
import { Form } from '../forms/Form.tsx';
import type { FormError } from '../forms/form-error.ts';
import { faultsOf } from '../forms/problem-of.ts';
import { useOpener } from '../use-opener.tsx';
import type { Fault } from './faults.ts';

/** Gives something to the order; `onRefused` is told of a refusal that leaves it as it is. */
export interface Giving<Body> {
  readonly busy: boolean;
  readonly give: (body: Body, onRefused: (error: unknown) => void) => void;
}

interface Props<Body> extends Giving<Body> {
  /** Names of the fields: a refusal that points into one stands beside it. */
  readonly fields: readonly string[];
  readonly faults: readonly Fault[];
  /** What is sent; undefined only where a fault says why. */
  readonly body: Body | undefined;
  readonly button: string;
  /** Asked once more before what cannot be taken back. */
  readonly confirm?: { readonly title: string; readonly text: string; readonly label: string } | undefined;
  readonly children: React.ReactNode;
}

const none: readonly FormError[] = [];

/** '/pattern/days' is about the field days, '/pattern' about the first of its fields. */
const fieldOf = (pointer: string, fields: readonly string[]): string => {
  const named = pointer.split('/').filter(Boolean).reverse();
  const own = named.find((name) => fields.includes(name));
  return own ?? (named.includes('pattern') && fields.includes('days') ? 'days' : '');
};

/** One act: its questions, one button, and what is wrong with the answers, found here or by the server. */
export const ActForm = <Body,>({ fields, faults, body, button, confirm, give, busy, children }: Props<Body>): React.ReactElement => {
  const [errors, setErrors] = React.useState(none);
  const [asking, setAsking] = React.useState(false);
  const opener = useOpener();
  const send = (): void => {
    setAsking(false);
    if (body === undefined) return;
    give(body, (error) => setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: fieldOf(pointer, fields), message: detail }))));
  };
  const submit = (): void => {
    const found = faults.filter((fault) => fault !== undefined);
    setErrors(found);
    if (found.length > 0) return;
    if (confirm) setAsking(true);
    else send();
  };
  return (
    <>
      <Form errors={errors} onSubmit={submit}>
        {children}
        <div>
          <Button ref={opener} appearance="primary" type="submit">
            {button}
          </Button>
        </div>
        {busy ? <Text role="status">Sending</Text> : null}
      </Form>
      {confirm ? (
        <ConfirmDialog
          open={asking}
          title={confirm.title}
          confirmLabel={confirm.label}
          cancelLabel="Go back"
          onConfirm={send}
          onCancel={() => setAsking(false)}
          opener={opener}
        >
          {confirm.text}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
