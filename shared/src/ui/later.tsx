import * as React from 'react';

/** Thrown by a part whose code did not arrive: no connection, or a newer version of the pages has replaced it. */
export class PartNotLoaded extends Error {
  override readonly name = 'PartNotLoaded';
}

/** The code of a part: what has arrived, and how to ask for it. */
interface Code<Props> {
  readonly arrived: () => React.ComponentType<Props> | undefined;
  readonly ask: () => Promise<void>;
}

const codeOf = <Props,>(load: () => Promise<React.ComponentType<Props>>): Code<Props> => {
  let component: React.ComponentType<Props> | undefined;
  let asked: Promise<void> | undefined;
  const keep = (loaded: React.ComponentType<Props>): void => {
    component = loaded;
  };
  const forget = (cause: unknown): never => {
    asked = undefined;
    throw new PartNotLoaded('A part of these pages could not be loaded.', { cause });
  };
  return {
    arrived: () => component,
    ask: () => {
      asked ??= load().then(keep, forget);
      return asked;
    },
  };
};

interface WhenArrivedProps<Props> {
  readonly code: Code<Props>;
  readonly props: Props;
  readonly waiting: React.ReactElement | null;
}

const WhenArrived = <Props extends object>({ code, props, waiting }: WhenArrivedProps<Props>): React.ReactElement | null => {
  const [failure, setFailure] = React.useState<unknown>();
  const [, drawAgain] = React.useState(false);
  React.useEffect(() => {
    if (code.arrived()) return;
    let shown = true;
    code.ask().then(
      () => shown && drawAgain(true),
      (error: unknown) => shown && setFailure(error),
    );
    return () => {
      shown = false;
    };
  }, [code]);
  if (failure !== undefined) throw failure;
  const component = code.arrived();
  return component ? React.createElement(component, props) : waiting;
};

/** A component whose code comes when it is first shown, or before that when `prepare` says so. */
export type LaterPart<Props> = ((props: Props) => React.ReactElement) & { readonly prepare: () => void };

/**
 * Keeps a part out of the first load. Until its code is there `waiting` stands in its place; code that is there already is shown at once,
 * without a flash, which `React.lazy` does not do. Throws `PartNotLoaded` while rendering, for the error boundary.
 */
export const later = <Props extends object>(
  load: () => Promise<React.ComponentType<Props>>,
  waiting: React.ReactElement | null = null,
): LaterPart<Props> => {
  const code = codeOf(load);
  return Object.assign((props: Props) => <WhenArrived code={code} props={props} waiting={waiting} />, {
    // A part that cannot be had ahead of time says so when it is shown.
    prepare: () => void code.ask().catch(() => undefined),
  });
};
