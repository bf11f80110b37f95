import assert from 'node:assert/strict';
import { lint } from '../../src/core/lint/lint';
import { hostile } from './hostile-texts';

/** Of CPU, for as much as a file may hold: generous, where several share a machine. Quadratic work takes minutes on these. */
const mostMs = 10_000;

describe('hostile files', () => {
  before(() => void lint('name: x', 'x.connector.yaml'));

  for (const [name, make] of Object.entries(hostile)) {
    it(name, () => {
      const { fileName, text } = make();
      const started = process.cpuUsage();
      const findings = lint(text, fileName);
      const { user, system } = process.cpuUsage(started);
      for (const { span } of findings) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      assert.ok((user + system) / 1_000 < mostMs, `${(user + system) / 1_000} ms`);
    });
  }
});
