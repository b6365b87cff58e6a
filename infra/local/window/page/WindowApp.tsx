import { FluentProvider, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import * as React from 'react';
import { parsePersonKey, personKey } from '../person-key.ts';
import type { WindowSettings } from '../window-document.ts';
import { localApi } from './local-api.ts';
import { keyOf, PeopleList } from './PeopleList.tsx';
import { PersonWindow } from './PersonWindow.tsx';
import { remembered } from './remembered.ts';
import type { TeamsTheme } from './teams-context.ts';
import type { TeamsHost } from './teams-host.ts';
import { isTheme, themes } from './themes.ts';
import { usePolled } from './use-polled.ts';
import { type Width, WindowBar, widths } from './WindowBar.tsx';
import { readAddress, type WindowAddress, writeAddress } from './window-address.ts';

const every = 15_000;

const startTheme = (): TeamsTheme => {
  const name = remembered.read('theme');
  return isTheme(name) ? name : 'default';
};

const startAddress = (): WindowAddress => {
  const address = readAddress(window.location.search);
  return { ...address, person: address.person ?? parsePersonKey(remembered.read('person')) };
};

/** The whole window. Its address says who looks at what, so that a link, a reload and a second browser tab each keep their own. */
export const WindowApp = ({ settings }: { readonly settings: WindowSettings }): React.ReactElement => {
  const [theme, setTheme] = React.useState(startTheme);
  const [width, setWidth] = React.useState<Width>(() => widths.find((each) => each === remembered.read('width')) ?? 'full');
  const [address, setAddress] = React.useState(startAddress);
  // Counts visits, so that a link to where the tab already is opens that place again.
  const [visit, setVisit] = React.useState(0);
  const host = React.useRef<TeamsHost>();
  const people = usePolled(localApi.people, every);
  const wanted = address.person && personKey(address.person);
  const found = people.value?.find((person) => keyOf(person) === wanted);
  const chosen = found ?? people.value?.[0];
  const chosenKey = chosen && keyOf(chosen);

  React.useEffect(() => {
    if (chosenKey === undefined) return;
    remembered.write('person', chosenKey);
    window.history.replaceState(null, '', `/${writeAddress({ ...address, person: parsePersonKey(chosenKey) })}`);
  }, [chosenKey, address]);
  React.useEffect(() => remembered.write('theme', theme), [theme]);
  React.useEffect(() => remembered.write('width', width), [width]);
  React.useEffect(() => {
    document.title = `${chosen ? `${chosen.displayName}: ` : ''}stand-in for the Teams window (local run only)`;
  }, [chosen]);

  // A tab that keeps drafts is asked to finish before its frame goes.
  const go = async (to: Partial<WindowAddress>): Promise<void> => {
    await host.current?.beforeUnload();
    setAddress((before) => ({ ...before, ...to }));
    setVisit((before) => before + 1);
  };

  return (
    <FluentProvider theme={themes[theme]} className={`window theme-${theme}`}>
      <WindowBar settings={settings} theme={theme} width={width} onTheme={setTheme} onWidth={setWidth} />
      {people.failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{people.failure.message}</MessageBarBody>
        </MessageBar>
      )}
      {wanted !== undefined && chosen && !found && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            Nobody in this run is {wanted}. {chosen.displayName} is shown instead.
          </MessageBarBody>
        </MessageBar>
      )}
      {!people.value && !people.failure && <Spinner label="Asking the local tenant who works here" />}
      {people.value && (
        <div className="window-body">
          <PeopleList
            people={people.value}
            chosen={chosen}
            onChoose={(person) => void go({ person: { tenantId: person.tenantId, userId: person.id }, subPage: undefined })}
          />
          {chosen && (
            <PersonWindow
              key={chosenKey}
              person={chosen}
              people={people.value}
              settings={settings}
              theme={theme}
              width={width}
              area={address.area}
              visit={visit}
              subPage={address.subPage}
              client={address.client}
              onGo={(to) => void go(to)}
              onHost={(started) => {
                host.current = started;
              }}
              onPeopleChanged={people.again}
            />
          )}
        </div>
      )}
    </FluentProvider>
  );
};
