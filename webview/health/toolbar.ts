import type { HealthOffer, HealthView } from '../../src/protocol/health';
import type { Elements } from '../elements';
import type { PageState } from './state';
import type { Wish } from './view';

const labels: Readonly<Record<HealthOffer, string>> = {
  verify: 'Verify now',
  readAzure: 'Read from Azure',
  signIn: 'Sign in to Azure',
  openFile: 'Open connector file',
  openPortal: 'Open in Azure portal',
};

/** Looking costs nothing but time, so every look can be repeated; one at a time. */
const looks: ReadonlySet<HealthOffer> = new Set(['verify', 'readAzure', 'signIn']);

export function toolbar(h: Elements, { offers, work }: HealthView, { asked, wish }: { readonly asked: PageState['asked']; readonly wish: Wish }): HTMLElement {
  const button = (offer: HealthOffer) =>
    h.button({
      label: labels[offer],
      key: offer,
      primary: offer === offers[0],
      waiting: (work !== null && looks.has(offer)) || asked === offer,
      onClick: () => wish({ kind: offer }),
    });
  return h('div', { class: 'actions' }, ...offers.map(button), h.button({ label: 'Copy report', key: 'copyReport', onClick: () => wish({ kind: 'copyReport' }) }));
}
