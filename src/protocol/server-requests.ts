import type { ConnectorDescription } from '../core/language/describe-connector';
import type { AnswersOfFile, ImportedAnswers, ImportQuestion, OnboardingOutput, OnboardingOutputQuestion, OnboardingPreview, OnboardingQuestion } from './onboarding';

/** Requests of ours beyond the Language Server Protocol. The server answers, editor extensions ask. */
export interface ServerRequests {
  /** Reads connector files (open texts win over the disk) and says what the tree shows. */
  'defenderConnectors/describe': [params: { readonly uris: readonly string[] }, result: readonly ConnectorSummary[]];
  /** Generates the template of one connector file. */
  'defenderConnectors/generate': [params: GenerateParams, result: GenerateAnswer];
  /** Whether AWS would accept Defender's token for each role of a template. */
  'defenderConnectors/simulate': [params: { readonly uri: string }, result: SimulateAnswer];
  /** What a connector file answers to the onboarding wizard. */
  'defenderConnectors/onboardingAnswers': [params: { readonly uri: string }, result: AnswersOfFile];
  /** What the answers would make. */
  'defenderConnectors/onboardingPreview': [params: OnboardingQuestion, result: OnboardingPreview];
  /** What the answers are in another form: Terraform, a body for Azure, a script. */
  'defenderConnectors/onboardingOutput': [params: OnboardingOutputQuestion, result: OnboardingOutput];
  /** What a connector in Azure answers to the wizard. */
  'defenderConnectors/onboardingImport': [params: ImportQuestion, result: ImportedAnswers];
}

/** `firstProblem` also says why a file could not be read. */
export interface ConnectorSummary extends ConnectorDescription {
  readonly uri: string;
}

export interface GenerateParams {
  readonly uri: string;
  readonly format?: 'json' | 'yaml';
}

export type GenerateAnswer =
  | {
      readonly ok: true;
      readonly text: string;
      readonly format: 'json' | 'yaml';
      /** UTF-8 bytes of `text`, and the limit for a template in a request. */
      readonly bytes: number;
      readonly limit: number;
      /** Where to write it: the connector's `deployment.template`, or the file's own name with `.template.json`. */
      readonly targetUri: string;
      /** Features that the catalog does not know and what to do about each. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

export type SimulateAnswer = { readonly ok: true; readonly roles: readonly RoleTokenAnswer[] } | { readonly ok: false; readonly message: string };

export interface RoleTokenAnswer {
  readonly role: string;
  readonly outcome: 'accepted' | 'rejected' | 'unknown';
  /** The verdict with its reason. */
  readonly sentence: string;
  /** What decides it, else the role; lines and characters from zero. */
  readonly range: { readonly start: TextPlace; readonly end: TextPlace };
}

interface TextPlace {
  readonly line: number;
  readonly character: number;
}
