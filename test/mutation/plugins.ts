import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { prose } from './prose.ts';
import { DomainTestRunner } from './runner/domain-test-runner.ts';
import { SurvivorsReporter } from './survivors.ts';

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'domain', DomainTestRunner),
  declareValuePlugin(PluginKind.Ignore, 'prose', prose),
  declareClassPlugin(PluginKind.Reporter, 'survivors', SurvivorsReporter),
];
