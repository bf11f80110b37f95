import type { DiagnosticAction } from '../catalog/diagnostics';

/** What the tool offers: as a button or link, and as a command; null where it is done by hand on the command line. */
export const actionWords: Readonly<Record<DiagnosticAction, { readonly label: string; readonly command: string | null }>> = {
  preview: { label: 'Preview the deployment', command: 'defender-connectors plan <connector>' },
  generateTemplate: { label: 'Generate the template anew', command: 'defender-connectors generate <connector> --out <template>' },
  openTemplate: { label: 'Open the template', command: 'defender-connectors lint <template>' },
  openConnector: { label: 'Open the connector file', command: 'defender-connectors lint <connector>' },
  chooseProfile: { label: 'Choose another profile', command: null },
  continueRollback: { label: 'Continue the rollback', command: 'defender-connectors continue-rollback <connector>' },
  deleteStack: { label: 'Review the deletion of the stack', command: 'defender-connectors delete <connector>' },
  drift: { label: 'Look for drift', command: 'defender-connectors drift <connector>' },
  signIn: { label: 'Sign in', command: null },
  decode: { label: 'Decode the reason', command: 'defender-connectors explain --decode --profile <profile>' },
};
