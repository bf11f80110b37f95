import assert from 'node:assert/strict';
import { diagnostics, diagnosticSources } from '../../../../src/core/catalog/diagnostics';
import { explainError, explainKnown } from '../../../../src/core/diagnose/explain-error';
import { parsePattern } from '../../../../src/core/diagnose/error-pattern';

describe('explaining an error', () => {
  for (const { id, samples = [] } of diagnostics) {
    for (const { text } of samples) it(`${id} explains: ${text.slice(0, 60)}`, () => assert.equal(explainError(text).id, id));
  }

  it('has for every diagnostic a sample of each text that it knows, and its sources', () => {
    for (const { id, patterns, samples, sources } of diagnostics) {
      assert.equal(samples !== undefined, patterns !== undefined, id);
      assert.deepEqual(sources.filter((key) => diagnosticSources[key] === undefined), [], id);
    }
  });

  it('has no id twice, no pattern that cannot match, no source that nobody cites', () => {
    const ids = diagnostics.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const cited = new Set(diagnostics.flatMap(({ sources }) => sources));
    assert.deepEqual(Object.keys(diagnosticSources).filter((key) => !cited.has(key)), []);
    for (const { patterns = [] } of diagnostics)
      for (const pattern of patterns)
        for (const segment of parsePattern(pattern).segments) {
          assert.ok(segment.slice(0, 2).some((piece) => typeof piece === 'string'), pattern);
          segment.forEach((piece, index) => assert.ok(typeof piece === 'string' || typeof segment[index + 1] !== 'object', pattern));
        }
  });

  it('leaves no place for a value open', () => {
    for (const { id } of diagnostics) {
      const { title, cause, steps } = explainKnown(id) ?? assert.fail(id);
      for (const words of [title, cause, ...steps]) assert.doesNotMatch(words, /\{|\|/, `${id}: ${words}`);
    }
  });

  it('says the values that the text has', () => {
    const role = explainError("Resource of type 'AWS::IAM::Role' with identifier 'CspmMonitorAws' already exists.");
    assert.equal(role.id, 'cfn-iam-role-exists');
    assert.equal(role.title, 'The role CspmMonitorAws exists already');
    assert.ok(role.commands.includes('aws iam get-role --role-name CspmMonitorAws'));

    const denied = explainError(
      'An error occurred (AccessDenied) when calling the CreateRole operation: User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::123456789012:role/X because no identity-based policy allows the iam:CreateRole action',
    );
    assert.equal(denied.id, 'access-denied-identity-policy');
    assert.equal(denied.title, 'arn:aws:iam::123456789012:user/dev lacks iam:CreateRole');
    assert.deepEqual(
      { ...denied.values },
      {
        principal: 'arn:aws:iam::123456789012:user/dev',
        action: 'iam:CreateRole',
        resource: 'arn:aws:iam::123456789012:role/X',
        account: '123456789012',
        code: 'AccessDenied',
        operation: 'CreateRole',
      },
    );
    assert.equal(denied.form, 'commandLine');
  });

  it('puts no value into a command that a shell would obey', () => {
    const { commands, title } = explainError("Resource of type 'AWS::IAM::Role' with identifier 'x;rm -rf $HOME' already exists.");
    assert.match(title, /x;rm/);
    assert.ok(commands.length > 0 && commands.every((command) => !command.includes('rm -rf')));
  });

  it('keeps a text that it does not know, and says so', () => {
    const text = 'The flux capacitor of User: arn:aws:iam::123456789012:user/doc is empty.';
    const { id, title, message, values } = explainError(text);
    assert.equal(id, null);
    assert.equal(title, 'This error is not known here');
    assert.equal(message, text);
    assert.equal(values['principal'], 'arn:aws:iam::123456789012:user/doc');
    assert.equal(explainError('   ').title, 'There is no text to explain');
  });

  it('takes an event of CloudTrail', () => {
    const event = {
      eventTime: '2026-01-01T10:00:00Z',
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRoleWithWebIdentity',
      awsRegion: 'us-east-1',
      errorCode: 'AccessDenied',
      errorMessage: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
      userIdentity: { type: 'WebIdentityUser', principalId: 'x' },
      recipientAccountId: '123456789012',
    };
    for (const given of [event, { Records: [event] }]) {
      const { id, form, values } = explainError(JSON.stringify(given));
      assert.equal(id, 'sts-not-authorized-web-identity');
      assert.equal(form, 'cloudTrail');
      assert.equal(values['account'], '123456789012');
      assert.equal(values['operation'], 'AssumeRoleWithWebIdentity');
    }
  });

  it('takes the innermost of the errors that Azure Resource Manager puts into each other', () => {
    const inner = JSON.stringify({ error: { code: 'RequestDisallowedByPolicy', message: "Resource 'x' was disallowed by policy." } });
    const given = { error: { code: 'DeploymentFailed', message: 'At least one resource deployment operation failed.', details: [{ code: 'BadRequest', message: inner }] } };
    for (const text of [JSON.stringify(given), `ERROR: ${JSON.stringify(given, null, 2)}`]) {
      const { id, form } = explainError(text);
      assert.equal(id, 'arm-policy-deny');
      assert.equal(form, 'arm');
    }
  });

  it('takes the first cause out of the events of a stack, which come newest first', () => {
    const event = (minute: number, LogicalResourceId: string, ResourceStatus: string, ResourceStatusReason?: string) => ({
      Timestamp: `2026-01-01T10:0${minute}:00.000Z`,
      LogicalResourceId,
      ResourceType: 'AWS::IAM::Role',
      ResourceStatus,
      ResourceStatusReason,
    });
    const StackEvents = [
      event(4, 'demo', 'ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [RoleA].'),
      event(3, 'RoleC', 'CREATE_FAILED', 'Cannot exceed quota for RolesPerAccount: 1000'),
      event(3, 'RoleB', 'CREATE_FAILED', 'Resource creation cancelled'),
      event(2, 'RoleA', 'CREATE_FAILED', 'Role with name CspmMonitorAws already exists.'),
      event(1, 'RoleA', 'CREATE_IN_PROGRESS'),
    ];
    const { id, values } = explainError(JSON.stringify({ StackEvents }));
    assert.equal(id, 'cfn-iam-role-exists');
    assert.equal(values['resourceId'], 'RoleA');
    assert.equal(values['role'], 'CspmMonitorAws');
  });

  it('takes the reason of a stack instance out of its wrapping', () => {
    const reason = "ResourceLogicalId:CspmMonitorAwsRole, ResourceType:AWS::IAM::Role, ResourceStatusReason:Resource of type 'AWS::IAM::Role' with identifier 'CspmMonitorAws' already exists.";
    const summaries = { Summaries: [{ Account: '210987654321', Region: 'us-east-1', Status: 'OUTDATED', StatusReason: reason }] };
    for (const given of [reason, JSON.stringify(summaries)]) {
      const { id, form, values } = explainError(given);
      assert.equal(id, 'cfn-iam-role-exists');
      assert.equal(form, 'stackInstance');
      assert.equal(values['resourceId'], 'CspmMonitorAwsRole');
    }
  });

  it('prefers the cause to what follows from it in the same text', () => {
    const text = 'UPDATE_ROLLBACK_FAILED The following resource(s) failed to update: [R]. Cannot exceed quota for PoliciesPerRole: 10';
    assert.equal(explainError(text).id, 'cfn-iam-quota');
  });

  it('finds the encoded message to decode', () => {
    const encoded = 'x'.repeat(2_000);
    const { id, values, actions } = explainError(`You are not authorized to perform this operation. Encoded authorization failure message: ${encoded}`);
    assert.equal(id, 'access-denied-encoded');
    assert.equal(values['encoded'], encoded);
    assert.ok(actions.includes('decode'));
  });

  it('reads over line breaks and typographic quotes', () => {
    assert.equal(explainError('Role with name\n   CspmMonitorAws\nalready exists').id, 'cfn-iam-role-exists');
    assert.equal(explainError('Defender for open-source relational databases isn’t authorized').id, 'health-oss-not-authorized');
  });

  it('takes no longer than the length of a hostile text allows', () => {
    const starts = diagnostics.flatMap(({ patterns = [] }) => patterns).map((pattern) => pattern.replace(/\{.*|….*/, '')).filter((text) => text.length > 3);
    const hostile = [
      ...[...new Set(starts)].filter((_, index) => index % 12 === 0),
      'a', '{', '[', '{"a":', ' already exists', 'is not authorized to perform: x', '${var.', 'İ', "with identifier '", 'is in ', '\u00a0',
    ];
    for (const piece of hostile) {
      const begun = performance.now();
      explainError(piece.repeat(Math.ceil(1_000_000 / piece.length)));
      const took = performance.now() - begun;
      assert.ok(took < 3_000, `${JSON.stringify(piece)} took ${Math.round(took)} ms`);
    }
  }).timeout(60_000);
});
