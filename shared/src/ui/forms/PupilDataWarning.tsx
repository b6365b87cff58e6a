import { Text } from '@fluentui/react-text';
import * as React from 'react';

/** Stands above every box of free text. */
export const PupilDataWarning = ({ id }: { id?: string }): React.ReactElement => (
  <Text block id={id} weight="semibold">
    Do not include any information that would allow anyone to identify pupils, such as names or specific characteristics.
  </Text>
);
