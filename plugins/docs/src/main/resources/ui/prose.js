import { css } from 'lit';

/** How a page reads. */
export const prose = css`
  .prose { max-width: 780px; font-size: 14px; line-height: 23px; overflow-wrap: break-word; }
  .prose > :first-child { margin-top: 0; }
  .prose :is(p, ul, ol, dl, pre, table, blockquote, figure, details, .admonition, .tabs) { margin: 0 0 14px; }
  .prose h1 { margin: 0 0 16px; font: 600 26px/34px var(--p-font); }
  .prose h2 { margin: 34px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--p-line); font: 600 19px/27px var(--p-font); }
  .prose h3 { margin: 26px 0 10px; font: 600 16px/24px var(--p-font); }
  .prose :is(h4, h5, h6) { margin: 20px 0 8px; font: 600 14px/22px var(--p-font); }
  .prose :is(h1, h2, h3, h4, h5, h6, [id]) { scroll-margin-top: 16px; }
  .prose .flag { margin: -4px 0 12px; border-color: transparent; background: var(--p-warn-tint); color: var(--p-warn); }
  .prose .anchor { margin-left: 8px; color: var(--p-fg3); text-decoration: none; opacity: 0; }
  .prose :is(h1, h2, h3, h4, h5, h6):hover .anchor, .prose .anchor:focus-visible { opacity: 1; }
  .prose a { color: var(--p-accent); text-decoration: underline; text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent); text-underline-offset: 2px; }
  .prose a:hover { text-decoration-color: currentcolor; }
  .prose ul { padding-left: 22px; list-style: disc; }
  .prose ol { padding-left: 24px; list-style: decimal; }
  .prose ol.lower-alpha { list-style: lower-alpha; }
  .prose ol.upper-alpha { list-style: upper-alpha; }
  .prose ol.lower-roman { list-style: lower-roman; }
  .prose ol.upper-roman { list-style: upper-roman; }
  .prose li { margin: 4px 0; }
  .prose li > :is(ul, ol, p:last-child) { margin-bottom: 4px; }
  .prose li:has(> .task, > p > .task) { margin-left: -20px; list-style: none; }
  .prose .task::before { content: '☐'; margin-right: 8px; color: var(--p-fg3); }
  .prose .task.done::before { content: '☑'; color: var(--p-ok); }
  .prose dt { font-weight: 600; }
  .prose dd { margin: 0 0 8px 20px; }
  .prose img { max-width: 100%; height: auto; border-radius: var(--p-radius); }
  .prose button.zoom { display: inline; height: auto; padding: 0; border: 0; background: none; cursor: zoom-in; }
  .prose hr { height: 1px; margin: 24px 0; border: 0; background: var(--p-line); }
  .prose :is(code, kbd) { padding: 1px 5px; border-radius: var(--p-radius-s); background: var(--p-sunken); font: 400 12.5px/18px var(--p-font-mono); font-feature-settings: 'calt' 0; }
  .prose kbd { border: 1px solid var(--p-line-control); border-bottom-width: 2px; color: var(--p-fg); }
  .prose kbd.keys { padding: 0; border: 0; background: none; }
  .prose .caption-prefix { font-weight: 600; }
  .prose .code { position: relative; margin: 0 0 14px; }
  .prose pre { margin: 0; padding: 12px 14px; overflow-x: auto; border: 1px solid var(--p-line); border-radius: var(--p-radius); background: var(--p-sunken); }
  .prose pre code { padding: 0; background: none; line-height: 20px; overflow-wrap: normal; }
  .prose pre[data-title]::before {
    content: attr(data-title); display: block; margin: -12px -14px 12px; padding: 5px 14px; border-bottom: 1px solid var(--p-line);
    color: var(--p-fg2); font: 500 12px/18px var(--p-font);
  }
  .prose .copy { position: absolute; top: 6px; right: 6px; opacity: 0; }
  .prose .code:hover .copy, .prose .copy:focus-visible { opacity: 1; }
  .prose .table { overflow-x: auto; margin: 0 0 14px; }
  .prose table { margin: 0; border-collapse: collapse; font-size: 13px; line-height: 20px; }
  .prose :is(th, td) { padding: 7px 12px; border: 1px solid var(--p-line); text-align: left; vertical-align: top; }
  .prose th { background: var(--p-sunken); font-weight: 600; }
  .prose blockquote { padding: 2px 0 2px 16px; border-left: 3px solid var(--p-line-control); color: var(--p-fg2); }
  .prose .progress { display: flex; align-items: center; gap: 10px; }
  .prose progress { flex: 1; max-width: 340px; height: 10px; accent-color: var(--p-accent); }
  .prose mark { border-radius: 2px; background: var(--p-warn-tint); color: inherit; }
  .prose :is(.admonition, details) { padding: 10px 14px; border: 1px solid var(--p-line); border-left: 3px solid var(--tone, var(--p-accent)); border-radius: var(--p-radius); background: var(--p-surface); }
  .prose :is(.admonition, details) > :last-child { margin-bottom: 0; }
  .prose :is(.admonition-title, summary) { margin-bottom: 6px; color: var(--tone, var(--p-accent)); font-weight: 600; }
  .prose summary { margin: 0; cursor: pointer; }
  .prose details[open] summary { margin-bottom: 6px; }
  .prose :is(.tip, .success, .hint) { --tone: var(--p-ok); }
  .prose :is(.warning, .caution, .attention, .question) { --tone: var(--p-warn); }
  .prose :is(.danger, .failure, .bug, .error) { --tone: var(--p-bad); }
  .prose :is(.example, .quote, .abstract) { --tone: var(--p-violet); }
  .prose .heads { display: flex; flex-wrap: wrap; gap: 2px; margin-bottom: 12px; border-bottom: 1px solid var(--p-line); }
  .prose .heads button { height: 32px; border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; color: var(--p-fg2); }
  .prose .heads [aria-selected='true'] { border-bottom-color: var(--p-accent); color: var(--p-fg); }
  .prose .missing { text-decoration: underline wavy var(--p-bad); }
  .prose .math:not(.drawn) { font-family: var(--p-font-mono); }
  .prose .diagram { overflow-x: auto; text-align: center; }
  .prose .diagram .on-paper { padding: 8px; border-radius: var(--p-radius); background: #fff; }
  .prose .diagram-source:is(details) { padding: 0; border: 0; background: none; font-size: 12px; }
  .prose .diagram-source summary { color: var(--p-fg2); font-weight: 400; }
  .prose .diagram-note { margin: 0 0 4px; color: var(--p-fg2); font-size: 12px; }
  .prose .diagram-fault { margin: 0 0 4px; color: var(--p-bad); }
  .prose div.math { overflow-x: auto; padding: 4px 0; }
  .prose :is(.hljs-comment, .hljs-quote, .hljs-meta) { color: var(--p-fg2); }
  .prose .hljs-comment { font-style: italic; }
  .prose :is(.hljs-keyword, .hljs-selector-tag, .hljs-literal, .hljs-type, .hljs-name, .hljs-section) { color: var(--p-violet); }
  .prose :is(.hljs-string, .hljs-regexp, .hljs-addition, .hljs-template-tag) { color: var(--p-ok); }
  .prose :is(.hljs-number, .hljs-symbol, .hljs-bullet, .hljs-variable, .hljs-template-variable) { color: var(--p-warn); }
  .prose :is(.hljs-title, .hljs-attr, .hljs-attribute, .hljs-built_in, .hljs-selector-class, .hljs-selector-id, .hljs-property) { color: var(--p-accent); }
  .prose .hljs-deletion { color: var(--p-bad); }
  .prose .grid > ul, .prose .grid:not(.cards) { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 12px; padding: 0; list-style: none; }
  .prose .cards > ul > li { margin: 0; padding: 12px 14px; border: 1px solid var(--p-line); border-radius: var(--p-radius); }
  .prose .md-button { display: inline-block; padding: 4px 14px; border: 1px solid var(--p-accent); border-radius: var(--p-radius); text-decoration: none; }
  .prose .footnote { margin-top: 32px; border-top: 1px solid var(--p-line); padding-top: 12px; color: var(--p-fg2); font-size: 13px; }
  .zoomed { max-width: 94vw; max-height: 94vh; padding: 8px; border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); }
  .zoomed::backdrop { background: var(--p-scrim); }
  .zoomed img { max-width: calc(94vw - 20px); max-height: calc(94vh - 20px); }
`;
