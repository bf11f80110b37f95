import { CodeActionKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver/node';
import type { LocatedDocument } from '../core/document/located';
import { actionsAt } from '../core/language/actions';
import { editsOf } from '../core/lint/apply-fixes';
import type { Finding, TextEdit } from '../core/model/finding';
import { fixAllKind } from './capabilities';
import type { OpenText } from './open-text';
import { toDiagnostic, toRange } from './to-diagnostic';

/** Fixes that the findings carry. It knows no rule by name. */
export function codeActions(
  document: OpenText,
  located: LocatedDocument,
  findings: readonly Finding[],
  { range, context }: CodeActionParams,
): CodeAction[] {
  const wanted = (kind: string) =>
    !context?.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  return [
    ...(wanted(CodeActionKind.QuickFix) ? quickFixes() : []),
    ...(wanted(fixAllKind) ? fixAll() : []),
  ];

  function quickFixes(): CodeAction[] {
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return actionsAt(located, findings, span).map(({ title, edits, finding, preferred }) => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(document, finding)],
      ...(preferred ? { isPreferred: true } : {}),
      edit: workspaceEdit(document, edits),
    }));
  }

  function fixAll(): CodeAction[] {
    const edits = editsOf(findings);
    if (edits.length === 0) return [];
    return [
      { title: 'Fix all that Defender Connectors can fix', kind: fixAllKind, edit: workspaceEdit(document, edits) },
    ];
  }
}

const workspaceEdit = (document: OpenText, edits: readonly TextEdit[]) => ({
  changes: {
    [document.uri]: edits.map(({ span, newText }) => ({ range: toRange(document, span), newText })),
  },
});
