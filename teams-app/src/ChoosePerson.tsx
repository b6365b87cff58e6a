import { Button } from '@fluentui/react-button';
import { FluentProvider } from '@fluentui/react-provider';
import { teamsLightTheme, tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { choosePerson, keyOf, type LocalPerson, listPeople } from './hosts/local-people.ts';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '40rem' },
  list: { padding: 0, margin: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  person: { width: '100%', justifyContent: 'flex-start', textAlign: 'start' },
});

/** The sign-in of the local run outside the stand-in window: sample people, by organisation. */
export const ChoosePerson: React.FC<{ readonly windowOrigin: string }> = ({ windowOrigin }) => {
  const styles = useStyles();
  const [people, setPeople] = React.useState<readonly LocalPerson[]>();
  const [failed, setFailed] = React.useState(false);
  const load = React.useCallback(() => {
    setFailed(false);
    listPeople(windowOrigin).then(setPeople, () => setFailed(true));
  }, [windowOrigin]);
  React.useEffect(load, [load]);
  const choose = (person: LocalPerson): void => {
    choosePerson(keyOf(person));
    window.location.reload();
  };
  const organisations = [...new Set((people ?? []).map(({ tenantName }) => tenantName))];
  return (
    <FluentProvider theme={teamsLightTheme}>
      <main className={styles.page}>
        <h1>Choose who you are</h1>
        <p>This is the local run. The people are invented, and choosing one signs you in as them.</p>
        {failed ? (
          <div role="alert">
            <p>The list of people could not be loaded. Is the local run started, with npm start?</p>
            <Button onClick={load}>Try again</Button>
          </div>
        ) : null}
        {people === undefined && !failed ? <p role="status">Loading people</p> : null}
        {organisations.map((organisation) => (
          <section key={organisation}>
            <h2>{organisation}</h2>
            <ul className={styles.list}>
              {(people ?? [])
                .filter(({ tenantName }) => tenantName === organisation)
                .map((person) => (
                  <li key={keyOf(person)}>
                    <Button className={styles.person} onClick={() => choose(person)}>
                      {person.jobTitle === undefined ? person.displayName : `${person.displayName}, ${person.jobTitle}`}
                    </Button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </main>
    </FluentProvider>
  );
};
