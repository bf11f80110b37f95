import type { Connector } from '../model/connector';
import { toArmBody } from './arm-body';
import type { OutputKind } from './output-kinds';
import { awsCliScript } from './scripts/aws-cli-script';
import { azScript } from './scripts/az-script';
import { powershellScript } from './scripts/powershell-script';
import type { ScriptTemplate } from './scripts/script-facts';
import { generateTerraform } from './terraform/terraform';

export interface Output {
  /** Their places are relative to the folder of the connector file. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** What it does not say, in sentences. */
  readonly notes: readonly string[];
}

export interface OutputSource {
  readonly connector: Connector;
  /** The template that scripts deploy. */
  readonly template: ScriptTemplate;
  /** What the names of the files begin with. */
  readonly base: string;
  readonly generatorVersion: string;
}

export const generateOutput = (kind: OutputKind, source: OutputSource): Output => makers[kind](source);

const makers: Readonly<Record<OutputKind, (source: OutputSource) => Output>> = {
  terraform({ connector, base, generatorVersion }) {
    const { files, unknown, notes } = generateTerraform(connector, generatorVersion);
    return {
      files: files.map(({ name, text }) => ({ name: `${base}.terraform/${name}`, text })),
      notes: [...unknown.map(({ label, reason, action, partial }) => `${label} is ${partial ? 'not whole' : 'left out'}. ${reason} ${action}`), ...notes],
    };
  },
  arm({ connector, base }) {
    const { body, notes } = toArmBody(connector);
    return { files: [{ name: `${base}.arm.json`, text: `${JSON.stringify(body, null, 2)}\n` }], notes };
  },
  'script-aws': ({ connector, template, base }) => script(`${base}.deploy.sh`, awsCliScript(connector, template)),
  'script-powershell': ({ connector, template, base }) => script(`${base}.deploy.ps1`, powershellScript(connector, template)),
  'script-az': ({ connector, base }) => ({ ...script(`${base}.azure.sh`, azScript(connector)), notes: toArmBody(connector).notes }),
};

const script = (name: string, text: string): Output => ({ files: [{ name, text }], notes: [] });
