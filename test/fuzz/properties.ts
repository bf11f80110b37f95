import assert from 'node:assert/strict';
import { formatOf } from '../../src/core/document/format-of';
import { readDocument } from '../../src/core/document/read-document';
import { suppressionEdits } from '../../src/core/language/suppression-edits';
import { applyEdits, editsOf } from '../../src/core/lint/apply-fixes';
import { lint } from '../../src/core/lint/lint';
import type { Finding, Fix, Span, TextEdit } from '../../src/core/model/finding';
import { jsonReport } from '../../src/core/report/json-report';
import { textReport } from '../../src/core/report/text-report';
import type { Document } from './corpus';

/** CPU, of which a busy machine gives each process less but does not take more. */
const mostMs = 1_000;

/** Fixes that are tried alone in one document; findings that are silenced. */
const mostTried = 6;

/** What holds for every text. Throws an AssertionError that begins with the name of what does not. */
export function checkDocument(document: Document): void {
  const findings = lintSoon(document);
  for (const finding of findings) checkFinding(document, finding);
  checkReports(document, findings);
  const fixable = spread(findings.filter(({ fixes }) => fixes.length > 0));
  for (const finding of fixable) for (const fix of finding.fixes) checkFix(document, findings, finding, fix);
  if (fixable.length > 0) checkAllFixes(document, findings);
  // In a file that cannot be read to its end, a comment can stand in the middle of a text.
  for (const finding of isBroken(findings) ? [] : spread(findings).slice(0, 2)) checkSuppressions(document, findings, finding);
}

function lintSoon({ text, fileName }: Document): readonly Finding[] {
  const before = process.cpuUsage();
  const findings = lint(text, fileName);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1_000 < mostMs, `slow: ${(user + system) / 1_000} ms`);
  return findings;
}

function checkFinding({ text }: Document, { span, message, fixes, rule }: Finding): void {
  assert.ok(isInside(span, text), `range: ${rule} at ${span.start}..${span.end} of ${text.length}`);
  assert.match(message, /^[^\n\r]+[.?]$/, `message: ${rule}`);
  for (const { title, edits } of fixes) {
    assert.ok(edits.length > 0 && edits.every((edit) => isInside(edit.span, text)), `edit range: ${title}`);
    const inOrder = edits.toSorted((one, other) => one.span.start - other.span.start);
    for (const [index, { span: { start } }] of inOrder.entries()) assert.ok(start >= (inOrder[index - 1]?.span.end ?? 0), `edits overlap: ${title}`);
  }
}

function checkReports({ text, fileName }: Document, findings: readonly Finding[]): void {
  const lines = textReport(fileName, text, findings).split('\n').length;
  assert.ok(findings.length === 0 || lines > findings.length, 'text report: a line for each finding');
  assert.equal((JSON.parse(jsonReport([{ file: fileName, text, findings }])) as unknown[]).length, findings.length, 'json report');
}

function checkFix({ text, fileName }: Document, before: readonly Finding[], finding: Finding, { title, edits }: Fix): void {
  const name = `${finding.rule} "${title}"`;
  const fixed = applyEdits(text, edits);
  assert.notEqual(fixed, text, `fix changes nothing: ${name}`);
  const after = lintSoon({ text: fixed, fileName });
  checkErrors(text, before, after, edits, name, fixed);
  const at = moved(finding.span.start, edits);
  const again = after.some((other) => keyOf(other) === keyOf(finding) && other.span.start === at && other.fixes.some((fix) => fix.title === title));
  // The next of several that are alike may have moved up.
  assert.ok(!again || after.length < before.length, `fix is offered again: ${name}\n--- fixed ---\n${shorten(fixed)}`);
}

/** Fixes hide others and reveal some, but not for ever. */
function checkAllFixes({ text, fileName }: Document, before: readonly Finding[]): void {
  const mostRounds = 12;
  let current = text;
  let findings = before;
  for (let round = 0; round < mostRounds; round++) {
    const edits = editsOf(findings);
    const fixed = applyEdits(current, edits);
    if (fixed === current) return;
    const after = lintSoon({ text: fixed, fileName });
    checkErrors(current, findings, after, edits, 'all fixes', fixed);
    [current, findings] = [fixed, after];
  }
  assert.fail(`all fixes: still changing after ${mostRounds} rounds\n--- then ---\n${shorten(current)}`);
}

function checkErrors(text: string, before: readonly Finding[], after: readonly Finding[], edits: readonly TextEdit[], name: string, fixed: string): void {
  const counted = isBroken(before) || edits.some((edit) => reveals(text, edit)) ? /\/syntax$/ : /./;
  const errors = (findings: readonly Finding[]): readonly string[] => {
    const all = findings.filter(({ severity, rule }) => severity === 'error' && counted.test(rule)).map(keyOf);
    // Two keys of one name that lack the same are told alike, and apart once one of them is renamed.
    return isBroken(before) ? all : [...new Set(all)];
  };
  assert.ok(isBroken(before) || !isBroken(after), `fix breaks the file: ${name}\n--- fixed ---\n${shorten(fixed)}`);
  assert.ok(errors(after).length <= errors(before).length, `fix adds an error: ${name}\n${errors(after).join('\n')}\n--- fixed ---\n${shorten(fixed)}`);
}

/**
 * A key that was not known hid what is wrong below it; some values say which rules hold for what stands beside them, or
 * which of several things is meant; what is copied may be wrong itself.
 */
function reveals(text: string, { span, newText }: TextEdit): boolean {
  if (/^["']?\s*:/.test(text.slice(span.end, span.end + 80)) || /^[{!]/.test(newText)) return true;
  // A value of another type is not looked at before it is text.
  if (newText === JSON.stringify(text.slice(span.start, span.end))) return true;
  // Only a condition that is there is compared with what the provider lists.
  if (/:aud["']?\s*:/.test(newText)) return true;
  const before = text.slice(Math.max(0, span.start - 400), span.start);
  const [key = ''] = /[\w:]+["']?\s*:(?=\s|$)[^:]*$/.exec(before) ?? /!\w+\s+\S*$/.exec(before) ?? [];
  return /^(?:offeringType|environmentName|environmentType|organizationMembershipType|apiVersion|Type|type|RoleName|Url|Principal|AWS|Federated|Action|Ref|Fn::\w+)\b|!(?:Ref|GetAtt|Sub)\b/.test(key);
}

function checkSuppressions({ text, fileName }: Document, before: readonly Finding[], finding: Finding): void {
  for (const { title, edit } of suppressionEdits(readDocument(text, formatOf(fileName, text)), finding)) {
    const silenced = applyEdits(text, [edit]);
    const after = lintSoon({ text: silenced, fileName });
    const at = moved(finding.span.start, [edit]);
    const name = `${title}\n--- silenced ---\n${shorten(silenced)}`;
    assert.ok(!after.some(({ rule, span }) => rule === finding.rule && span.start === at), `suppression silences nothing: ${name}`);
    const left = before.map(keyOf);
    // The comment has a size of its own.
    for (const one of after.filter(({ rule }) => rule !== 'template/template-size')) {
      const index = left.indexOf(keyOf(one));
      assert.ok(index >= 0, `suppression adds ${keyOf(one)}: ${name}`);
      left.splice(index, 1);
    }
  }
}

const isBroken = (findings: readonly Finding[]): boolean => findings.some(({ rule }) => rule.endsWith('/syntax'));

const keyOf = ({ rule, message }: Finding): string => `${rule} ${message}`;

const isInside = ({ start, end }: Span, text: string): boolean => Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= text.length;

/** Where an offset stands after edits; what is inserted at it stands before it. */
const moved = (offset: number, edits: readonly TextEdit[]): number =>
  edits.filter(({ span }) => span.end <= offset).reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);

/** A few of many, from everywhere. */
const spread = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.floor(all.length / mostTried));
  return all.filter((_, index) => index % step === 0).slice(0, mostTried);
};

const shorten = (text: string): string => (text.length > 3_000 ? `${text.slice(0, 3_000)}…` : text);
