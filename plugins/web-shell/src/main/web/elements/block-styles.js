import { css } from 'lit';
import { valueStyles } from './value-styles.js';

const own = css`
  .text { max-width: 84ch; color: var(--p-fg2); white-space: pre-line; overflow-wrap: anywhere; }
  .framed { min-width: 0; padding: 16px; }
  .framed.table { padding: 0; overflow: hidden; }
  .framed.empty, .framed.statusList { padding: 12px 16px; }
  .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: var(--p-gap) 20px; align-items: start; }
  .columns:has(.framed) { gap: var(--p-gap); align-items: stretch; }
  .column { display: grid; gap: 14px; min-width: 0; align-content: start; }
  .column:has(> .framed) { gap: var(--p-gap); }
  .column > .framed:only-child { height: 100%; }
  .columns > .column:has(> .framed:only-child) { align-content: stretch; }

  .pairs { display: grid; gap: 3px; }
  .pairs > div { display: grid; grid-template-columns: minmax(96px, 22%) minmax(0, 1fr); gap: 12px; }
  .pairs dt { color: var(--p-fg3); line-height: 24px; overflow-wrap: anywhere; }
  .pairs dd { display: flex; flex-wrap: wrap; gap: 0 12px; min-width: 0; overflow-wrap: anywhere; }
  .pairs dd > span { display: inline-flex; align-items: center; min-height: 24px; min-width: 0; max-width: 100%; }
  .pairs dd:has(.tag) { gap: 0 4px; }

  .metric figcaption { color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .metric .figure { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 10px; margin-top: 2px; font: 600 22px/30px var(--p-font); letter-spacing: -0.015em; }
  .metric .delta { color: var(--p-fg2); font: 500 12px/16px var(--p-font); letter-spacing: 0; }
  .spark { display: block; width: 100%; height: 44px; margin-top: 8px; }
  .spark .line { fill: none; stroke: var(--p-accent); stroke-width: 1.5; }
  .spark .area { fill: var(--p-accent-tint); }

  .statuses li { display: flex; align-items: center; gap: 9px; padding: 6px 0; border-top: 1px solid var(--p-line); }
  .statuses li:first-child { border-top: 0; padding-top: 0; }
  .statuses li:last-child { padding-bottom: 0; }
  .statuses li > span:first-child { display: inline-flex; }
  .statuses .label { white-space: nowrap; }
  .statuses .detail { color: var(--p-fg2); }

  .out-links { display: grid; gap: 4px; }
  .out-links li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 12px; }

  .timeline li { position: relative; display: flex; gap: 10px; padding-bottom: 14px; }
  .timeline li:last-child { padding-bottom: 0; }
  .timeline li > span:first-child { display: inline-flex; flex: none; width: 16px; height: 20px; align-items: center; }
  .timeline li:not(:last-child)::before { content: ''; position: absolute; top: 22px; bottom: 2px; left: 7.5px; width: 1px; background: var(--p-line-control); }
  .timeline .what { display: flex; gap: 12px; overflow-wrap: anywhere; }
  .timeline .what > .muted { white-space: nowrap; font-size: 12px; }

  .code { padding: 10px 12px; overflow: auto; max-height: 420px; border-radius: var(--p-radius); background: var(--p-sunken); }
  cb-chart:not(:defined) { display: block; min-height: 272px; }
  cb-graph:not(:defined) { display: block; min-height: max(402px, calc(62vh + 42px)); }
  cb-form:not(:defined) { display: block; min-height: 120px; }

  .prose { max-width: 84ch; color: var(--p-fg2); overflow-wrap: anywhere; }
  .prose > :first-child { margin-top: 0; }
  .prose > :last-child { margin-bottom: 0; }
  .prose :is(p, ul, ol, pre, blockquote, table, hr) { margin: 10px 0; }
  .prose :is(h1, h2, h3, h4, h5, h6) { margin: 18px 0 6px; color: var(--p-fg); font: 600 14px/20px var(--p-font); letter-spacing: 0; }
  .prose :is(h1, h2) { font-size: 16px; line-height: 24px; }
  .prose a { color: var(--p-accent); text-decoration: underline; text-decoration-color: var(--p-line-control); text-underline-offset: 2px; }
  .prose ul { padding-left: 18px; list-style: disc; }
  .prose ol { padding-left: 20px; list-style: decimal; }
  .prose li + li { margin-top: 4px; }
  .prose code { padding: 1px 4px; border-radius: var(--p-radius-s); background: var(--p-selected); color: var(--p-fg); font: 400 12px/18px var(--p-font-mono); }
  .prose pre { padding: 10px 12px; white-space: pre-wrap; border-radius: var(--p-radius); background: var(--p-sunken); }
  .prose pre code { padding: 0; background: none; }
  .prose blockquote { padding-left: 12px; border-left: 2px solid var(--p-line-control); }
  .prose hr { border: 0; border-top: 1px solid var(--p-line); }
  .prose table { border-collapse: collapse; }
  .prose :is(th, td) { padding: 5px 14px 5px 0; border-bottom: 1px solid var(--p-line); text-align: left; vertical-align: top; }
  .prose th { color: var(--p-fg2); font: 500 12px/16px var(--p-font); }
  .prose strong { color: var(--p-fg); font-weight: 600; }
`;

export const blockStyles = [valueStyles, own];
