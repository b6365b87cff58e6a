import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { eventsApi } from '../../contract/events.ts';
import { useOperations } from '../commissioning/use-operations.tsx';
import { saveBytes } from '../files/save-file.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';

/** The event as a file that any calendar takes. */
export const CalendarFile: React.FC<{ readonly eventRef: string }> = ({ eventRef }) => {
  const client = useOperations(eventsApi);
  const { busy, once } = useOnce();
  const [failure, setFailure] = React.useState<string>();
  const save = (): void =>
    once(async () => {
      setFailure(undefined);
      try {
        saveBytes(`${eventRef}.ics`, 'text/calendar', await client.getEventCalendar({ params: { ref: eventRef } }));
      } catch (error) {
        setFailure(sentenceOf(error));
      }
    });
  return (
    <div>
      <Button disabledFocusable={busy} onClick={save}>
        Save for your calendar
      </Button>
      {failure === undefined ? null : (
        <Text block role="alert">
          {failure}
        </Text>
      )}
    </div>
  );
};
