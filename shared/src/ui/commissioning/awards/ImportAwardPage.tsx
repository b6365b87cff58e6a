import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ProviderFound } from '../../../contract/providers.ts';
import { Heading } from '../../Heading.tsx';
import { useSurroundings } from '../../HostAdapter.tsx';
import { hiddenFromSight } from '../../hidden-from-sight.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { ProviderSearch } from '../ProviderSearch.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { ImportAwardForm } from './ImportAwardForm.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** Brings in an award of the council's e-procurement portal; then its own page is shown. */
export const ImportAwardPage: React.FC = () => {
  const found = useCommissioning('listFrameworks', {});
  const council = useCommissioning('listCouncilMembers', {});
  const command = useCommand('listAwards');
  const { go } = useSurroundings();
  const { section } = useStyles();
  const [provider, setProvider] = React.useState<ProviderFound>();
  const [made, setMade] = React.useState<string>();
  const done = command.told?.done === true;
  React.useEffect(() => {
    if (done && made !== undefined) go(commissioningPlace({ at: 'award', ref: made }));
  }, [done, made, go]);
  return (
    <Page title="Bring in an award of the portal" above={[{ to: { at: 'awards' }, name: 'Awards' }]} told={command.told}>
      <Text block>
        For an award that was tendered on the council's e-procurement portal. It takes effect only when a second person approves it: an
        award approver who neither scored it nor brought it in.
      </Text>
      <Loaded reads={[found, council] as const} what="what is asked" failed="What is asked could not be loaded">
        {({ frameworks }, { members }) => (
          <>
            <section className={section} aria-label="Provider">
              <Heading level={2}>Provider</Heading>
              {provider === undefined ? (
                <ProviderSearch
                  act={(each) => (
                    <Button size="small" onClick={() => setProvider(each)}>
                      Choose<span style={hiddenFromSight}> {each.name}</span>
                    </Button>
                  )}
                />
              ) : (
                <>
                  <Text block>{`${provider.name} (${provider.ref})`}</Text>
                  <div>
                    <Button size="small" onClick={() => setProvider(undefined)}>
                      Choose another provider
                    </Button>
                  </div>
                </>
              )}
            </section>
            {provider === undefined ? null : (
              <ImportAwardForm provider={provider} frameworks={frameworks} members={members} command={command} onMade={setMade} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
