import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { fromEnquiryPath } from '../../contract/enquiry-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { AskForm } from './AskForm.tsx';
import { EnquiryList } from './EnquiryList.tsx';
import { OneEnquiry } from './OneEnquiry.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0, overflowWrap: 'anywhere' },
});

/** Enquiries and competitions: the list, one of them with its answers side by side, and the form that asks. */
export const EnquiriesPage: React.FC = () => {
  const { place } = useSurroundings();
  const path = place.at === 'enquiries' ? place.path : '';
  const page = fromEnquiryPath(path);
  return (
    <div className={useStyles().page}>
      {page.at === 'list' ? (
        <EnquiryList />
      ) : page.at === 'ask' ? (
        <AskForm key={path} serviceRef={page.serviceRef} />
      ) : (
        <OneEnquiry key={path} enquiryRef={page.ref} />
      )}
    </div>
  );
};
