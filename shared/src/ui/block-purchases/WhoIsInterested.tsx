import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type BlockInterestReply, blockInterestApi } from '../../contract/block-interest.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import { useOperation } from '../commissioning/use-operations.tsx';
import { Heading } from '../Heading.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { countWords } from '../words.tsx';
import { useBlockStyles } from './use-block-styles.tsx';

const words: Readonly<Record<BlockInterestReply['buyers'][number]['interest'], string>> = {
  interested: 'interested',
  possibly: 'possibly, wants to know more, or it depends on the cost',
};

/** Row 68: for the lead: who said in a survey that they are, or may be, interested in buying such a service together. */
export const WhoIsInterested: React.FC<{ readonly blockRef: string }> = ({ blockRef }) => {
  const read = useOperation(blockInterestApi, 'listBlockInterest', { params: { ref: blockRef } });
  const { section } = useBlockStyles();
  return (
    <section aria-label="Who is interested" className={section}>
      <Heading level={2}>Who is interested</Heading>
      <Loaded reads={[read] as const} what="who is interested" failed="Who is interested could not be loaded">
        {({ buyers }) =>
          buyers.length === 0 ? (
            <Text block>
              No other buyer has said in a survey of the last twelve months that it is interested in buying such a service together.
            </Text>
          ) : (
            <>
              <Text block>
                {`${countWords(buyers.length, 'buyer')} said so in a survey of the council. It binds nobody. Only you, who lead, are shown it; who pledges is shown to nobody before closing.`}
              </Text>
              <ul>
                {buyers.map(({ ref, name, interest, saidOn }) => (
                  <li key={ref}>{`${name}: ${words[interest]}, ${formatDate(saidOn, 'plain')}`}</li>
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  );
};
