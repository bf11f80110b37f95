/** A text of a cloud on one line of a terminal: what would move the cursor or change colours is taken out. */
export const plainLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();
