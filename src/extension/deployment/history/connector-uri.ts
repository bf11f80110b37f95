import * as vscode from 'vscode';
import type { StackOperation } from '../../../core/operation/stack-operation';

/** The note is a file that anybody could have changed: what is no address of a file opens nothing. */
export function connectorUri({ connectorFile }: StackOperation): vscode.Uri {
  try {
    return vscode.Uri.parse(connectorFile ?? '', true);
  } catch {
    return vscode.Uri.parse('untitled:connector.yaml');
  }
}
