import type { DiagnosticAction } from '../../core/catalog/diagnostics';
import type { CommandId } from './contributions';

/** What explanations offer, where a command about a connector does it. Each of them shows first, and asks, before it changes anything. */
export const diagnosticCommands: Partial<Record<DiagnosticAction, CommandId>> = {
  preview: 'defenderConnectors.previewDeployment',
  generateTemplate: 'defenderConnectors.generateTemplate',
  openConnector: 'defenderConnectors.openConnector',
  chooseProfile: 'defenderConnectors.chooseProfile',
  drift: 'defenderConnectors.checkDrift',
  deleteStack: 'defenderConnectors.deleteStack',
  continueRollback: 'defenderConnectors.continueRollback',
};
