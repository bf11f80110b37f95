import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { FileKind } from '../../../../src/core/document/file-kind';
import { readDocument } from '../../../../src/core/document/read-document';
import { armCompletionsAt } from '../../../../src/core/language/arm/arm-completion';
import { completionsAt } from '../../../../src/core/language/completion';
import { hoverAt } from '../../../../src/core/language/hover';
import { connectorTarget } from '../../../../src/core/language/names/connector-target';
import { definitionAt, referencesAt } from '../../../../src/core/language/names/definition';
import { renameEdits } from '../../../../src/core/language/names/rename';
import { foldsOf } from '../../../../src/core/language/structure/folding';
import { lensesOf } from '../../../../src/core/language/structure/lenses';
import { linksOf } from '../../../../src/core/language/structure/links';
import { outlineOf, type OutlineItem } from '../../../../src/core/language/structure/outline';
import { selectionsAt } from '../../../../src/core/language/structure/selection';
import { templateCompletionsAt } from '../../../../src/core/language/template/template-completion';
import { applyEdits } from '../../../../src/core/lint/apply-fixes';
import type { Span } from '../../../../src/core/model/finding';

interface Seed {
  readonly text: string;
  readonly kind: FileKind;
  readonly format: 'yaml' | 'json';
}

const seeds: readonly Seed[] = [
  { text: readFileSync('test/rules/template/role-audience/bad.yaml', 'utf8'), kind: 'template', format: 'yaml' },
  { text: readFileSync('test/rules/template/undefined-reference/bad.yaml', 'utf8'), kind: 'template', format: 'yaml' },
  { text: readFileSync('test/rules/connector/regions/bad.yaml', 'utf8'), kind: 'connector', format: 'yaml' },
  { text: '# one\n# two\nA: &a { Ref: B }\nResources:\n  B: { Type: AWS::IAM::Role, <<: *a, DependsOn: [B], Properties: { Path: !Sub "${B.Arn} ${C}", P: *a } }\n', kind: 'template', format: 'yaml' },
  {
    text: '{ "Parameters": { "P": { "Type": "String" } }, "Conditions": { "C": { "Fn::Equals": [{ "Ref": "P" }, "a"] } },\n "Resources": { "R": { "Type": "AWS::IAM::Role", "Condition": "C", "Properties": { "RoleName": { "Fn::Sub": "${P}-${R.Arn}" } } } } }',
    kind: 'template',
    format: 'json',
  },
  { text: '{ "resources": [{ "type": "Microsoft.Security/securityConnectors", "name": "c", "properties": { "environmentData": { "environmentType": "AwsAccount" } } }] }', kind: 'arm', format: 'json' },
];

const scrap = fc.oneof(
  fc.constantFrom('', '\n', '\r\n', '\r', '\t', ' ', '  ', ':', ': ', '- ', ',', '"', "'", '[', ']', '{', '}', '#', '&a ', '*a', '!Ref ', '!Sub ', '!GetAtt ', '<<: ', '|\n', '---\n', '\\', '\uFEFF', '\uD800', '${', '${P', 'Fn::If: ', '"Ref": ', '.', '__proto__'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const mutation = fc.record({ at: fc.nat(20_000), length: fc.nat(40), text: scrap });
const mutated = fc
  .record({ seed: fc.constantFrom(...seeds), mutations: fc.array(mutation, { maxLength: 4 }), at: fc.nat(20_000) })
  .map(({ seed, mutations, at }) => {
    const text = mutations.reduce((before, { at: place, length, text: written }) => {
      const start = place % (before.length + 1);
      return before.slice(0, start) + written + before.slice(start + length);
    }, seed.text);
    return { ...seed, text, offset: at % (text.length + 1) };
  });

const seed = Number(process.env['FUZZ_SEED'] ?? (process.env['CI'] ? 937_240 : Date.now() % 1_000_000));
const runs = Number(process.env['FUZZ_RUNS'] ?? 150);

describe(`language features, whatever the text (FUZZ_SEED=${seed})`, function () {
  this.timeout(120_000);

  it('every feature answers everywhere, with places inside the document', () => {
    fc.assert(
      fc.property(mutated, ({ text, kind, format, offset }) => {
        const inside = (span: Span, what: string) => assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, `${what} ${span.start}-${span.end} of ${text.length}`);
        const document = readDocument(text, format);
        const completions = kind === 'connector' ? completionsAt(text, format, offset) : kind === 'template' ? templateCompletionsAt(document, offset) : armCompletionsAt(document, offset);
        for (const { span, label } of completions) inside(span, label);

        const hover = hoverAt(document, kind, offset);
        if (hover) inside(hover.span, 'hover');
        const definition = definitionAt(document, offset);
        if (definition) [definition.from, definition.name, definition.whole].forEach((span) => inside(span, 'definition'));
        referencesAt(document, offset, true).forEach((span) => inside(span, 'reference'));
        connectorTarget(document, offset);
        lensesOf(document, kind).forEach(({ span }) => inside(span, 'lens'));
        linksOf(document, kind).forEach(({ span }) => inside(span, 'link'));
        checkOutline(outlineOf(document, kind), { start: 0, end: text.length });
        checkSelections(selectionsAt(document, offset), offset, inside);
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { startLine, endLine } of foldsOf(document)) assert.ok(0 <= startLine && startLine < endLine && endLine < lines);
      }),
      { seed, numRuns: runs },
    );
  });

  it('a rename keeps every reference, and renaming back gives the text as it was', () => {
    fc.assert(
      fc.property(mutated, ({ text, format, offset }) => {
        const document = readDocument(text, format);
        const edits = renameEdits(document, offset, 'Brandnew');
        if (!edits.ok) return;
        const renamed = applyEdits(text, edits.value);
        const first = edits.value[0]?.span.start ?? 0;
        const after = readDocument(renamed, format);
        assert.equal(referencesAt(after, first, true).length, referencesAt(document, offset, true).length, renamed);
        const name = text.slice(first, edits.value[0]?.span.end);
        const back = renameEdits(after, first, name);
        if (back.ok) assert.equal(applyEdits(renamed, back.value), text);
      }),
      { seed, numRuns: runs },
    );
  });
});

function checkOutline(items: readonly OutlineItem[], parent: Span): void {
  for (const { name, span, nameSpan, children } of items) {
    assert.ok(name.trim() !== '');
    assert.ok(parent.start <= span.start && span.end <= parent.end, `${name} inside its parent`);
    assert.ok(span.start <= nameSpan.start && nameSpan.start <= nameSpan.end && nameSpan.end <= span.end, `${name} inside itself`);
    checkOutline(children, span);
  }
}

function checkSelections(spans: readonly Span[], offset: number, inside: (span: Span, what: string) => void): void {
  spans.forEach((span, index) => {
    inside(span, 'selection');
    const inner = spans[index - 1];
    assert.ok(span.start <= offset && offset <= span.end);
    assert.ok(!inner || (span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start));
  });
}
