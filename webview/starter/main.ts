// Runs the script of the page after its first paint. A script that the page itself names would have to be fetched and run before it.
const { nonce, dataset } = document.currentScript ?? document.createElement('script');

const start = (): void => {
  const script = document.createElement('script');
  script.nonce = nonce;
  script.src = dataset['page'] ?? '';
  document.body.append(script);
};

window.addEventListener('load', () => requestAnimationFrame(() => setTimeout(start)), { once: true });
