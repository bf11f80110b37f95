import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lint } from '../src/core/lint/lint';
import { applyDefect, baseText } from '../test/corpus/apply-defect';
import type { Defect } from '../test/corpus/defect';
import { defects } from '../test/corpus/defects';
import { withBar, withGoal, type Row } from './rows';

/** Which mistake of the corpus is seen by whom: a line for each, and the sums. */
export async function detection(): Promise<{ readonly rows: readonly Row[]; readonly lines: readonly string[] }> {
  const peer = await peerFindings();
  const seen = defects.map((defect) => ({ defect, ours: ourVerdict(defect), peer: peer?.get(defect.id) }));
  const common = seen.filter(({ defect }) => defect.common);
  const trust = common.filter(({ defect }) => defect.area === 'trust');
  const ours = (of: typeof seen) => of.filter((one) => one.ours.isFound).length;
  const theirs = (of: typeof seen) => (peer ? String(of.filter((one) => one.peer).length) : 'not measured: cfn-lint is not installed');
  const templates = seen.filter(({ defect }) => isTemplate(defect));
  const fixed = common.filter((one) => one.ours.hasFix).length;
  const row = (what: string, value: string): Row => ({ what, value, limit: '', verdict: '' });
  return {
    lines: seen.map(({ defect, ours: own, peer: other }) => line(defect, own, peer && isTemplate(defect) ? (other ?? 'nothing') : '–')),
    rows: [
      withBar(row('mistakes found with their exact range', `${ours(seen)} of ${seen.length}`), 'all', ours(seen) === seen.length),
      row('  cfn-lint, of those in templates', peer ? `${theirs(templates)} of ${templates.length}` : theirs(templates)),
      withGoal(row('of 28 in federated roles, 13 about trust', `${ours(common)} of ${common.length}`), 'all', ours(common) === common.length),
      row('  cfn-lint', theirs(common)),
      row('  cfn-lint, of the 13 about trust', theirs(trust)),
      withBar(row('  with a quick fix', `${fixed} of ${common.length}`), 'at least 24', fixed >= 24),
    ],
  };
}

interface Verdict {
  readonly isFound: boolean;
  readonly hasFix: boolean;
}

function ourVerdict(defect: Defect): Verdict {
  const { text, fileName, start, end } = applyDefect(defect);
  const found = lint(text, fileName).find(({ rule, span }) => rule === defect.rule && span.start === start && span.end === end);
  return { isFound: found !== undefined, hasFix: (found?.fixes.length ?? 0) > 0 };
}

const isTemplate = ({ area }: Defect): boolean => area !== 'connector' && area !== 'arm';

const line = ({ id, area, rule }: Defect, { isFound, hasFix }: Verdict, peer: string): string =>
  `${area.padEnd(12)}${id.padEnd(34)}${(isFound ? rule : 'not found').padEnd(36)}${(hasFix ? 'fix' : '').padEnd(5)}cfn-lint: ${peer}`;

/** What cfn-lint says of each file beyond what it says of the right one; undefined where it is not installed. */
async function peerFindings(): Promise<ReadonlyMap<string, string> | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'detection-'));
  try {
    const templates = defects.filter(isTemplate);
    const bases = [...new Set(templates.map(({ base }) => base))];
    for (const base of bases) writeFileSync(join(folder, `base-${base}`), baseText(base));
    for (const defect of templates) writeFileSync(join(folder, `${defect.id}-${defect.base}`), applyDefect(defect).text);
    const matches = await cfnLint([...bases.map((base) => `base-${base}`), ...templates.map(({ id, base }) => `${id}-${base}`)], folder);
    if (!matches) return undefined;
    const said = (file: string) => matches.filter(({ Filename }) => Filename === file).map(({ Rule }) => Rule.Id);
    return new Map(
      templates.flatMap(({ id, base }): readonly [string, string][] => {
        const before = said(`base-${base}`);
        const extra = said(`${id}-${base}`).filter((rule) => !before.includes(rule));
        return extra.length > 0 ? [[id, [...new Set(extra)].join(', ')]] : [];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Match {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
}

/** One process for all files: most of its time is its start. It exits with a code of its own when it finds something. */
const cfnLint = (files: readonly string[], folder: string) =>
  new Promise<readonly Match[] | undefined>((resolve) => {
    execFile('cfn-lint', ['--format', 'json', ...files], { cwd: folder, maxBuffer: 64 * 1024 * 1024, timeout: 300_000 }, (error, stdout) => {
      if (error && typeof error.code === 'string') resolve(undefined);
      else resolve(stdout.startsWith('[') ? (JSON.parse(stdout) as readonly Match[]) : undefined);
    });
  });
