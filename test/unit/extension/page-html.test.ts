import assert from 'node:assert/strict';
import { contentSecurityPolicy, pageHtml } from '../../../src/extension/platform/page-html';

const parts = { title: 'Deployment', cspSource: 'https://files.example', nonce: 'bm9uY2U=', starter: 'https://files.example/starter.js', script: 'https://files.example/deployment.js', style: 'body { margin: 0; }' };

describe('the HTML of a page', () => {
  it('allows our script and our style sheet by their nonce, and nothing else', () => {
    assert.equal(
      contentSecurityPolicy(parts),
      "default-src 'none'; script-src 'nonce-bm9uY2U='; style-src 'nonce-bm9uY2U=' https://files.example; font-src https://files.example",
    );
    assert.ok(pageHtml(parts).includes(`content="${contentSecurityPolicy(parts)}"`));
  });

  it('has one script and one style sheet, each with the nonce, and no inline style attribute or handler', () => {
    const html = pageHtml(parts);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script nonce="bm9uY2U=" src="https:\/\/files\.example\/starter\.js" data-page="https:\/\/files\.example\/deployment\.js"><\/script>/);
    assert.match(html, /<style nonce="bm9uY2U=">body/);
    assert.doesNotMatch(html, /\sstyle=|<style(?! nonce="bm9uY2U=">)|\son[a-z]+=/);
  });
});
