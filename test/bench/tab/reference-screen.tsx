import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { Field } from '@fluentui/react-field';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Input } from '@fluentui/react-input';
import { Link } from '@fluentui/react-link';
import { FluentProvider } from '@fluentui/react-provider';
import { SearchBox } from '@fluentui/react-search';
import { Select } from '@fluentui/react-select';
import { Skeleton, SkeletonItem } from '@fluentui/react-skeleton';
import { Subtitle1 } from '@fluentui/react-text';
import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-theme';
import { IdPrefixProvider } from '@fluentui/react-utilities';
import { makeStyles } from '@griffel/react';
import { app, authentication, pages } from '@microsoft/teams-js';
import * as React from 'react';
import { createRoot } from 'react-dom/client';
import useSWR, { SWRConfig } from 'swr';
import { useLocation, useSearch } from 'wouter';

/**
 * The least that a tab with this first screen can weigh: React, the Fluent parts that stand on it, SWR, wouter and teams-js, each used
 * once as its documentation says, and nothing of ours. The budget of the tab is a multiple of what this builds to in the same run. A
 * part belongs here only when the directory shows it before anybody has pressed anything.
 */
const useStyles = makeStyles({ page: { display: 'grid' } });
const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme };

const Screen: React.FC<{ readonly theme: keyof typeof themes }> = ({ theme }) => {
  const [path, navigate] = useLocation();
  const search = useSearch();
  const { data } = useSWR(`${path}?${search}`, () => authentication.getAuthToken({ silent: true }));
  return (
    <IdPrefixProvider value="reference-">
      <FluentProvider theme={themes[theme]} className={useStyles().page}>
        <Link href="/directory">Directory</Link>
        <Field label="Words">
          <SearchBox />
        </Field>
        <Field label="Place" hint="A postcode" validationMessage="Enter a postcode">
          <Input />
        </Field>
        <Button onClick={() => navigate('/directory')}>Search</Button>
        <Select>
          <option>Best match</option>
        </Select>
        <Checkbox label="Need" />
        <Subtitle1>{data}</Subtitle1>
        <CheckmarkCircleRegular />
        <Skeleton>
          <SkeletonItem />
        </Skeleton>
      </FluentProvider>
    </IdPrefixProvider>
  );
};

const start = async (): Promise<void> => {
  await app.initialize();
  app.registerOnThemeChangeHandler(() => undefined);
  pages.backStack.registerBackButtonHandler(() => false);
  const { app: told } = await app.getContext();
  createRoot(document.body).render(
    <SWRConfig value={{ provider: () => new Map() }}>
      <Screen theme={told.theme as keyof typeof themes} />
    </SWRConfig>,
  );
  app.notifyAppLoaded();
  app.notifySuccess().then(undefined, () => app.notifyExpectedFailure({ reason: app.ExpectedFailureReason.Other }));
};

void start();
