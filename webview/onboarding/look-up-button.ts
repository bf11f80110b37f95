import type { Part, Tools } from './tools';

/** Finds the answer of a field instead of typing it, where the extension offers that. It asks with VS Code's own lists. */
export function lookUpButton({ h, wish }: Tools, field: string): Part {
  const element = h('div', { class: 'look-up', hidden: '' });
  let shown: string | undefined;
  return {
    element,
    update: ({ lookUps }) => {
      const label = lookUps.find((each) => each.field === field)?.label;
      if (label === shown) return;
      shown = label;
      element.toggleAttribute('hidden', label === undefined);
      element.replaceChildren(...(label === undefined ? [] : [h.button({ label, onClick: () => wish({ kind: 'lookUp', field }) })]));
    },
  };
}
