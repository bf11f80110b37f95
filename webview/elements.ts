/** Longest text that is drawn: more than anybody reads, less than what slows a page down. */
const longest = 2_000;

export type Child = Node | string;

/** Makes elements. Texts become text nodes, so nothing that comes from a file or from AWS can become markup. */
export interface Elements {
  (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Child[]): HTMLElement;
  /** Text from outside: isolated, so that writing direction marks in it do not turn its surroundings around. */
  data(text: string): HTMLElement;
  button(options: ButtonOptions): HTMLElement;
}

export interface ButtonOptions {
  readonly label: string;
  readonly primary?: boolean;
  readonly waiting?: boolean;
  /** Its place in the page: what finds it again after the page was drawn anew. */
  readonly key?: string;
  readonly onClick: () => void;
}

export function elements(document: Document): Elements {
  const make = (tag: string, attributes: Readonly<Record<string, string>>, ...children: readonly Child[]): HTMLElement => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  return Object.assign(make, {
    data: (text: string) => make('bdi', {}, shorten(text)),
    button: ({ label, primary = false, waiting = false, key, onClick }: ButtonOptions) => {
      const button = make('vscode-button', { appearance: primary ? 'primary' : 'secondary' }, label);
      if (key !== undefined) button.setAttribute('data-key', key);
      if (waiting) button.setAttribute('disabled', '');
      button.addEventListener('click', () => {
        if (!button.hasAttribute('disabled')) onClick();
      });
      return button;
    },
  });
}

export const shorten = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest)}…`);
