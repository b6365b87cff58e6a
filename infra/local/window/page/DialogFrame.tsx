import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import { CardView } from './CardView.tsx';
import type { InvokeAnswer } from './chat-message.ts';
import { type DialogFace, faceOf } from './dialog-face.ts';
import { localApi } from './local-api.ts';
import { PageFrame } from './PageFrame.tsx';
import type { TeamsTheme } from './teams-context.ts';
import { themes } from './themes.ts';

export interface DialogFrameProps {
  readonly person: LocalPerson;
  readonly theme: TeamsTheme;
  readonly face: DialogFace;
  readonly onOpen: (url: string) => void;
  readonly onClose: () => void;
}

/** Teams' dialog: a page of the app that speaks teams-js, then whatever the bot answers to its end, in the same dialog. */
export const DialogFrame = ({ person, theme, face: first, onOpen, onClose }: DialogFrameProps): React.ReactElement => {
  const [face, setFace] = React.useState(first);
  const [note, setNote] = React.useState<string>();
  const id = { tenantId: person.tenantId, userId: person.id };
  const end = async (result: unknown): Promise<InvokeAnswer> => {
    try {
      const next = faceOf(await localApi.endDialog(id, result, theme));
      setNote(undefined);
      if (next) setFace(next);
      else onClose();
    } catch (failure) {
      setNote((failure as Error).message);
    }
    return { status: 200 };
  };
  const open = (url: string): void => {
    onClose();
    onOpen(url);
  };
  return (
    <Dialog open onOpenChange={(_, { open: stays }) => !stays && onClose()}>
      <DialogSurface className="dialog">
        <DialogBody>
          <DialogTitle>{face.title}</DialogTitle>
          <DialogContent className="dialog-content">
            {note !== undefined && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>{note}</MessageBarBody>
              </MessageBar>
            )}
            {face.kind === 'page' && (
              <PageFrame
                person={person}
                theme={theme}
                url={face.url}
                title={face.title}
                height={face.height}
                onOpen={open}
                onNote={setNote}
                onEnd={(result) => void end(result)}
              />
            )}
            {face.kind === 'card' && (
              <CardView
                card={face.card}
                theme={themes[theme]}
                onOpen={open}
                onInvoke={({ data }) => end(data)}
                onDialog={async () => setNote('Teams opens no dialog from a dialog.')}
              />
            )}
            {face.kind === 'sentence' && <p>{face.sentence}</p>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
