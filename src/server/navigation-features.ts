import {
  LSPErrorCodes,
  ResponseError,
  type DefinitionLink,
  type Location,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type ReferenceParams,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { definitionAt, referencesAt } from '../core/language/names/definition';
import { renameableAt, renameEdits } from '../core/language/names/rename';
import type { Problem } from '../core/model/problem';
import { connectorDefinition } from './connector-definition';
import { aboutDocument, type FeatureService } from './feature-service';
import { toRange } from './to-diagnostic';

/** Where a name is declared, where it is used, and giving it another. */
export function provideNavigation(service: FeatureService): void {
  const { connection, client, files } = service;
  const links = client.textDocument?.definition?.linkSupport === true;
  const asLocations = (found: readonly DefinitionLink[]): DefinitionLink[] | Location[] =>
    links ? [...found] : found.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));

  connection.onDefinition(
    aboutDocument<TextDocumentPositionParams, DefinitionLink[] | Location[] | null>(service, 'Definition', null, async (open, { position }) => {
      const { document, kind, located } = open;
      const offset = document.offsetAt(position);
      if (kind === 'connector') return asLocations(await connectorDefinition(open, offset, files));
      const found = kind === 'template' ? definitionAt(located, offset) : undefined;
      if (!found) return null;
      return asLocations([
        {
          originSelectionRange: toRange(document, found.from),
          targetUri: document.uri,
          targetRange: toRange(document, found.whole),
          targetSelectionRange: toRange(document, found.name),
        },
      ]);
    }),
  );

  connection.onReferences(
    aboutDocument<ReferenceParams, Location[]>(service, 'References', [], ({ document, kind, located }, { position, context }) => {
      if (kind !== 'template') return [];
      const spans = referencesAt(located, document.offsetAt(position), context?.includeDeclaration === true);
      return spans.map((span) => ({ uri: document.uri, range: toRange(document, span) }));
    }),
  );

  connection.onPrepareRename(
    aboutDocument<PrepareRenameParams, PrepareRenameResult | null>(service, 'Prepare rename', null, ({ document, kind, located }, { position }) => {
      if (kind !== 'template') return null;
      const found = renameableAt(located, document.offsetAt(position));
      return found.ok ? { range: toRange(document, found.value.span), placeholder: found.value.name } : refusal(found.error);
    }),
  );

  connection.onRenameRequest(
    aboutDocument<RenameParams, WorkspaceEdit | null>(service, 'Rename', null, ({ document, kind, located }, { position, newName }) => {
      if (kind !== 'template' || typeof newName !== 'string') return null;
      const edits = renameEdits(located, document.offsetAt(position), newName);
      if (!edits.ok) return refusal(edits.error);
      return { changes: { [document.uri]: edits.value.map(({ span, newText }) => ({ range: toRange(document, span), newText })) } };
    }),
  );
}

/** An editor shows the message of such an answer beside the name. */
const refusal = ({ message, action }: Problem): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestFailed, [message, action].filter(Boolean).join(' '));
