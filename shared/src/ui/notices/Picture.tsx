import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { noticesApi } from '../../contract/notices.ts';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Loaded } from '../states/Loaded.tsx';

const useStyles = makeStyles({ picture: { display: 'block', maxWidth: '100%', height: 'auto' } });

/** The picture of a notice, with what it shows in words for whoever does not see it. */
export const Picture: React.FC<{ readonly noticeRef: string; readonly alt: string }> = ({ noticeRef, alt }) => {
  const read = useOperation(noticesApi, 'getNoticePicture', { params: { ref: noticeRef } });
  const { picture } = useStyles();
  return (
    <Loaded reads={[read] as const} what="the picture" failed="The picture could not be loaded">
      {({ type, content }) => <img className={picture} src={`data:${type};base64,${content}`} alt={alt} />}
    </Loaded>
  );
};
