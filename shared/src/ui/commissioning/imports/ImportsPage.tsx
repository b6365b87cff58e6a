import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { Page } from '../Page.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Templates } from './Templates.tsx';

/** Begins an import: a file is chosen and checked. */
export const ImportsPage: React.FC = () => (
  <Page title="Import">
    <Text block>
      Bring providers, sites, services, rates, QA checks or buyers into the register from an Excel workbook or a CSV file. The file is
      checked first: nothing is written before you have seen what it would do and confirmed it.
    </Text>
    <ChooseFile />
    <Templates />
  </Page>
);
