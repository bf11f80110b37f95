import assert from 'node:assert/strict';
import { contentSecurityPolicy, pageHtml } from '../../../src/extension/platform/page-html';

const parts = { title: 'Deployment', cspSource: 'https://files.example', nonce: 'bm9uY2U=', script: 'https://files.example/deployment.js', style: 'https://files.example/deployment.css' };

describe('the HTML of a page', () => {
  it('allows our script by its nonce and our style sheet by its place, and nothing else', () => {
    assert.equal(
      contentSecurityPolicy(parts),
      "default-src 'none'; script-src 'nonce-bm9uY2U='; style-src https://files.example; font-src https://files.example",
    );
    assert.ok(pageHtml(parts).includes(`content="${contentSecurityPolicy(parts)}"`));
  });

  it('has one script, with the nonce, and no inline style or handler', () => {
    const html = pageHtml(parts);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.match(html, /<script nonce="bm9uY2U=" src="https:\/\/files\.example\/deployment\.js"><\/script>/);
    assert.doesNotMatch(html, /\sstyle=|<style|\son[a-z]+=/);
  });
});
