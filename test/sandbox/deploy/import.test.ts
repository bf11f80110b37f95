import assert from 'node:assert/strict';
import { executeDeployment } from '../../../src/app/operation/execute-deployment';
import { preflight } from '../../../src/app/preflight/preflight';
import { checkDrift } from '../../../src/app/care/check-drift';
import { discardPreview } from '../../../src/app/preview/discard-preview';
import { previewDeployment, type PreviewRequest } from '../../../src/app/preview/preview-deployment';
import { account, issuer, problemOf, requestFor, startCloud, template, valueOf, type Cloud } from './cloud';
import { iamState } from './iam-state';

const theirs = ['api://a', 'api://theirs'];

/** A provider that is there already, from the choice to the stack that has it. */
describe('a provider that a stack takes over', function () {
  this.timeout(30_000);
  let cloud: Cloud;
  beforeEach(async () => {
    cloud = await startCloud({ stepsPerPause: 4 });
  });
  afterEach(() => cloud.stop());

  const seed = (clientIds = theirs) => cloud.sandbox.seed.oidcProvider(account, { url: `https://${issuer}`, clientIds, thumbprints: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] });
  const importing = (body = template()): PreviewRequest => ({ ...requestFor(body), resolutions: { Provider: { kind: 'import' } } });
  const preview = async (request: PreviewRequest) => valueOf(await previewDeployment(cloud.ports(), request));
  const deploy = async (request: PreviewRequest) => {
    const plan = await preview(request);
    return valueOf(await executeDeployment(cloud.ports(), plan, { acknowledged: plan.escalations.map(({ id }) => id) }));
  };
  const conflict = async (body = template()) => (await preflight(cloud.ports(), requestFor(body))).checks.find(({ id }) => id === 'provider/Provider')?.conflict;
  const stack = () => cloud.sandbox.state.stack(account, 'defender');

  it('is offered with what it means: what is added and what is taken away afterwards, and who owns it then', async () => {
    seed();
    const choice = (await conflict())?.choices.find(({ kind }) => kind === 'import');
    assert.match(choice?.consequence ?? '', /import of its own that changes nothing in it/);
    assert.match(choice?.consequence ?? '', /adds api:\/\/b and takes away api:\/\/theirs, which the template does not name/);
    assert.match(choice?.consequence ?? '', /deleted with the stack unless the template keeps it/);
  });

  it('is offered where all audiences are there, and where the template cannot leave it out', async () => {
    seed(['api://a', 'api://b']);
    assert.deepEqual((await conflict())?.choices.map(({ kind }) => kind), ['keepAudiences', 'import', 'stop']);
    const fixed = structuredClone(template()) as { Resources: { Provider: { Condition?: string } } };
    delete fixed.Resources.Provider.Condition;
    assert.deepEqual((await conflict(fixed as never))?.choices.map(({ kind }) => kind), ['import', 'stop']);
    assert.equal((await preview(importing(fixed as never))).action, 'import');
  });

  it('is not offered where another stack has it or Sentinel changes it, and it is said why', async () => {
    await deploy(requestFor(template({ name: 'Other' }), { deployment: { method: 'cloudFormation', stack: 'older', region: 'us-east-1' } }));
    const owned = await preflight(cloud.ports(), importing());
    const check = owned.checks.find(({ id }) => id === 'provider/Provider');
    assert.ok(!check?.conflict?.choices.some(({ kind }) => kind === 'import'));
    assert.match(check?.evidence ?? '', /cannot be imported: a resource belongs to one stack at a time/);
    assert.equal(valueOf(owned.plan).changeSet.type, 'create', 'a wish that is not offered does nothing');
    await cloud.stop();
    cloud = await startCloud({ stepsPerPause: 4 });
    seed(['api://1462b192-27f7-4cb9-8523-0f4ecb54b47e']);
    const sentinel = (await preflight(cloud.ports(), importing())).checks.find(({ id }) => id === 'provider/Provider');
    assert.match(sentinel?.evidence ?? '', /not offered for import: Microsoft Sentinel/);
  });

  for (const before of ['no stack yet', 'a stack that used it as it was'])
    it(`is byte-equal and in the stack after the import, in sync with it, and then becomes what the template says (${before})`, async () => {
      const provider = seed();
      if (before !== 'no stack yet') await deploy(requestFor(template()));
      const present = structuredClone(provider);
      const plan = await preview(importing());
      assert.equal(plan.action, 'import');
      assert.deepEqual(plan.changes.map(({ logicalId, action, physicalId }) => [logicalId, action, physicalId]), [['Provider', 'import', provider.arn]]);
      const iam = iamState(cloud);
      assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).stackStatus, 'IMPORT_COMPLETE');
      assert.equal(iamState(cloud), iam, 'an import changes nothing in IAM');
      assert.equal(stack()?.resources.get('Provider')?.physicalId, provider.arn);
      const drift = valueOf(await checkDrift(cloud.ports(), { accountId: account, stack: 'defender', connectorName: 'contoso' }));
      assert.deepEqual([drift.status, drift.resources], ['inSync', []]);

      const after = await preview(importing());
      const changed = after.changes.find(({ logicalId }) => logicalId === 'Provider');
      assert.deepEqual([after.action, changed?.action, changed?.replacement, changed?.properties.includes('ClientIdList')], ['update', 'modify', 'never', true]);
      const warned = after.preflight.find(({ id }) => id === 'provider/Provider');
      assert.deepEqual([warned?.result, /has api:\/\/theirs, which the template does not name/.test(warned?.evidence ?? '')], ['warning', true]);
      assert.equal(valueOf(await executeDeployment(cloud.ports(), after)).result, 'succeeded');
      assert.deepEqual(provider, { ...present, clientIds: ['api://a', 'api://b'] });
      assert.equal((await preview(requestFor(template()))).action, 'none');
    });

  it('is byte-equal when the preview is discarded, and when the import is refused or fails', async () => {
    const provider = seed();
    const present = structuredClone(provider);
    valueOf(await discardPreview(cloud.ports(), await preview(importing())));
    cloud.sandbox.clock.runAll();
    assert.equal(stack()?.deleted !== undefined, true, 'the empty stack of the preview is gone');
    const plan = await preview(importing());
    cloud.sandbox.faults.add({ match: 'cloudformation\\.ExecuteChangeSet', do: 'denied', times: 1 });
    assert.equal(problemOf(await executeDeployment(cloud.ports(), plan)).code, 'accessDenied');
    cloud.sandbox.faults.add({ match: 'stack\\.defender\\.Provider\\..*', do: 'denied', times: 1 });
    assert.equal(valueOf(await executeDeployment(cloud.ports(), plan)).stackStatus, 'IMPORT_ROLLBACK_COMPLETE');
    assert.deepEqual(provider, present);
  });
});
