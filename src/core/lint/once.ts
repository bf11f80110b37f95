/** Answers each question once. */
export function once<Q, A>(answer: (question: Q) => A): (question: Q) => A {
  const answers = new Map<Q, { readonly answer: A }>();
  return (question) => {
    let known = answers.get(question);
    if (!known) answers.set(question, (known = { answer: answer(question) }));
    return known.answer;
  };
}
