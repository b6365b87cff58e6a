import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { Input } from '@fluentui/react-input';
import * as React from 'react';
import { useAnnounce } from '../Announcer.tsx';
import { copyText } from '../copy-text.tsx';
import { useSurroundings } from '../HostAdapter.tsx';

/** Copies a link to this search for a colleague, filters, place and page included. Shows the link where copying is not allowed. */
export const CopyLink: React.FC<{ readonly search: string }> = ({ search }) => {
  const { host } = useSurroundings();
  const announce = useAnnounce();
  const [shown, setShown] = React.useState<string>();
  const [copied, setCopied] = React.useState<string>();
  React.useEffect(() => setShown((link) => (search === '' ? link : undefined)), [search]);
  const copy = async (): Promise<void> => {
    const link = host.linkTo({ at: 'directory', search });
    if (!(await copyText(link))) return setShown(link);
    setCopied(search);
    announce('Link to this search copied');
  };
  return (
    <>
      <Button appearance="subtle" icon={<LinkRegular />} onClick={() => void copy()}>
        {copied === search ? 'Link copied' : 'Copy link to this search'}
      </Button>
      {shown === undefined ? null : (
        <Field label="Copy this link">
          <Input readOnly value={shown} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </>
  );
};
