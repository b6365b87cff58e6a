import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type CommissioningPlace, fromCommissioningPath } from '../../contract/commissioning-place.ts';
import { ContactLine } from '../Contact.tsx';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { type LaterPart, later } from '../later.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { LoadingPage } from '../states/LoadingPage.tsx';
import { useApi } from '../use-api.tsx';
import { HomePage } from './HomePage.tsx';
import { areaRolesOf, isFor } from './roles.tsx';

const page = <Props extends object>(load: () => Promise<React.ComponentType<Props>>): LaterPart<Props> =>
  later(load, <LoadingPage title="Commissioning" what="this page" />);

const ProviderChangesPage = page(async () => (await import('./provider-changes/ProviderChangesPage.tsx')).ProviderChangesPage);
const ImportsPage = page(async () => (await import('./imports/ImportsPage.tsx')).ImportsPage);
const ImportPage = page(async () => (await import('./imports/ImportPage.tsx')).ImportPage);
const CalendarPage = page(async () => (await import('./quality/CalendarPage.tsx')).CalendarPage);
const HeldPage = page(async () => (await import('./quality/HeldPage.tsx')).HeldPage);
const PassportPage = page(async () => (await import('./quality/PassportPage.tsx')).PassportPage);
const RegistrationPage = page(async () => (await import('./quality/RegistrationPage.tsx')).RegistrationPage);
const StuckPage = page(async () => (await import('./operations/StuckPage.tsx')).StuckPage);
const UnmetNeedsPage = page(async () => (await import('./insight/UnmetNeedsPage.tsx')).UnmetNeedsPage);
const EventsPage = page(async () => (await import('./events/EventsPage.tsx')).EventsPage);
const NoticesPage = page(async () => (await import('./notices/NoticesPage.tsx')).NoticesPage);
const ValuePage = page(async () => (await import('./value/ValuePage.tsx')).ValuePage);
const SurveysPage = page(async () => (await import('./surveys/SurveysPage.tsx')).SurveysPage);
const ChoicesPage = page(async () => (await import('./insight/ChoicesPage.tsx')).ChoicesPage);
const OpenDataPage = page(async () => (await import('./open-data/OpenDataPage.tsx')).OpenDataPage);
const DeclaredPurchasesPage = page(async () => (await import('./insight/DeclaredPurchasesPage.tsx')).DeclaredPurchasesPage);
const LimitsPage = page(async () => (await import('./limits/LimitsPage.tsx')).LimitsPage);
const VisitsPage = page(async () => (await import('./visits/VisitsPage.tsx')).VisitsPage);
const VisitPage = page(async () => (await import('./visits/VisitPage.tsx')).VisitPage);
const ConcernsPage = page(async () => (await import('./concerns/ConcernsPage.tsx')).ConcernsPage);
const ConcernPage = page(async () => (await import('./concerns/ConcernPage.tsx')).ConcernPage);
const AwardsPage = page(async () => (await import('./awards/AwardsPage.tsx')).AwardsPage);
const AwardPage = page(async () => (await import('./awards/AwardPage.tsx')).AwardPage);
const ImportAwardPage = page(async () => (await import('./awards/ImportAwardPage.tsx')).ImportAwardPage);
const ProviderPricesPage = page(async () => (await import('./prices/ProviderPricesPage.tsx')).ProviderPricesPage);
const PriceBookPage = page(async () => (await import('./prices/PriceBookPage.tsx')).PriceBookPage);
const OwnSheetsPage = page(async () => (await import('./evaluation/OwnSheetsPage.tsx')).OwnSheetsPage);
const OwnSheetPage = page(async () => (await import('./evaluation/OwnSheetPage.tsx')).OwnSheetPage);
const FrameworksPage = page(async () => (await import('./frameworks/FrameworksPage.tsx')).FrameworksPage);
const FrameworkPage = page(async () => (await import('./frameworks/FrameworkPage.tsx')).FrameworkPage);
const RoundsPage = page(async () => (await import('./rounds/RoundsPage.tsx')).RoundsPage);
const PlanRoundPage = page(async () => (await import('./rounds/PlanRoundPage.tsx')).PlanRoundPage);
const ChangeRoundPage = page(async () => (await import('./rounds/ChangeRoundPage.tsx')).ChangeRoundPage);
const RoundPage = page(async () => (await import('./rounds/RoundPage.tsx')).RoundPage);
const EvaluationsPage = page(async () => (await import('./evaluation/EvaluationsPage.tsx')).EvaluationsPage);
const EvaluationPage = page(async () => (await import('./evaluation/EvaluationPage.tsx')).EvaluationPage);
const RankingPage = page(async () => (await import('./evaluation/RankingPage.tsx')).RankingPage);
const LotApplicationPage = page(async () => (await import('./evaluation/LotApplicationPage.tsx')).LotApplicationPage);

/** The area of whoever commissions, scores applications or approves awards: for them alone its pages are loaded, each for those whom it is for. */
export const CommissioningPage: React.FC = () => {
  const me = useApi('getMe', {});
  const { place } = useSurroundings();
  const here = fromCommissioningPath(place.at === 'commissioning' ? place.path : '');
  return (
    <Loaded reads={[me] as const} what="your access" failed="Your access could not be loaded" page="Commissioning">
      {(person) =>
        isFor(here.at, areaRolesOf(person)) ? (
          <ErrorBoundary key={JSON.stringify(here)}>
            <PageOf here={here} />
          </ErrorBoundary>
        ) : (
          <NotYours />
        )
      }
    </Loaded>
  );
};

const PageOf: React.FC<{ readonly here: CommissioningPlace }> = ({ here }) => {
  switch (here.at) {
    case 'provider-changes':
      return <ProviderChangesPage />;
    case 'imports':
      return <ImportsPage />;
    case 'import':
      return <ImportPage importId={here.importId} />;
    case 'frameworks':
      return <FrameworksPage />;
    case 'framework':
      return <FrameworkPage frameworkRef={here.ref} />;
    case 'rounds':
      return <RoundsPage />;
    case 'round-plan':
      return <PlanRoundPage frameworkRef={here.frameworkRef} />;
    case 'round-change':
      return <ChangeRoundPage roundRef={here.ref} />;
    case 'round':
      return <RoundPage roundRef={here.ref} />;
    case 'evaluations':
      return <EvaluationsPage />;
    case 'evaluation':
      return <EvaluationPage roundRef={here.roundRef} />;
    case 'ranking':
      return <RankingPage roundRef={here.roundRef} lotKey={here.lotKey} />;
    case 'lot-application':
      return <LotApplicationPage applicationRef={here.ref} />;
    case 'awards':
      return <AwardsPage />;
    case 'award-import':
      return <ImportAwardPage />;
    case 'award':
      return <AwardPage awardRef={here.ref} />;
    case 'price-books':
      return <ProviderPricesPage providerRef={here.providerRef} />;
    case 'price-book':
      return <PriceBookPage providerRef={here.providerRef} frameworkRef={here.frameworkRef} />;
    case 'sheets':
      return <OwnSheetsPage />;
    case 'sheet':
      return <OwnSheetPage sheetRef={here.ref} />;
    case 'quality':
      return <CalendarPage />;
    case 'held':
      return <HeldPage />;
    case 'passport':
      return <PassportPage providerRef={here.providerRef} />;
    case 'registration':
      return <RegistrationPage />;
    case 'limits':
      return <LimitsPage limitRef={here.ref} />;
    case 'visits':
      return <VisitsPage />;
    case 'visit':
      return <VisitPage visitRef={here.ref} />;
    case 'concerns':
      return <ConcernsPage />;
    case 'concern':
      return <ConcernPage concernRef={here.ref} />;
    case 'events':
      return <EventsPage eventRef={undefined} />;
    case 'event':
      return <EventsPage eventRef={here.ref} />;
    case 'notices':
      return <NoticesPage noticeRef={undefined} />;
    case 'notice':
      return <NoticesPage noticeRef={here.ref} />;
    case 'surveys':
      return <SurveysPage surveyRef={undefined} />;
    case 'survey':
      return <SurveysPage surveyRef={here.ref} />;
    case 'unmet-needs':
      return <UnmetNeedsPage />;
    case 'value':
      return <ValuePage />;
    case 'choices':
      return <ChoicesPage />;
    case 'open-data':
      return <OpenDataPage />;
    case 'off-framework':
      return <DeclaredPurchasesPage />;
    case 'stuck':
      return <StuckPage />;
    case 'home':
      return <HomePage />;
  }
};

/** For somebody who came by a colleague's link. */
const NotYours: React.FC = () => (
  <EmptyState level={1} title="This page is for commissioners">
    <Text block>Only commissioners of the council can open it. You can search the directory and look after your own requests.</Text>
    <PlaceLink to={{ at: 'directory', search: '' }}>Search the directory</PlaceLink>
    <ContactLine lead="If you are a commissioner, have yourself added to the register:" />
  </EmptyState>
);
