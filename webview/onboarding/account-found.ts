import { accountWords, providerWords, type AccountLook } from '../../src/core/onboarding/account-look';
import { answerAt } from '../../src/core/onboarding/answers';
import type { Elements } from '../elements';
import type { Part, Tools } from './tools';

/** Whose account the chosen profile reaches, compared with what was typed. Shown once it was looked up. */
export function accountFound({ h, apply }: Tools): Part {
  const words = h('p', {});
  const take = h('div', { class: 'look-up' });
  let shown = '';
  return {
    element: h('div', { class: 'field', role: 'status' }, words, take),
    update: ({ wizard: { account, answers } }) => {
      const typed = String(answerAt(answers, 'account.id') ?? '');
      const drawing = account ? accountWords(account, typed) : '';
      if (drawing === shown) return;
      shown = drawing;
      const differs = account !== null && typed !== account.accountId;
      words.replaceChildren(...(account ? [h('span', { 'aria-hidden': 'true' }, differs ? '⚠ ' : '✓ '), h.data(drawing)] : []));
      const useIt = () => account && apply({ type: 'answered', field: 'account.id', value: account.accountId });
      take.replaceChildren(...(differs ? [h.button({ label: `Use account ${account.accountId}`, onClick: useIt })] : []));
    },
  };
}

/** Microsoft's identity providers that are in the account already, with whom they let in. */
export function providersFound(h: Elements): Part {
  const element = h('div', { role: 'status' });
  let shown: AccountLook | null = null;
  return {
    element,
    update: ({ wizard: { account } }) => {
      if (account === shown) return;
      shown = account;
      element.replaceChildren(...(account ? describe(h, account) : []));
    },
  };
}

const describe = (h: Elements, account: AccountLook): readonly HTMLElement[] => [
  ...providerWords(account).map((sentence) => h('p', {}, h.data(sentence))),
  ...account.providers.map(({ audiences }) =>
    h('ul', {}, ...audiences.map(({ audience, purpose }) => h('li', {}, h('code', {}, h.data(audience)), `: ${purpose ?? 'not one that Microsoft has published'}`))),
  ),
];
