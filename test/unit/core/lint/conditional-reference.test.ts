import assert from 'node:assert/strict';
import { lint } from '../../../../src/core/lint/lint';

const provider = `  ASCDefendersOIDCIdentityProvider:
    Type: AWS::IAM::OIDCProvider
    Properties:
      Url: https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/
      ClientIdList: [api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479]
      ThumbprintList: [626d44e704d1ceabe3bf0d53397464ac8080142c]
`;

interface Template {
  readonly conditions: string;
  /** Lines of the topic that has condition `IsMade`, besides that. */
  readonly name: string;
  readonly condition?: string;
  readonly allowed?: string;
  readonly more?: string;
}

const template = ({ conditions, name, condition, allowed, more = '' }: Template): string => `Parameters:
  Stage: { Type: String, Default: test${allowed ? `, AllowedValues: ${allowed}` : ''} }
  Place: { Type: String, Default: here }
${more}Conditions:
${conditions.replace(/^(?=.)/gm, '  ')}
Resources:
${provider}  Topic:
    Type: AWS::SNS::Topic
    Condition: IsMade
  Alarm:
    Type: AWS::SNS::Topic
${condition ? `    Condition: ${condition}\n` : ''}    Properties:
      DisplayName: ${name}
`;

const findings = (parts: Template) =>
  lint(template(parts), 'x.yaml').filter(({ rule }) => rule === 'template/conditional-reference');

const isTest = 'IsMade: !Equals [!Ref Stage, test]';

describe('a reference to a resource that has a condition', () => {
  it('is wrong where the condition may not hold', () => {
    for (const name of ['!Ref Topic', '!GetAtt Topic.TopicName', '!Sub "a ${Topic}"', '!Sub ["${name}", { name: !Ref Topic }]', '!Join ["", [!Ref Topic]]']) {
      const text = template({ conditions: isTest, name });
      const [found, ...others] = findings({ conditions: isTest, name });
      assert.ok(found, name);
      assert.deepEqual(others, [], name);
      assert.equal(text.slice(found.span.start, found.span.end), 'Topic', name);
      assert.equal(found.message, 'Topic exists only where condition IsMade holds, and Alarm names it where it does not hold as well. Give Alarm that condition, or name it inside Fn::If.');
    }
  });

  it('is right under the same condition, one that implies it, or inside Fn::If', () => {
    const right: readonly Template[] = [
      { conditions: isTest, name: '!Ref Topic', condition: 'IsMade' },
      { conditions: isTest, name: '!If [IsMade, !Ref Topic, none]' },
      { conditions: isTest, name: '!Sub ["${name}", { name: !If [IsMade, !Ref Topic, none] }]' },
      { conditions: `${isTest}\nIsNot: !Not [{ Condition: IsMade }]`, name: '!If [IsNot, none, !Ref Topic]' },
      { conditions: `${isTest}\nBoth: !And [{ Condition: IsMade }, !Equals [!Ref Place, here]]`, name: '!Ref Topic', condition: 'Both' },
      { conditions: 'IsMade: !Or [!Equals [!Ref Stage, test], !Equals [!Ref Stage, live]]\nIsLive: !Equals [!Ref Stage, live]', name: '!Ref Topic', condition: 'IsLive' },
      { conditions: 'IsMade: !Not [!Equals [!Ref Stage, live]]\nIsTest: !Equals [!Ref Stage, test]', name: '!Ref Topic', condition: 'IsTest' },
      { conditions: `${isTest}\nIsNotLive: !Not [!Equals [!Ref Stage, live]]`, name: '!Ref Topic', condition: 'IsNotLive', allowed: '[test, live]' },
    ];
    for (const parts of right) assert.deepEqual(findings(parts), [], JSON.stringify(parts));
  });

  it('is wrong where the conditions only look alike', () => {
    const wrong: readonly Template[] = [
      { conditions: isTest, name: '!If [IsMade, none, !Ref Topic]' },
      { conditions: `${isTest}\nIsLive: !Equals [!Ref Stage, live]`, name: '!Ref Topic', condition: 'IsLive' },
      { conditions: `${isTest}\nEither: !Or [{ Condition: IsMade }, !Equals [!Ref Place, here]]`, name: '!Ref Topic', condition: 'Either' },
      { conditions: `${isTest}\nIsNotLive: !Not [!Equals [!Ref Stage, live]]`, name: '!Ref Topic', condition: 'IsNotLive' },
    ];
    for (const parts of wrong) assert.equal(findings(parts).length, 1, JSON.stringify(parts));
  });

  it('is left alone where nobody can tell the cases apart', () => {
    const unclear: readonly Template[] = [
      { conditions: 'IsMade: !Equals [!Ref Stage, !Ref Place]', name: '!Ref Topic' },
      { conditions: `${isTest}\nIsLong: !Equals [!Join ["", [!Ref Stage, x]], testx]`, name: '!Ref Topic', condition: 'IsLong' },
      { conditions: isTest, name: '!Ref Topic', more: 'Rules:\n  Only: { Assertions: [{ Assert: !Equals [!Ref Stage, test] }] }\n' },
      { conditions: 'IsMade: { Condition: IsMade }', name: '!Ref Topic' },
      { conditions: 'IsMade: !Equals [!Ref AWS::Region, us-east-1]', name: '!Ref Topic' },
      { conditions: `${isTest}\n${Array.from({ length: 12 }, (_, n) => `C${n}: !Equals [!Ref P${n}, a]`).join('\n')}`, name: '!Ref Topic' },
    ];
    for (const parts of unclear) assert.deepEqual(findings(parts), [], JSON.stringify(parts));
  });

  it('may stand in DependsOn, which waits for nothing where nothing is made', () => {
    const text = template({ conditions: isTest, name: 'x' }).replace('    Properties:\n      DisplayName: x', '    DependsOn: Topic');
    assert.deepEqual(lint(text, 'x.yaml').filter(({ rule }) => rule === 'template/conditional-reference'), []);
  });
});
