import { css, html, nothing } from 'lit';
import { at } from '../data/base.js';
import { chooseTheme, chosenTheme, themeChanged } from '../data/theme.js';
import { icon } from '../elements/icon.js';
import { Page } from '../elements/page.js';
import { shared } from '../elements/styles.js';
import { openPalette } from './palette.js';

/** @typedef {import('../data/theme.js').Choice} Choice */

/** @type {Record<Choice, { next: Choice, label: string, icon: import('../elements/icon.js').IconName }>} */
const THEMES = {
  system: { next: 'light', label: 'as the system', icon: 'monitor' },
  light: { next: 'dark', label: 'light', icon: 'sun' },
  dark: { next: 'system', label: 'dark', icon: 'moon' },
};
const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Where we are, the search and the theme. */
export class TopBar extends Page {
  static properties = { crumbs: { attribute: false } };
  static styles = [
    shared,
    css`
      :host {
        display: flex; align-items: center; gap: 12px; flex: none; height: 48px; padding: 0 20px;
        border-bottom: 1px solid var(--p-line);
      }
      ol { display: flex; align-items: center; gap: 6px; min-width: 0; color: var(--p-fg2); }
      li { display: flex; align-items: center; gap: 6px; min-width: 0; }
      li:first-child { flex: none; }
      li svg { color: var(--p-fg3); }
      li [aria-current] { color: var(--p-fg); font-weight: 500; }
      .search { justify-content: flex-start; width: min(300px, 34vw); color: var(--p-fg3); font-weight: 400; }
      @media (max-width: 700px) {
        .search { width: auto; }
        .search span { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); }
        .search kbd { display: none; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./titles.js').Crumb[]} */
    this.crumbs = [];
  }

  follow() {
    return [themeChanged.listen(() => this.requestUpdate())];
  }

  render() {
    const theme = THEMES[chosenTheme()];
    const label = `Theme: ${theme.label}. Change to ${THEMES[theme.next].label}`;
    return html`
      <nav class="grow" aria-label="Breadcrumb"><ol>${this.crumbs.map((crumb, index) => this.#crumb(crumb, index))}</ol></nav>
      <button class="search" aria-haspopup="dialog" aria-keyshortcuts="Control+K" @click=${openPalette}>
        ${icon('search', 15)}<span class="grow row">Search or jump to…</span><kbd aria-hidden="true">${MODIFIER} K</kbd>
      </button>
      <button class="plain square" aria-label=${label} title=${label} @click=${() => chooseTheme(theme.next)}>${icon(theme.icon)}</button>
    `;
  }

  /**
   * @param {import('./titles.js').Crumb} crumb
   * @param {number} index
   */
  #crumb({ label, href }, index) {
    const isLast = index === this.crumbs.length - 1;
    return html`<li>
      ${index ? icon('chevron-right', 13) : nothing}
      <a class="cut" href=${at(href)} aria-current=${isLast ? 'page' : nothing}>${label}</a>
    </li>`;
  }
}

customElements.define('cb-top-bar', TopBar);
