import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { formatDate, localDate } from '../../domain/days/local-date.ts';
import { productName } from '../../domain/texts/product-name.ts';
import { ContactLine } from '../Contact.tsx';
import { ExternalLink } from '../ExternalLink.tsx';
import { Heading } from '../Heading.tsx';
import { PageHeading } from '../PageHeading.tsx';

const useStyles = makeStyles({
  page: { maxWidth: '45rem', display: 'grid', gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  part: { display: 'grid', gap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalM },
  text: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** The day on which the statement was last checked against the product. */
const reviewed = localDate('2026-11-26');

const works = [
  'change colours and contrast: it follows the light, dark and high contrast themes of Teams, and the contrast themes of Windows',
  'zoom in to 400% and read in one column',
  'use it with a keyboard alone',
  'use it without sound or colour: nothing is told by colour alone',
  'hear the number of results, errors and saved answers from a screen reader without losing your place',
];

/** Open points, each with what a person can do meanwhile. Kept true by whoever mends one. */
const doesNot = [
  'Not every screen has been tested by hand at 400% zoom, with a keyboard, in each theme and with less motion.',
  'People who use screen readers, speech recognition or magnifiers have not tested it yet. It was tested with automatic tools and with a keyboard only.',
  'Requests for approval also arrive as cards in a Teams chat. Microsoft Teams draws these cards, and some phones read their parts in another order. Each card and e-mail has a link to a page where you can do the same.',
  'The lists that commissioners work in are pages of Microsoft SharePoint. Microsoft publishes how accessible they are.',
  'The websites of providers, which we link to, are not ours. Ask us, or the provider, if you need something from them in another form.',
];

/** The accessibility statement, after the model of GOV.UK (Public Sector Bodies Accessibility Regulations 2018): what works, what does not, how to complain. */
export const AccessibilityPage: React.FC = () => {
  const styles = useStyles();
  return (
    <article className={styles.page}>
      <PageHeading>{`Accessibility statement for ${productName}`}</PageHeading>
      <p className={styles.text}>
        This statement is about {productName} in Microsoft Teams, in a browser and on SharePoint pages: the directory, requests, approvals
        and access.
      </p>
      <p className={styles.text}>As many people as possible should be able to use it. You should be able to:</p>
      <List items={works} />
      <Part title="What does not work fully, or is not known yet">
        <List items={doesNot} />
      </Part>
      <Part title="Tell us about a problem">
        <p className={styles.text}>
          Tell us if you meet a problem that is not listed here, if you think we do not meet the rules, or if you need something in another
          form, such as large print, easy read or by phone. Say which page it was and what you use.
        </p>
        <ContactLine lead="Write to" about="accessibility" />
      </Part>
      <Part title="If you are not content with the answer">
        <p className={styles.text}>
          The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
          Accessibility Regulations 2018. If you are not content with how we answer a complaint, contact the{' '}
          <ExternalLink href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</ExternalLink>.
        </p>
      </Part>
      <Part title="Technical information">
        <p className={styles.text}>
          {productName} is partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA, because of the points
          above that are not tested yet. We know of no part of our own that fails a criterion.
        </p>
        <p className={styles.text}>
          Each time that the product changes, every screen is tested in every state, in a browser: by the axe rules in the light, dark and
          high contrast themes and at 320 pixels, for text that is cut off at five widths, and for movement that a person has turned off.
          The main screens are gone through with the keyboard, in each theme and with the colours of the system.
        </p>
        <p className={styles.text}>This statement was last reviewed on {formatDate(reviewed)}.</p>
      </Part>
    </article>
  );
};

const Part: React.FC<{ readonly title: string; readonly children: React.ReactNode }> = ({ title, children }) => (
  <section className={useStyles().part} aria-label={title}>
    <Heading level={2}>{title}</Heading>
    {children}
  </section>
);

const List: React.FC<{ readonly items: readonly string[] }> = ({ items }) => (
  <ul className={useStyles().list}>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
