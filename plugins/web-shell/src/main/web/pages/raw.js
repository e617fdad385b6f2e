import { LitElement, css, html } from 'lit';
import { toYaml } from '../data/yaml.js';
import '../elements/copy.js';
import { shared } from '../elements/styles.js';

/** An entity as the REST API serves it, as YAML or JSON. */
export class RawEntity extends LitElement {
  static properties = { entity: { attribute: false }, format: { state: true } };
  static styles = [
    shared,
    css`
      :host { display: block; }
      header { display: flex; align-items: center; gap: 4px; padding: 8px 10px 8px 16px; border-bottom: 1px solid var(--p-line); }
      header .grow { color: var(--p-fg2); }
      button[aria-pressed='true'] { background: var(--p-selected); color: var(--p-fg); }
      pre { padding: 14px 16px; overflow-x: auto; border-radius: 0 0 var(--p-radius-l) var(--p-radius-l); background: var(--p-sunken); }
      .key { color: var(--p-accent); }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../data/types.js').Entity | undefined} */
    this.entity = undefined;
    /** @type {'YAML' | 'JSON'} */
    this.format = 'YAML';
  }

  get #text() {
    return this.format === 'YAML' ? toYaml(this.entity ?? {}) : JSON.stringify(this.entity, null, 2);
  }

  render() {
    const text = this.#text;
    return html`<div class="panel">
      <header>
        <span class="grow">As the catalog serves it</span>
        ${(/** @type {const} */ (['YAML', 'JSON'])).map((format) => html`<button class="plain small" aria-pressed=${this.format === format}
          @click=${() => (this.format = format)}>${format}</button>`)}
        <cb-copy .text=${text} label="Copy all"></cb-copy>
      </header>
      <pre class="mono" tabindex="0" role="region" aria-label="Entity as ${this.format}">${text.split('\n').map(line)}</pre>
    </div>`;
  }
}

/** @param {string} text of one line */
function line(text) {
  const [, indent = '', key = '', rest = text] = /^(\s*(?:- )*)("[^"]*"|[\w./@-]+)(:(?:\s.*)?)$/.exec(text) ?? [];
  return html`${indent}${key ? html`<span class="key">${key}</span>` : ''}${rest}${'\n'}`;
}

customElements.define('cb-raw', RawEntity);
