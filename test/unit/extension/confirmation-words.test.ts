import assert from 'node:assert/strict';
import { cancelWords, countChanges, deployWords, discardWords } from '../../../src/extension/deployment/confirmation-words';
import { previewOf } from '../webview/example-views';

const target = { profile: 'dev', accountId: '123456789012', callerArn: 'arn:aws:iam::123456789012:user/a', region: 'eu-west-1', stack: 'defender', connectorName: 'contoso' };
const preview = { ...previewOf('x'), target };

describe('the words of a confirmation', () => {
  it('name account, region and stack, each time', () => {
    for (const { question } of [deployWords(preview), discardWords(preview), cancelWords(preview)]) {
      for (const word of ['123456789012', 'eu-west-1', 'stack defender']) assert.ok(question.includes(word), question);
    }
  });

  it('say with whose credentials', () => {
    assert.match(deployWords(preview).detail, /profile dev, as arn:aws:iam::123456789012:user\/a/);
  });

  it('say which audiences a provider of others gets, also when that is all', () => {
    const audiencesToAdd = [{ providerArn: 'arn:p', url: 'sts.windows.net/t/', audiences: ['api://a', 'api://b'] }];
    assert.match(deployWords({ ...preview, audiencesToAdd }).detail, /sts\.windows\.net\/t\/, which others use, gets api:\/\/a, api:\/\/b; none is taken away/);
    const alone = deployWords({ ...preview, action: 'none', audiencesToAdd });
    assert.match(alone.question, /^Add audiences for stack defender in AWS account 123456789012/);
    assert.match(alone.detail, /stack stays as it is/);
  });

  it('count what changes', () => {
    const [change] = preview.changes;
    assert.ok(change);
    assert.equal(countChanges([]), 'No resource changes');
    assert.equal(
      countChanges([{ ...change, action: 'add', replacement: 'never' }, { ...change, action: 'add', replacement: 'never' }, change]),
      'Resources: 2 added, 1 modified, 1 replaced or perhaps replaced',
    );
  });
});
