import { strict as assert } from 'node:assert';
import { byService } from '../../../src/cli/by-service';

describe('actions by service', () => {
  it('puts the actions of a service on one line', () =>
    assert.deepEqual(byService(['ec2:CopySnapshot', 'ec2:CreateSnapshot', 'kms:ListKeys']), [
      'ec2: CopySnapshot, CreateSnapshot',
      'kms: ListKeys',
    ]));

  it('begins a new line where the old one is full, and names the service again', () =>
    assert.deepEqual(byService(['ec2:CopySnapshot', 'ec2:CreateSnapshot'], 20), ['ec2: CopySnapshot', 'ec2: CreateSnapshot']));

  it('keeps a bare wildcard', () => assert.deepEqual(byService(['*', 's3:*']), ['*', 's3: *']));
});
