import { html, nothing } from 'lit';

const PATH = /^(\.{0,2}\/|[a-z]:[\\/]|~|file:)/i;

/**
 * @param {string} target
 * @returns {boolean} whether it names a file of some machine rather than a page of the web
 */
export function isPath(target) {
  return PATH.test(target) || !/^[a-z][a-z0-9+.-]*:/i.test(target);
}

/**
 * What to change so that the portal reads this, and who can.
 *
 * @param {string} target
 * @param {string} [hint] what the portal said
 */
export function advice(target, hint = '') {
  if (isPath(target)) {
    return html`<div class="advice"><p>Files on the portal's own machine are read only where its configuration names them. An operator adds these
      lines to <code class="mono">callboard.yaml</code>; to register it here, paste the address of its page on the web.</p>
      <cb-snippet label="callboard.yaml" .text=${`catalog:\n  locations:\n    - type: file\n      target: ${quoted(target.replace(/^file:(\/\/)?/i, ''))}\n`}></cb-snippet></div>`;
  }
  if (!hint.includes('reading.allow')) {
    return nothing;
  }
  return html`<div class="advice"><p>The portal reads from the hosts in <code class="mono">reading.allow</code> alone. An operator of this portal
    adds these lines to <code class="mono">callboard.yaml</code>.</p>
    <cb-snippet label="callboard.yaml" .text=${`reading:\n  allow:\n    - host: ${quoted(hostOf(target))}\n`}></cb-snippet></div>`;
}

/** @param {string} target */
function hostOf(target) {
  try {
    return new URL(target).host;
  } catch {
    return 'git.example.com';
  }
}

/** @param {string} text */
function quoted(text) {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll('\'', '\'\'')}'`;
}
