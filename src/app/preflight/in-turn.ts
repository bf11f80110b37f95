/** Answers in the order of the questions, a few at a time: AWS refuses those who ask for all at once. */
export async function inTurn<T, U>(questions: readonly T[], ask: (question: T) => Promise<U>, together = 4): Promise<readonly U[]> {
  const answers: U[] = [];
  for (let start = 0; start < questions.length; start += together)
    answers.push(...(await Promise.all(questions.slice(start, start + together).map(ask))));
  return answers;
}
