import { DidChangeConfigurationNotification, type ClientCapabilities, type Connection } from 'vscode-languageserver/node';
import { readSeverities, withSeverities, type RuleSeverities } from '../core/lint/rule-severities';
import type { FindingsOf } from './findings-of';
import { stackOf } from './guarded';

export const rulesSection = 'defenderConnectors.rules';

/**
 * The severities that the client wants: from its settings where it can be asked, as it says when they change, or from the
 * options of its first request. What names no rule is logged.
 */
export class RuleSettings {
  readonly #connection: Connection;
  #wanted: RuleSeverities = new Map();
  #client: ClientCapabilities = {};

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Findings as the client wants to hear them. */
  heard(findingsOf: FindingsOf): FindingsOf {
    return async (document, hearFirst) =>
      withSeverities(await findingsOf(document, hearFirst && ((first) => hearFirst(withSeverities(first, this.#wanted)))), this.#wanted);
  }

  initialize(client: ClientCapabilities, options: unknown): void {
    this.#client = client;
    this.#take(at(options, 'rules'));
  }

  /** Asks once the client is ready, and again whenever it says that settings changed. */
  follow(changed: () => void): void {
    const take = (setting: unknown) => {
      this.#take(setting);
      changed();
    };
    const ask = () => this.#ask().then(take).catch((fault) => this.#connection.console.error(`Settings: ${stackOf(fault)}`));
    const canAsk = () => this.#client.workspace?.configuration === true;
    this.#connection.onInitialized(() => {
      if (this.#client.workspace?.didChangeConfiguration?.dynamicRegistration) {
        void this.#connection.client.register(DidChangeConfigurationNotification.type, { section: rulesSection });
      }
      if (canAsk()) void ask();
    });
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      if (canAsk()) void ask();
      else take(at(at(settings, 'defenderConnectors'), 'rules'));
    });
  }

  async #ask(): Promise<unknown> {
    return this.#connection.workspace.getConfiguration(rulesSection);
  }

  #take(setting: unknown): void {
    const { severities, mistakes } = readSeverities(setting);
    this.#wanted = severities;
    for (const mistake of mistakes) this.#connection.console.warn(`${rulesSection}: ${mistake}`);
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
