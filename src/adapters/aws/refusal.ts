import type { Problem } from '../../core/model/problem';

/** Carries a Problem of ours out through the SDK, whose credential callbacks can only throw. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
