import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { type listOffFramework, offFrameworkApi } from '../../contract/off-framework.ts';
import { Paged } from '../commissioning/Paged.tsx';
import { ToldLine } from '../commissioning/ToldLine.tsx';
import { useCommand } from '../commissioning/use-command.tsx';
import { useOperation, useOperations } from '../commissioning/use-operations.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { DeclaredPurchase } from './DeclaredPurchase.tsx';
import { PurchaseForm } from './PurchaseForm.tsx';
import { blankPurchase } from './typed-purchase.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalXL, margin: 0, padding: 0, listStyleType: 'none', minWidth: 0 },
});

/** Row 71: what one's own schools and departments bought outside the framework: declared here, corrected and withdrawn. */
export const OffFrameworkPage: React.FC = () => {
  const read = useOperation(offFrameworkApi, 'listOffFramework', {});
  const command = useCommand('listOffFramework');
  return (
    <>
      <div>
        <PageHeading>Bought outside the framework</PageHeading>
        <ToldLine told={command.told} />
      </div>
      <Text block>
        Declare alternative provision that your school or department buys without a call-off: it shows the council what the framework lacks.
        Commissioners read everything here but who declared it.
      </Text>
      <Loaded reads={[read] as const} what="what was declared" failed="What was declared could not be loaded">
        {(listed) => <Declared listed={listed} command={command} />}
      </Loaded>
    </>
  );
};

interface DeclaredProps {
  readonly listed: ReplyOf<typeof listOffFramework>;
  readonly command: ReturnType<typeof useCommand>;
}

const Declared: React.FC<DeclaredProps> = ({ listed, command }) => {
  const styles = useStyles();
  const client = useOperations(offFrameworkApi);
  const [declaring, setDeclaring] = React.useState(false);
  const { buyers, purchases, today } = listed;
  const first = buyers[0]?.ref;
  return (
    <>
      {first === undefined ? null : declaring ? (
        <PurchaseForm
          title="Declare this purchase"
          before={blankPurchase(first, today)}
          around={listed}
          forAny
          command={command}
          onSend={async (buyerRef, purchase, key) => {
            await client.declareOffFramework({ body: { buyerRef, purchase }, key });
            return 'The purchase is declared.';
          }}
          onClose={() => setDeclaring(false)}
        />
      ) : (
        <div>
          <Button appearance="primary" onClick={() => setDeclaring(true)}>
            Declare a purchase
          </Button>
        </div>
      )}
      {purchases.length === 0 ? (
        <EmptyState level={2} title="Nothing is declared yet" />
      ) : (
        <Paged rows={purchases} what="declarations">
          {(page) => (
            <ul className={styles.list} aria-label="What was declared, the last months first">
              {page.map((purchase) => (
                <DeclaredPurchase key={purchase.ref} purchase={purchase} around={listed} command={command} />
              ))}
            </ul>
          )}
        </Paged>
      )}
    </>
  );
};
