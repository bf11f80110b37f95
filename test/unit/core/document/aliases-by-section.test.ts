import assert from 'node:assert/strict';
import { readDocument, rereadDocument, sectionsOf } from '../../../../src/core/document/read-document';

const resource = (name: string, properties: string): string => `  ${name}:\n    Type: AWS::SNS::Topic\n    Properties: ${properties}\n`;
const own = `Resources:\n${resource('A', '{a: &a [1], b: *a}')}${resource('B', '{c: 1}')}`;

describe('aliases in a document that is read by sections', () => {
  it('keep its sections apart where each stands in one section with its anchor', () => {
    const document = readDocument(own, 'yaml');
    const [, first, second] = sectionsOf(document) ?? [];
    assert.deepEqual(document.syntaxErrors, []);
    const kept = sectionsOf(rereadDocument(document, own.replace('c: 1', 'c: 12')));
    assert.equal(kept?.[1], first);
    assert.notEqual(kept?.[2], second);
  });

  it('have it read as a whole where the anchor stands in another', () => {
    const document = readDocument(own.replace('{c: 1}', '{c: *a}'), 'yaml');
    assert.equal(sectionsOf(document), undefined);
    assert.deepEqual(document.syntaxErrors, []);
  });

  it('are counted together', () => {
    const bomb = '{a: &a [1,1,1,1,1,1,1,1,1,1], b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a], c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b], d: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c], e: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]}';
    const text = `Resources:\n${Array.from({ length: 10 }, (_, index) => resource(`R${index}`, bomb)).join('')}`;
    const [error] = readDocument(text, 'yaml').syntaxErrors;
    assert.equal(error?.message, 'Aliases make this value too large to read. Write it without aliases.');
    assert.deepEqual(readDocument(`Resources:\n${resource('R', bomb)}`, 'yaml').syntaxErrors, []);
  });
});
