import js from '@eslint/js';

export default [
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: {
      ecmaVersion: 2022,
      sourceType: 'module',
      globals: Object.fromEntries(
        (
          'AbortController BroadcastChannel CSS CustomEvent DOMParser Element EventSource File FormData SharedWorker Headers HTMLAnchorElement HTMLElement OffscreenCanvas ResizeObserver ShadowRoot ' +
          'URL URLSearchParams addEventListener clearInterval clearTimeout console customElements document fetch history ' +
          'cancelAnimationFrame localStorage location matchMedia navigator performance removeEventListener requestAnimationFrame setInterval setTimeout ' +
          'structuredClone window'
        )
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 250],
      'max-params': ['error', 6],
      'no-console': ['error', { allow: ['info', 'warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Lit escapes; this does not.' },
        { property: 'outerHTML', message: 'Lit escapes; this does not.' },
        { property: 'insertAdjacentHTML', message: 'Lit escapes; this does not.' },
      ],
      'no-restricted-imports': [
        'error',
        { paths: ['lit/directives/unsafe-html.js', 'lit/directives/unsafe-svg.js'].map((name) => ({ name })) },
      ],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['elements/markdown.js'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['elements/**', 'pages/**', 'shell/**', 'live/**'],
    rules: { 'no-restricted-globals': ['error', { name: 'fetch', message: 'Only data/ talks to the portal.' }] },
  },
];
