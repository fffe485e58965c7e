import { defineConfig } from 'vite';

/**
 * No `unsafe-inline`, no `eval`, and no HTML from strings but in lit's own policy, which it has for its templates. Elements
 * adopt their style sheets and paint logos, so `style-src` is there for `app.css` only and no `img-src` is needed.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self' http://127.0.0.1:4010",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

export default defineConfig({
  build: { target: 'esnext' },
  // Your web server sends this in production.
  preview: { headers: { 'Content-Security-Policy': policy.join('; ') } },
});
