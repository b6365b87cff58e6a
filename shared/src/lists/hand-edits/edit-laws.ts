import { baselineRules } from '../../domain/hand-edits/baseline-rules.ts';
import { budgetRules } from '../../domain/hand-edits/budget-rules.ts';
import { checkRules } from '../../domain/hand-edits/check-rules.ts';
import type { EditLaw } from '../../domain/hand-edits/edit-law.ts';
import { frameworkRules } from '../../domain/hand-edits/framework-rules.ts';
import { memberRules } from '../../domain/hand-edits/member-rules.ts';
import { providerRules } from '../../domain/hand-edits/provider-rules.ts';
import { rateRules } from '../../domain/hand-edits/rate-rules.ts';
import type { RecordRules } from '../../domain/hand-edits/record-rules.ts';
import type { RowContent } from '../../domain/hand-edits/row-content.ts';
import { serviceRules } from '../../domain/hand-edits/service-rules.ts';
import { baselines, toBaseline } from '../baselines.ts';
import { budgets } from '../budgets.ts';
import { buyerMembers } from '../buyer-members.ts';
import { frameworks, toFramework } from '../frameworks.ts';
import type { Fields, ListDefinition } from '../list.ts';
import { providers, toProvider } from '../providers.ts';
import { qaChecks, typedCheck } from '../qa-checks.ts';
import { rateCards, toRate } from '../rate-cards.ts';
import { filledColumns } from '../schema/migration.ts';
import { migrations } from '../schema/migrations.ts';
import { readSchemaVersion, schemaVersionTitle } from '../schema/schema-version.ts';
import { services, toService } from '../services.ts';
import { settingFault } from '../setting-values.ts';
import { noteColumn } from './row-content.ts';

type Parts = Partial<Pick<EditLaw, 'appColumns' | 'fixedColumns' | 'references' | 'ruledColumns' | 'record'>>;

/** Rules of a record in the words of its list. `columns` names the column of each field that the rules speak of, where it is not the field's own name. */
const inColumns =
  <L extends ListDefinition, R>(
    _list: L,
    toRecord: (fields: Fields<L>) => R,
    rules: RecordRules<R>,
    columns: Partial<Record<keyof R & string, string>> = {},
  ): EditLaw['record'] =>
  (before, after) => {
    const read = (content: RowContent): R => toRecord(content as Fields<L>);
    const { faults, command } = rules(before && read(before), read(after));
    const named = faults.map(({ field, code, sentence }) => ({
      column: columns[field] ?? field.replace(/^./, (first) => first.toUpperCase()),
      code,
      sentence,
    }));
    return command === undefined ? { faults: named } : { faults: named, command };
  };

/** A setting that could not be read would stop whatever asks it: orders are refused rather than approved by a guess. */
const settingRecord: EditLaw['record'] = (before, after) => {
  if (after.Title === schemaVersionTitle) return versionRecord(before, after);
  const why = settingFault(String(after.Title), String(after.Value));
  return {
    faults:
      why === undefined
        ? []
        : [{ column: 'Value', code: 'unreadable', sentence: `The app cannot read this setting (${why}). It keeps the value before.` }],
  };
};

/** The version of the lists goes forward only: code that runs already counts on it. */
const versionRecord: EditLaw['record'] = (before, after) => {
  const version = readSchemaVersion(String(after.Value));
  const stands = version !== undefined && version >= (readSchemaVersion(before && String(before.Value)) ?? 0);
  return {
    faults: stands
      ? []
      : [{ column: 'Value', code: 'unreadable', sentence: 'The migration of the lists writes this version. It keeps the value before.' }],
  };
};

/** What is law in the lists that people edit, beside what the schema says. */
const lawParts: Readonly<Record<string, Parts>> = {
  Frameworks: {
    appColumns: ['State'],
    ruledColumns: ['Status'],
    record: inColumns(frameworks, (fields) => ({ ...toFramework(fields), isLed: fields.State !== undefined }), frameworkRules, {
      authority: 'ContractingAuthority',
    }),
  },
  Lots: { fixedColumns: ['FrameworkRef', 'Number'], references: { FrameworkRef: 'Frameworks' } },
  Providers: {
    references: { LotKeys: 'Lots' },
    ruledColumns: ['Status', 'LotKeys'],
    record: inColumns(providers, toProvider, providerRules),
  },
  ProviderSites: { fixedColumns: ['ProviderRef'], references: { ProviderRef: 'Providers' } },
  Services: {
    fixedColumns: ['ProviderRef'],
    references: { ProviderRef: 'Providers', LotKey: 'Lots', SiteRef: 'ProviderSites' },
    ruledColumns: ['VatTreatment', 'VatStatedBy', 'VatStatedOn'],
    record: inColumns(services, toService, serviceRules),
  },
  RateCards: {
    fixedColumns: ['ServiceRef'],
    references: { ServiceRef: 'Services', LotKey: 'Lots' },
    ruledColumns: ['Status', 'Price', 'VolumeBands', 'EffectiveFrom', 'EffectiveTo'],
    record: inColumns(rateCards, toRate, rateRules),
  },
  QaChecks: {
    appColumns: ['State'],
    fixedColumns: ['ProviderRef'],
    references: { ProviderRef: 'Providers' },
    ruledColumns: ['Outcome', 'ExpiresOn', 'WaivedUntil'],
    record: inColumns(qaChecks, (fields) => ({ ...typedCheck(fields), isLed: fields.State !== undefined }), checkRules),
  },
  Settings: { ruledColumns: ['Value'], record: settingRecord },
  Budgets: {
    fixedColumns: ['BuyerRef', 'Year'],
    references: { BuyerRef: 'Buyers' },
    record: inColumns(
      budgets,
      ({ Title, BuyerRef, Year, Allocated }) => ({ title: Title, buyerRef: BuyerRef, year: Year, allocated: Allocated }),
      budgetRules,
    ),
  },
  Baselines: {
    fixedColumns: ['BuyerRef', 'LotKey'],
    references: { BuyerRef: 'Buyers', LotKey: 'Lots' },
    record: inColumns(baselines, toBaseline, baselineRules),
  },
  BuyerMembers: {
    appColumns: ['Delegations'],
    fixedColumns: ['BuyerRef', 'Person'],
    references: { BuyerRef: 'Buyers' },
    ruledColumns: ['DelegateTo', 'DelegateName', 'DelegateEmail', 'DelegateFrom', 'DelegateUntil'],
    record: inColumns(
      buyerMembers,
      ({ BuyerRef, Person, DelegateTo, DelegateName, DelegateEmail, DelegateFrom, DelegateUntil }) => ({
        buyerRef: BuyerRef,
        person: Person,
        delegateTo: DelegateTo,
        delegateName: DelegateName,
        delegateEmail: DelegateEmail,
        delegateFrom: DelegateFrom,
        delegateUntil: DelegateUntil,
      }),
      memberRules,
    ),
  },
};

const nothingMore: EditLaw['record'] = () => ({ faults: [] });

/** The law of one list. A list without rules of its own keeps to its schema, its keys and its references. */
export const editLawOf = (list: ListDefinition): EditLaw => ({
  list: list.title,
  handEdited: list.handEdited,
  restricted: list.restricted !== undefined,
  labels: Object.fromEntries(Object.entries(list.columns).map(([name, column]) => [name, column.options.label])),
  appColumns: [],
  filledColumns: filledColumns(migrations, list.title),
  fixedColumns: [],
  references: {},
  ruledColumns: [],
  record: nothingMore,
  ...lawParts[list.title],
});

/** Columns that are compared, kept and put back. */
export const guardedColumns = (list: ListDefinition): readonly string[] => Object.keys(list.columns).filter((name) => name !== noteColumn);
