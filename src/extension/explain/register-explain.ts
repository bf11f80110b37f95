import * as vscode from 'vscode';
import { generatedDocuments, type GeneratedDocuments } from '../platform/generated-documents';
import type { CommandRegistrar } from '../platform/register-command';
import { askForError } from './ask-for-error';
import type * as Chunk from './explain-chunk';

export interface ExplainHost {
  readonly context: vscode.ExtensionContext;
  readonly register: CommandRegistrar;
}

/** The known errors are loaded when somebody asks. */
const loadChunk = (): Promise<typeof Chunk> => import('./explain-chunk');

/** The command *Explain Error*: a text in, a page to read out. */
export function registerExplain({ context, register }: ExplainHost): void {
  const documents = generatedDocuments('defender-connectors-explanation');
  context.subscriptions.push(
    documents,
    register('defenderConnectors.explainError', async (given?: string) => {
      const text = typeof given === 'string' && given.trim() !== '' ? given : await askForError();
      if (text !== undefined) await show(text, documents);
    }),
  );
}

async function show(text: string, documents: GeneratedDocuments): Promise<void> {
  const { explainError, explanationMarkdown } = await loadChunk();
  const explanation = explainError(text);
  const uri = documents.show(vscode.Uri.parse(`/${explanation.id ?? 'unknown-error'}.md`), explanationMarkdown(explanation));
  try {
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  } catch {
    await vscode.window.showTextDocument(uri, { preview: true }); // VS Code's Markdown extension is turned off
  }
}
