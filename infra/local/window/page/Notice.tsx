import { Button, Field, Input, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';

/** Something that the window has to say once: a link to share, or why a link leads nowhere. */
export type NoticeText = { readonly kind: 'share'; readonly url: string } | { readonly kind: 'said'; readonly text: string };

export const Notice = ({ notice, onClose }: { readonly notice: NoticeText; readonly onClose: () => void }): React.ReactElement => (
  <MessageBar intent="info" layout="multiline">
    <MessageBarBody>
      {notice.kind === 'said' && notice.text}
      {notice.kind === 'share' && (
        <Field label="Link to this place, for another person of this run">
          <Input readOnly value={notice.url} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </MessageBarBody>
    <MessageBarActions>
      {notice.kind === 'share' && (
        <Button size="small" onClick={() => void navigator.clipboard.writeText(notice.url)}>
          Copy
        </Button>
      )}
      <Button size="small" onClick={onClose}>
        Dismiss
      </Button>
    </MessageBarActions>
  </MessageBar>
);
