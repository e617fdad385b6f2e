import { css } from 'lit';

/** The design system's rules, for every element that draws text, links, controls or tables. */
export const shared = css`
  :host { box-sizing: border-box; }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: inherit; }
  h1, h2, h3, p, ul, ol, dl, dd, figure, pre { margin: 0; padding: 0; }
  h1, h2, h3, p, dt, dd, li, figcaption, legend { overflow-wrap: anywhere; }
  ul, ol { list-style: none; }
  h1 { font: 600 20px/28px var(--p-font); letter-spacing: -0.015em; }
  h2 { font: 600 16px/24px var(--p-font); letter-spacing: -0.01em; }
  h3 { font: 600 13px/20px var(--p-font); }
  a { color: inherit; text-decoration: none; }
  a:hover { text-decoration: underline; text-underline-offset: 2px; }
  a.out, .links a { color: var(--p-accent); }
  p a { text-decoration: underline; text-decoration-color: var(--p-line-control); text-underline-offset: 2px; }
  svg { flex: none; }
  :focus-visible { outline: 2px solid var(--p-accent); outline-offset: 1px; border-radius: var(--p-radius-s); }
  /* they are read from there on, and nothing can be done with them */
  :is(h1, h2, h3):focus-visible { outline: none; }
  .mono { font: 400 12px/18px var(--p-font-mono); font-feature-settings: 'calt' 0; }
  .muted { color: var(--p-fg3); }
  .soft { color: var(--p-fg2); }
  .num { font-variant-numeric: tabular-nums; }
  .row { display: flex; align-items: center; gap: 8px; min-width: 0; }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .grow { flex: 1; min-width: 0; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 7px; height: 30px; padding: 0 11px;
    border: 1px solid var(--p-line-control); border-radius: var(--p-radius); background: var(--p-surface);
    color: var(--p-fg); font: 500 13px/20px var(--p-font); white-space: nowrap; cursor: pointer;
  }
  button:hover, .button:hover { background: var(--p-hover); text-decoration: none; }
  button:disabled { opacity: 0.55; cursor: default; }
  button.small { height: 26px; padding: 0 9px; font-size: 12px; }
  button.plain { border-color: transparent; background: none; color: var(--p-fg2); }
  button.plain:hover { background: var(--p-hover); color: var(--p-fg); }
  button.square { width: 30px; padding: 0; }
  button.square.small { width: 26px; }
  button.primary { border-color: transparent; background: var(--p-accent-solid); color: #fff; }
  button.primary:hover { background: var(--p-accent-hover); }
  button.danger { border-color: transparent; background: light-dark(#b3261e, #c8372d); color: #fff; }
  button.danger:hover { background: light-dark(#99201a, #b52f26); }
  button.text { height: auto; padding: 0; border: 0; background: none; color: var(--p-accent); }
  button.text:hover { text-decoration: underline; text-underline-offset: 2px; }

  input[type='search'], input[type='text'] {
    height: 30px; padding: 0 10px; border: 1px solid var(--p-line-control); border-radius: var(--p-radius);
    background: var(--p-surface); color: var(--p-fg); font: 400 13px/20px var(--p-font);
  }
  input::placeholder { color: var(--p-fg3); opacity: 1; }
  input[type='search']::-webkit-search-cancel-button { display: none; }
  input[type='search']:focus-visible { outline-offset: -1px; border-radius: var(--p-radius); }
  input[type='checkbox'] { width: 14px; height: 14px; margin: 0; accent-color: var(--p-accent-solid); }
  kbd {
    padding: 0 5px; border: 1px solid var(--p-line); border-radius: var(--p-radius-s); color: var(--p-fg3);
    font: 500 11px/16px var(--p-font);
  }

  .tag {
    display: inline-block; max-width: 100%; padding: 0 7px; border-radius: 10px; background: var(--p-selected);
    color: var(--p-fg2); font: 500 11px/20px var(--p-font);
  }
  .pill {
    display: inline-flex; align-items: center; gap: 5px; padding: 0 8px 0 6px; border-radius: 10px;
    font: 500 12px/20px var(--p-font); white-space: nowrap; vertical-align: middle;
  }
  .ok { color: var(--p-ok); } .pill.ok { background: var(--p-ok-tint); }
  .warn { color: var(--p-warn); } .pill.warn { background: var(--p-warn-tint); }
  .error { color: var(--p-bad); } .pill.error { background: var(--p-bad-tint); }
  .info, .running { color: var(--p-accent); } .pill.info, .pill.running { background: var(--p-accent-tint); }
  .unknown { color: var(--p-fg2); } .pill.unknown { background: var(--p-selected); }

  .panel { border: 1px solid var(--p-line); border-radius: var(--p-radius-l); background: var(--p-surface); }
  .table { width: 100%; border-collapse: collapse; }
  .table :is(p, dt, dd, li) { overflow-wrap: break-word; }
  .table th {
    padding: 8px 12px; color: var(--p-fg2); font: 500 12px/16px var(--p-font); text-align: left; white-space: nowrap;
  }
  .table td { padding: 9px 12px; border-top: 1px solid var(--p-line); vertical-align: top; }
  .scroll { position: relative; overflow-x: auto; }

  .page { max-width: 1440px; margin: 0 auto; padding: 24px 28px 40px; }
  @media (max-width: 700px) { .page { padding: 16px 14px 28px; } }
  .page-head { display: flex; align-items: flex-start; gap: 16px; margin-bottom: 20px; }
  .page-head p { color: var(--p-fg2); font-size: 14px; }

  .skeleton { border-radius: var(--p-radius-s); background: var(--p-selected); animation: breathe 1.4s ease-in-out infinite; }
  @keyframes breathe { 50% { opacity: 0.45; } }
  .spin { animation: spin 1s linear infinite; }
  @keyframes spin { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation: none !important; transition: none !important; }
  }
`;
